// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/thread_model.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace assay::ui {

using namespace Qt::StringLiterals;

QString threadTime(UtcTime time, UtcTime now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000).toLocalTime();
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(toMicros(now) / 1000).toLocalTime();
    const QLocale locale;
    if (then.date() == today.date())
        return Tr::tr("today %1").arg(then.toString(u"HH:mm"_s));
    if (then.date().year() == today.date().year())
        return locale.toString(then, u"d MMM HH:mm"_s);
    return locale.toString(then.date(), u"d MMM yyyy"_s);
}

void ThreadModel::setThreads(const QList<ThreadSummary> &threads)
{
    beginResetModel();
    m_threads = threads;
    m_shown = static_cast<int>(std::min<qsizetype>(page, threads.size()));
    endResetModel();
}

int ThreadModel::rowOf(const QString &threadId) const
{
    const auto found = std::ranges::find(m_threads, threadId, &ThreadSummary::id);
    const auto row = found - m_threads.begin();
    return found == m_threads.end() || row >= m_shown ? -1 : static_cast<int>(row);
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown)
        return {};
    const ThreadSummary &thread = m_threads.at(index.row());
    if (role == IdRole)
        return thread.id;
    if (role == Qt::DisplayRole)
        return shortLine(thread.title.isEmpty() ? thread.id : thread.title, 120);
    if (role == Qt::AccessibleTextRole)
        return u"%1, %2, %3"_s.arg(shortLine(thread.title, 120), threadCounts(thread.turns, thread.pass),
                                   formatUsd(thread.cost));
    return {};
}

bool ThreadModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_shown < m_threads.size();
}

void ThreadModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int next = static_cast<int>(std::min<qsizetype>(m_shown + page, m_threads.size()));
    beginInsertRows({}, m_shown, next - 1);
    m_shown = next;
    endInsertRows();
}

} // namespace assay::ui
