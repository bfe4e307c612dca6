// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/completion_popup.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRows = 8;
constexpr int textWidth = 176;
constexpr int popupWidth = 520;

class CompletionDelegate final : public QStyledItemDelegate
{
public:
    CompletionDelegate(const CompletionModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, metric::rowDense};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const CompletionRow *const row = m_model.at(index.row());
        if (row == nullptr)
            return;
        painter->save();
        const QRectF box = QRectF(option.rect).adjusted(4, 0, -4, 0);
        if (option.state.testFlag(QStyle::State_Selected))
            paintBox(*painter, box, metric::radiusChip, tokens().selection);
        painter->setFont(row->code ? mono(Type::Body) : font(Type::Body));
        painter->setPen(tokens().text);
        const qreal width = row->help.isEmpty() ? box.width() - 16 : textWidth;
        drawLine(*painter, QRectF(box.left() + 8, box.top(), width, box.height()),
                 visibleLine(row->text, 200));
        painter->setFont(font(Type::Small));
        painter->setPen(tokens().textSecond);
        const QRectF helpBox(box.left() + 16 + textWidth, box.top(), box.width() - textWidth - 24,
                             box.height());
        drawLine(*painter, helpBox, visibleLine(row->help, 200));
        painter->restore();
    }

private:
    const CompletionModel &m_model;
};

} // namespace

void CompletionModel::setRows(QList<CompletionRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const CompletionRow *CompletionModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    const CompletionRow *const row = at(index.row());
    if (row != nullptr && role == Qt::DisplayRole)
        return visibleLine(row->text, 200);
    if (row != nullptr && role == Qt::AccessibleTextRole)
        return u"%1, %2"_s.arg(visibleLine(row->text, 200), row->help);
    return {};
}

CompletionPopup::CompletionPopup(QWidget *field)
    : QFrame(field->window()), m_field(field), m_model(new CompletionModel(this)),
      m_view(new QListView(this)), m_sentence(new PlainLabel(QString(), Type::Small, Tone::Second, this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(Tr::tr("What may be typed here"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CompletionDelegate(*m_model, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(Tr::tr("What may be typed here"));
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(8);
    m_sentence->setForegroundRole(QPalette::WindowText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 5);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addWidget(m_sentence);
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT rowClicked(index.row()); });
    hide();
}

void CompletionPopup::showRows(const QList<CompletionRow> &rows, const QString &sentence, bool alarming)
{
    const int before = current();
    m_model->setRows(rows);
    if (before >= 0 && before < count() && !m_view->currentIndex().isValid())
        setCurrent(-1);
    m_view->setVisible(!rows.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setTone(alarming ? Tone::Fail : Tone::Second);
    m_sentence->setVisible(!sentence.isEmpty());
    if (rows.isEmpty() && sentence.isEmpty()) {
        hide();
        return;
    }
    place();
    show();
    raise();
}

/// Below the field, as wide as the window allows.
void CompletionPopup::place()
{
    QWidget *const host = parentWidget();
    const QPoint at = m_field->mapTo(host, QPoint(0, m_field->height() + 4));
    const int width = std::min(popupWidth, host->width() - at.x() - 8);
    const int rows = std::min(count(), shownRows);
    m_view->setFixedHeight(rows * metric::rowDense);
    int height = 12 + (rows > 0 ? rows * metric::rowDense : 0);
    if (m_sentence->isVisibleTo(this))
        height += m_sentence->heightForWidth(width - 2);
    setGeometry(at.x(), at.y(), width, std::min(height, host->height() - at.y()));
}

void CompletionPopup::setCurrent(int row)
{
    m_view->setCurrentIndex(row >= 0 ? m_model->index(row, 0) : QModelIndex());
}

int CompletionPopup::current() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

QString CompletionPopup::sentence() const
{
    return m_sentence->isVisibleTo(this) ? m_sentence->fullText() : QString();
}

} // namespace assay::ui
