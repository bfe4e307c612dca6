// SPDX-License-Identifier: Apache-2.0
#include "ui/events/event_rows.h"

namespace assay::ui {

EventRows::EventRows(QObject *parent) : QObject(parent)
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(0);
    connect(&m_askSoon, &QTimer::timeout, this, &EventRows::askSoon);
}

void EventRows::reset(quint64 generation)
{
    m_generation = generation;
    m_pages.clear();
    m_uses.clear();
    m_missing.clear();
    m_count = 0;
    Q_EMIT wasReset();
}

void EventRows::setCount(qint64 count)
{
    if (count == m_count)
        return;
    const qint64 before = std::exchange(m_count, count);
    Q_EMIT countChanged(before, count);
}

EventRows::Page &EventRows::page(qint64 number)
{
    const auto found = m_pages.find(number);
    if (found != m_pages.end()) {
        m_uses.splice(m_uses.begin(), m_uses, found->use);
        return *found;
    }
    if (m_pages.size() >= mostPages) {
        m_pages.remove(m_uses.back());
        m_uses.pop_back();
    }
    m_uses.push_front(number);
    Page &made = m_pages[number];
    made.use = m_uses.begin();
    return made;
}

const FeedRow *EventRows::peek(qint64 index) const
{
    const auto found = m_pages.constFind(index / pageRows);
    if (index < 0 || found == m_pages.constEnd() || index % pageRows >= found->rows.size())
        return nullptr;
    const FeedRow &row = found->rows.at(index % pageRows);
    return row.record < 0 ? nullptr : &row;
}

const FeedRow *EventRows::at(qint64 index)
{
    if (index < 0 || index >= m_count)
        return nullptr;
    const qint64 number = index / pageRows;
    Page &own = page(number);
    const qint64 in = index % pageRows;
    if (in < own.rows.size() && own.rows.at(in).record >= 0)
        return &own.rows.at(in);
    if (own.asked <= in && !m_missing.contains(number)) {
        m_missing.append(number);
        m_askSoon.start();
    }
    return nullptr;
}

void EventRows::askSoon()
{
    for (const qint64 number : std::exchange(m_missing, {})) {
        Page &own = page(number);
        qint64 from = 0; // what is here already is not asked for again
        while (from < own.rows.size() && own.rows.at(from).record >= 0)
            ++from;
        const qint64 to = std::min<qint64>(pageRows, m_count - number * pageRows);
        if (to <= from)
            continue;
        own.asked = to;
        Q_EMIT wanted(number * pageRows + from, static_cast<int>(to - from));
    }
}

void EventRows::put(quint64 generation, qint64 first, const QList<FeedRow> &rows)
{
    if (generation != m_generation || rows.isEmpty())
        return;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const qint64 index = first + i;
        Page &own = page(index / pageRows);
        const qint64 in = index % pageRows;
        if (own.rows.size() <= in)
            own.rows.resize(in + 1);
        own.rows[in] = rows.at(i);
        own.asked = std::max(own.asked, in + 1);
    }
    Q_EMIT arrived(first, first + rows.size() - 1);
}

} // namespace assay::ui
