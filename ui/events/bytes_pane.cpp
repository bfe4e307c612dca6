// SPDX-License-Identifier: Apache-2.0
#include "ui/events/bytes_pane.h"

#include "ui/events/event_words.h"
#include "ui/events/field_view.h"
#include "ui/events/hex_view.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int headHeight = 34;
constexpr int margin = 20;
constexpr int fieldsShare = 45; ///< of a hundred, until the splitter was moved

PlainLabel *fact()
{
    auto *label = new PlainLabel(QString(), Type::Small, Tone::Second);
    label->setElide(Qt::ElideLeft);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

PlainLabel *heading(const QString &text)
{
    auto *label = new PlainLabel(text, Type::Small, Tone::Primary);
    label->setType(Type::Small, QFont::DemiBold);
    return label;
}

QHBoxLayout *headRow(QWidget *first, QWidget *second, QWidget *last)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(margin, 0, margin, 0);
    row->setSpacing(12);
    row->addWidget(first);
    if (second)
        row->addWidget(second);
    row->addWidget(last, 1);
    return row;
}

QVBoxLayout *columnOf(QWidget *pane)
{
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

BytesPane::BytesPane(QWidget *parent)
    : QWidget(parent), m_tree(std::make_shared<FieldTree>()), m_states(new QStackedWidget),
      m_empty(new EmptyState(Icon::Events, QString(), QString())), m_error(new ErrorState),
      m_across(new QSplitter(Qt::Horizontal)), m_fields(new FieldView), m_hex(new HexView),
      m_spaces(new SegmentedTabs({Tr::tr("Frame"), Tr::tr("Payload")})), m_place(fact()), m_packing(fact()),
      m_status(new PlainLabel(QString(), Type::Small, Tone::Second))
{
    m_status->setElide(Qt::ElideMiddle);
    m_across->addWidget(makeFields());
    m_across->addWidget(makeBytes());
    m_across->setHandleWidth(1);
    m_across->setChildrenCollapsible(false);
    auto *ground = new Pane(Pane::Ground::Surface);
    columnOf(ground)->addWidget(m_empty);
    for (QWidget *state : std::initializer_list<QWidget *>{m_across, ground, m_error})
        m_states->addWidget(state);
    columnOf(this)->addWidget(m_states);

    connect(m_fields, &FieldView::currentChanged, this, &BytesPane::fieldChosen);
    connect(m_fields, &FieldView::menuWanted, this, &BytesPane::openMenu);
    connect(m_hex, &HexView::byteChosen, this, &BytesPane::byteChosen);
    connect(m_spaces, &SegmentedTabs::currentChanged, this,
            [this](int tab) { setSpace(tab == 0 ? ByteSpace::Frame : ByteSpace::Payload); });
    connect(m_error, &ErrorState::retry, this, &BytesPane::retry);
    connect(m_across, &QSplitter::splitterMoved, this, [this] { m_split = true; });
    showNothing(QString());
}

QWidget *BytesPane::makeFields()
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = columnOf(pane);
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    head->setLayout(headRow(heading(Tr::tr("Decoded")), nullptr, m_place));
    column->addWidget(head);
    column->addWidget(m_fields, 1);
    pane->setMinimumWidth(260);
    return pane;
}

QWidget *BytesPane::makeBytes()
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = columnOf(pane);
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    head->setLayout(headRow(heading(Tr::tr("Bytes")), m_spaces, m_packing));
    m_spaces->setAccessibleName(Tr::tr("Frame or payload"));
    column->addWidget(head);
    column->addWidget(m_hex, 1);
    m_status->setContentsMargins(margin, 4, margin, 8);
    column->addWidget(m_status);
    pane->setMinimumWidth(300);
    return pane;
}

void BytesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_split)
        m_across->setSizes({width() * fieldsShare / 100, width() - width() * fieldsShare / 100});
}

QByteArray BytesPane::saveState() const
{
    return m_split ? m_across->saveState() : QByteArray();
}

void BytesPane::restoreState(const QByteArray &state)
{
    m_split = !state.isEmpty() && m_across->restoreState(state);
}

void BytesPane::showNothing(const QString &sentence)
{
    m_empty->setSentence(sentence);
    m_states->setCurrentIndex(1);
}

void BytesPane::showError(const QString &what)
{
    m_error->setError(what, Tr::tr("Reading the event"));
    m_states->setCurrentIndex(2);
}

void BytesPane::showDetail(const FeedDetail &detail)
{
    m_detail = detail;
    m_tree = std::make_shared<FieldTree>(detail.tree);
    m_place->setText(placeText(detail));
    m_packing->setText(packingText(detail));
    m_spaces->setVisible(detail.tree.compression.compressed);
    fillHex();
    m_fields->setTree(m_tree);
    if (m_fields->current() < 0)
        highlight(-1, false);
    m_states->setCurrentIndex(0);
}

void BytesPane::fillHex()
{
    const bool packed = m_detail.tree.compression.compressed;
    const bool payload = packed && m_space == ByteSpace::Payload && !m_detail.tree.payload.isEmpty();
    m_hex->setBytes(payload ? m_detail.tree.payload : m_detail.record.value);
    const ByteSpace shown = payload ? ByteSpace::Payload : ByteSpace::Frame;
    m_hex->setFailure(
        m_detail.tree.failureAt && m_detail.tree.failureSpace == shown ? *m_detail.tree.failureAt : -1);
    m_spaces->setCurrent(payload ? 1 : 0);
}

void BytesPane::setSpace(ByteSpace space)
{
    if (std::exchange(m_space, space) == space)
        return;
    fillHex();
    highlight(m_fields->current(), true);
}

void BytesPane::toggleSpace()
{
    if (m_detail.tree.compression.compressed)
        setSpace(m_space == ByteSpace::Frame ? ByteSpace::Payload : ByteSpace::Frame);
}

void BytesPane::fieldChosen(int node)
{
    // The bytes of a field are where they are: the other buffer is shown for it.
    if (node >= 0 && m_detail.tree.compression.compressed && m_tree->nodes.at(node).space != m_space &&
        !(m_tree->nodes.at(node).space == ByteSpace::Payload && m_tree->payload.isEmpty())) {
        m_space = m_tree->nodes.at(node).space;
        fillHex();
    }
    highlight(node, !m_byHand);
}

void BytesPane::byteChosen(qsizetype at)
{
    const bool payload = m_detail.tree.compression.compressed && m_space == ByteSpace::Payload;
    const int node = m_tree->deepestAt(payload ? ByteSpace::Payload : ByteSpace::Frame, at);
    m_byHand = true;
    m_fields->setCurrent(node);
    m_byHand = false;
    if (node >= 0)
        highlight(node, false);
}

void BytesPane::highlight(int node, bool reveal)
{
    if (node < 0 || node >= m_tree->nodes.size()) {
        m_hex->setHighlight({}, false);
        m_status->setText(statusText());
        return;
    }
    const FieldNode &one = m_tree->nodes.at(node);
    const bool same = !m_detail.tree.compression.compressed || one.space == m_space;
    m_hex->setHighlight(same ? one.range : ByteRange{}, reveal);
    m_status->setText(rangeText(m_detail, one));
}

QString BytesPane::statusText() const
{
    const int node = m_fields->current();
    if (node >= 0 && node < m_tree->nodes.size())
        return rangeText(m_detail, m_tree->nodes.at(node));
    return m_detail.row.undecodable ? m_detail.row.summary : Tr::tr("Choose a field or a byte.");
}

void BytesPane::copyText(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(what);
}

void BytesPane::openMenu(int node, const QPoint &at)
{
    const FieldNode one = m_tree->nodes.at(node);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(Tr::tr("Copy value"), this, [this, one] { copyText(one.value, Tr::tr("Value copied")); });
    menu->addAction(Tr::tr("Copy field"), this,
                    [this, node] { copyText(m_fields->textOf(node), Tr::tr("Field copied")); });
    menu->addAction(Tr::tr("Copy path"), this, [this, one] { copyText(one.path, Tr::tr("Path copied")); });
    menu->addAction(Tr::tr("Copy bytes as hex"), this,
                    [this] { copyText(m_hex->hexText(), Tr::tr("Bytes copied")); });
    menu->popup(at);
}

} // namespace assay::ui
