// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

#include <QtCore/QAbstractListModel>

namespace assay::ui {

/// Threads as the core found them, handed to the view in pages.
class ThreadModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int page = 100;
    enum Role { IdRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setThreads(const QList<ThreadSummary> &threads);
    const ThreadSummary &at(int row) const { return m_threads.at(row); }
    int rowOf(const QString &threadId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is safe to show; AccessibleTextRole says the whole row.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    QList<ThreadSummary> m_threads;
    int m_shown = 0;
};

/// "today 14:03", "2 Mar 14:03", "2 Mar 2025": when a thread was last used, in local time.
QString threadTime(UtcTime time, UtcTime now);

} // namespace assay::ui
