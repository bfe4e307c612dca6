// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/thread_model.h"

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QListView;
class QStackedLayout;

namespace assay::ui {

class EmptyState;
class ErrorState;
class SearchField;

/// The popup below the thread's title: search, threads, New thread. Arrows and Enter work from the
/// search field.
class ThreadList final : public QFrame
{
    Q_OBJECT

public:
    explicit ThreadList(QWidget *parent = nullptr);

    /// Opens at `topLeft` (global), with an empty search; asks for the threads by searched().
    void openAt(const QPoint &topLeft, const QString &currentThread);
    void setLoading();
    /// Answer to searched(`search`); one to an older search is ignored.
    void setThreads(const QString &search, const Result<QList<ThreadSummary>> &threads);
    /// When the time of rows is told from; the tests' own clock.
    void setClock(Clock clock) { m_clock = std::move(clock); }

    SearchField *field() const { return m_field; }
    QListView *view() const { return m_view; }
    /// "list", "loading", "empty", "no match" or "error".
    QString condition() const;

Q_SIGNALS:
    void searched(const QString &search);
    void threadChosen(const QString &threadId);
    void newThread();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void step(int rows);

    ThreadModel m_model;
    Clock m_clock = utcNow;
    QTimer m_typed;
    QString m_current;
    SearchField *m_field;
    QListView *m_view;
    QStackedLayout *m_pages;
    QWidget *m_loading;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    ErrorState *m_error;
};

} // namespace assay::ui
