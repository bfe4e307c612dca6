// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/command_palette.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/tokens.h"
#include "ui/kit/tr.h"
#include "ui/shell/palette_model.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QListView>

namespace assay::ui {

namespace {

constexpr int widest = 640;
constexpr int highest = 420;

} // namespace

CommandPalette::CommandPalette(QWidget *host)
    : QFrame(host),
      m_field(new SearchField(Tr::tr("Type a command, a thread, a setting or a profile"), this)),
      m_list(new QListView(this)),
      m_none(new PlainLabel(Tr::tr("Nothing by that name. Esc closes."), Type::Body, Tone::Second, this)),
      m_model(new PaletteModel(this))
{
    setAccessibleName(Tr::tr("Command palette"));
    m_field->setAccessibleName(Tr::tr("Search commands"));
    m_list->setAccessibleName(Tr::tr("Commands found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_none->setAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none, 1);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this] { runCurrent(); });
    m_field->installEventFilter(this);
    host->installEventFilter(this);
    hide();
}

void CommandPalette::open(QList<PaletteEntry> entries)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_model->setEntries(std::move(entries));
    m_field->clear();
    search(QString());
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::append(QList<PaletteEntry> entries)
{
    if (!isVisible())
        return;
    const int row = m_list->currentIndex().row();
    m_model->append(std::move(entries));
    m_list->setCurrentIndex(m_model->index(std::max(0, row), 0));
}

void CommandPalette::search(const QString &pattern)
{
    m_model->search(pattern);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_none->setVisible(!any);
    if (any)
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::move(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, rows - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
}

void CommandPalette::runCurrent()
{
    const PaletteEntry *entry = m_model->at(m_list->currentIndex().row());
    if (!entry || !entry->enabled || !entry->run)
        return;
    const std::function<void()> run = entry->run; // closing may replace the entries
    closePalette();
    run();
}

void CommandPalette::closePalette()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(8); return true;
    case Qt::Key_PageUp: move(-8); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Escape: closePalette(); return true;
    default: return false;
    }
}

void CommandPalette::place()
{
    const QWidget *host = parentWidget();
    const int width = std::min(widest, host->width() - 48);
    const int height = std::min(highest, host->height() - 96);
    setGeometry((host->width() - width) / 2, 56, width, height);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, QRectF(rect()), metric::radius + 2, tokens().raised, tokens().strongLine);
}

} // namespace assay::ui
