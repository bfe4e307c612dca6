// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_row.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <list>

namespace assay::ui {

/// Rows of a view that may be ten million long: holds the pages that were looked at last and asks for the
/// others. Index 0 is the oldest row; rows only ever come at the end.
class EventRows final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageRows = 64;
    static constexpr int mostPages = 128;

    explicit EventRows(QObject *parent = nullptr);

    /// Another view: everything is forgotten.
    void reset(quint64 generation);
    quint64 generation() const { return m_generation; }
    void setCount(qint64 count);
    qint64 count() const { return m_count; }

    /// The row, or nullptr while it is on its way: it is then asked for with wanted().
    const FeedRow *at(qint64 index);
    /// The row if it is here; asks for nothing.
    const FeedRow *peek(qint64 index) const;

    /// Takes rows `first` … of `generation`; of another one they are dropped.
    void put(quint64 generation, qint64 first, const QList<FeedRow> &rows);

Q_SIGNALS:
    void wanted(qint64 first, int count);
    void arrived(qint64 first, qint64 last);
    void countChanged(qint64 before, qint64 now);
    void wasReset();

private:
    struct Page
    {
        QList<FeedRow> rows{}; ///< the first ones of the page; record −1 = not here yet
        qint64 asked = 0;      ///< rows up to here were asked for
        std::list<qint64>::iterator use{};
    };
    Page &page(qint64 number);
    void askSoon();

    quint64 m_generation = 0;
    qint64 m_count = 0;
    QHash<qint64, Page> m_pages;
    std::list<qint64> m_uses; ///< page numbers, used last = first
    QList<qint64> m_missing;  ///< pages to ask for
    QTimer m_askSoon;
};

} // namespace assay::ui
