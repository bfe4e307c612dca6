// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/workbench.h"

#include <QtWidgets/QWidget>

class QScrollArea;
class QStackedWidget;

namespace assay::ui {

class EmptyState;
class ErrorState;
class TurnEventList;
class JsonView;

/// The messages of a turn as they went through the log, and the chosen one decoded below.
class EventsView final : public QWidget
{
    Q_OBJECT

public:
    explicit EventsView(QWidget *parent = nullptr);

    /// Another turn: shows that its messages are being read.
    void reset();
    void setEvents(const QList<TurnEvent> &events);
    void setError(const QString &what);
    /// A running turn has no messages yet; said in words.
    void setRunning(bool running);

Q_SIGNALS:
    void retry();
    /// Show this message in the Events workspace.
    void recordWanted(const assay::TurnEvent &event);

private:
    void showMessage(int index);
    QWidget *makeFoot();

    QList<TurnEvent> m_events;
    QStackedWidget *m_states;
    EmptyState *m_empty;
    ErrorState *m_error;
    QScrollArea *m_scroll;
    TurnEventList *m_list;
    JsonView *m_content;
    int m_generation = 0; ///< part of the content's key: other events, other content
};

} // namespace assay::ui
