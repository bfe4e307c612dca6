// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/queue_view.h"

#include "ui/kit/tr.h"
#include "ui/triage/queue_paint.h"
#include "ui/triage/triage_words.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QScrollBar>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace queue;

namespace {

constexpr qint64 pageRows = 64;
constexpr qsizetype mostRowsKept = 4096;
/// A scroll bar has 31 bits.
constexpr qint64 mostHeight = std::numeric_limits<int>::max() - 100'000;

} // namespace

QueueView::QueueView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(Tr::tr("Triage queue"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(rowHeight);
}

QString QueueView::keyOf(const TriageGroup &group)
{
    return QString::number(static_cast<int>(group.kind)) + u':' + group.name;
}

void QueueView::arrange()
{
    m_tops.clear();
    qint64 top = 0;
    for (qsizetype i = 0; i < m_list.groups.size(); ++i) {
        m_tops.push_back(top);
        top += headerHeight + (isFolded(i) ? 0 : m_list.groups.at(i).count * rowHeight);
    }
    m_tops.push_back(top);
    const int page = std::max(rowHeight, viewport()->height());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, static_cast<int>(std::clamp<qint64>(top - page, 0, mostHeight)));
}

void QueueView::setList(const TriageList &list, qint64 first, const QList<TriageRow> &rows, qint64 current)
{
    const bool had = m_current >= 0 && !m_list.groups.isEmpty();
    const qint64 seenAt = had ? topOf(m_current) - verticalScrollBar()->value() : -1;
    const qint64 rowBefore = currentRow() != nullptr ? currentRow()->item.row : 0;
    m_list = list;
    m_rows.clear();
    m_asked.clear();
    m_hover = -1;
    {
        const QSignalBlocker quiet(verticalScrollBar());
        arrange();
    }
    put(list.number, first, rows);
    m_current = list.total == 0 ? -1 : std::clamp<qint64>(current, 0, list.total - 1);
    if (m_current >= 0 && isFolded(groupOf(m_current)) && currentRow() == nullptr)
        m_current = -1;
    if (m_current >= 0 && had && seenAt >= 0 && seenAt < viewport()->height())
        verticalScrollBar()->setValue(
            static_cast<int>(std::clamp<qint64>(topOf(m_current) - seenAt, 0, mostHeight)));
    if (m_current >= 0)
        reveal(m_current);
    viewport()->update();
    speak();
    const bool same = currentRow() != nullptr && currentRow()->item.row == rowBefore;
    if (!same || m_current < 0)
        Q_EMIT currentChanged(m_current);
    Q_EMIT chosenChanged();
}

void QueueView::put(quint64 number, qint64 first, const QList<TriageRow> &rows)
{
    if (number != m_list.number)
        return;
    if (m_rows.size() > mostRowsKept) {
        m_rows.clear();
        m_asked.clear();
    }
    for (qsizetype i = 0; i < rows.size(); ++i)
        m_rows.insert(first + i, rows.at(i));
    viewport()->update();
    if (m_current >= first && m_current < first + rows.size()) {
        speak();
        Q_EMIT currentChanged(m_current);
    }
}

const TriageRow *QueueView::row(qint64 place) const
{
    const auto found = m_rows.constFind(place);
    return found == m_rows.constEnd() ? nullptr : &*found;
}

qsizetype QueueView::groupOf(qint64 place) const
{
    const auto after = std::ranges::upper_bound(m_list.groups, place, {}, &TriageGroup::first);
    return after - m_list.groups.begin() - 1;
}

qint64 QueueView::topOf(qint64 place) const
{
    const qsizetype group = groupOf(place);
    if (group < 0)
        return 0;
    const qint64 top = m_tops[static_cast<std::size_t>(group)];
    return isFolded(group) ? top : top + headerHeight + (place - m_list.groups.at(group).first) * rowHeight;
}

qint64 QueueView::contentHeight() const
{
    return m_tops.empty() ? 0 : m_tops.back();
}

QueueView::Hit QueueView::hitAt(qint64 y) const
{
    if (y < 0 || y >= contentHeight())
        return {};
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    const qsizetype group = after - m_tops.begin() - 1;
    const qint64 top = m_tops[static_cast<std::size_t>(group)];
    if (y < top + headerHeight)
        return {.group = group, .top = top};
    const qint64 in = (y - top - headerHeight) / rowHeight;
    return {.group = group,
            .place = m_list.groups.at(group).first + in,
            .top = top + headerHeight + in * rowHeight};
}

void QueueView::reveal(qint64 place)
{
    const qint64 top = topOf(place);
    const bool first = place == m_list.groups.value(groupOf(place)).first;
    const qint64 from = first ? top - headerHeight : top; // with its header
    QScrollBar *bar = verticalScrollBar();
    if (from < bar->value())
        bar->setValue(static_cast<int>(std::min<qint64>(from, bar->maximum())));
    else if (top + rowHeight > bar->value() + viewport()->height())
        bar->setValue(
            static_cast<int>(std::min<qint64>(top + rowHeight - viewport()->height(), bar->maximum())));
}

void QueueView::setCurrent(qint64 place)
{
    const qint64 wanted = m_list.total == 0 || place < 0 ? -1 : std::min(place, m_list.total - 1);
    if (wanted >= 0) {
        if (const qsizetype group = groupOf(wanted); isFolded(group))
            setFolded(group, false);
        reveal(wanted);
        ask(wanted, wanted);
    }
    if (wanted == m_current)
        return;
    m_current = wanted;
    viewport()->update();
    speak();
    Q_EMIT currentChanged(wanted);
}

void QueueView::move(int steps)
{
    if (m_list.total == 0)
        return;
    const int one = steps > 0 ? 1 : -1;
    qint64 place = m_current;
    for (int i = 0; i < std::abs(steps); ++i) {
        qint64 next = place < 0 ? 0 : place + one;
        while (next >= 0 && next < m_list.total) {
            const qsizetype group = groupOf(next);
            if (!isFolded(group))
                break;
            const TriageGroup &folded = m_list.groups.at(group);
            next = one > 0 ? folded.first + folded.count : folded.first - 1;
        }
        if (next < 0 || next >= m_list.total)
            break;
        place = next;
    }
    if (place >= 0)
        setCurrent(place);
}

qint64 QueueView::neighbour() const
{
    if (m_current < 0 || m_list.total < 2)
        return -1;
    return m_current + 1 < m_list.total ? m_current + 1 : m_current - 1;
}

void QueueView::setFolded(qsizetype group, bool folded)
{
    const QString key = keyOf(m_list.groups.at(group));
    if (folded)
        m_folded.insert(key);
    else
        m_folded.remove(key);
    arrange();
    viewport()->update();
}

void QueueView::toggleChosen()
{
    const TriageRow *now = currentRow();
    if (now == nullptr)
        return;
    m_all = false;
    if (!m_chosen.remove(now->item.row))
        m_chosen.insert(now->item.row, {.row = now->item.row, .edit = now->item.edit});
    viewport()->update();
    Q_EMIT chosenChanged();
}

void QueueView::chooseAll()
{
    m_chosen.clear();
    m_all = m_list.total > 0;
    viewport()->update();
    Q_EMIT chosenChanged();
}

void QueueView::chooseNone()
{
    m_chosen.clear();
    m_all = false;
    viewport()->update();
    Q_EMIT chosenChanged();
}

TriageWhich QueueView::which() const
{
    if (m_all)
        return {.all = true, .number = m_list.number};
    if (!m_chosen.isEmpty())
        return {.targets = m_chosen.values()};
    const TriageRow *now = currentRow();
    return now == nullptr ? TriageWhich{}
                          : TriageWhich{.targets = {{.row = now->item.row, .edit = now->item.edit}}};
}

/// Changes the rows at hand that an action means.
template<typename F>
void QueueView::changeMeant(F change)
{
    const TriageRow *now = currentRow();
    const qint64 alone = m_all || !m_chosen.isEmpty() || now == nullptr ? 0 : now->item.row;
    for (TriageRow &row : m_rows)
        if (m_all || m_chosen.contains(row.item.row) || row.item.row == alone) {
            change(row.item);
            if (const auto chosen = m_chosen.find(row.item.row); chosen != m_chosen.end())
                chosen->edit = row.item.edit;
        }
    viewport()->update();
}

void QueueView::expect(const TriageChange &change, UtcTime now)
{
    changeMeant([&](TriageItem &item) {
        const TriageState after = changed(item.state, change, item.score, now);
        if (after == item.state)
            return;
        item.state = after;
        ++item.edit;
    });
}

void QueueView::expectLabel(Label label)
{
    changeMeant([label](TriageItem &item) { item.label = label; });
}

void QueueView::ask(qint64 from, qint64 to)
{
    for (qint64 page = std::max<qint64>(0, from) / pageRows;
         page * pageRows <= std::min(to, m_list.total - 1); ++page) {
        if (m_asked.contains(page))
            continue;
        m_asked.insert(page);
        Q_EMIT wanted(page * pageRows, static_cast<int>(pageRows));
    }
}

void QueueView::speak()
{
    const TriageRow *now = currentRow();
    setAccessibleDescription(now ? spokenRow(*now, m_who) : QString());
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

} // namespace assay::ui
