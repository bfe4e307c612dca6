// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/workbench.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QStackedWidget;

namespace assay::ui {

class Actions;
class EventsView;
class InspectPage;
class JsonView;
class PlainLabel;
class PromptView;
class SegmentedTabs;

/// Right column above the tuning: how a turn was answered. Tabs Inspect, Prompt, Events and Raw.
///
/// Threading: UI thread. Only the visible tab is brought up to date; large JSON is written on a worker.
class TurnInspector final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Inspect, Prompt, Events, Raw };

    explicit TurnInspector(Actions &actions, QWidget *parent = nullptr);
    ~TurnInspector() override;

    /// Shows a turn; one with an empty id shows the empty state. Call it again as a running turn
    /// grows: what is shown is updated in place, scroll position and chosen attempt stay.
    void setTurn(const Turn &turn, bool running);
    const Turn &turn() const { return m_turn; }

    /// The messages of the shown turn, in log order; the answer to eventsWanted().
    void setEvents(const QList<TurnEvent> &events);
    /// Reading them failed; shown with a retry, which asks for them again.
    void setEventsError(const QString &what);

    void setTab(Tab tab);
    Tab tab() const;

Q_SIGNALS:
    /// A piece of evidence was clicked or Enter pressed on it.
    void sourceActivated(const QString &sourceId);
    /// The operator wants to see two attempts side by side.
    void compareRequested();
    /// Details of this attempt are shown now.
    void attemptActivated(int number);
    /// Another turn is shown, or this one has ended: its messages are needed.
    void eventsWanted(const QString &turnId);
    /// A message of the turn is to be shown in the Events workspace.
    void recordWanted(const assay::TurnEvent &event);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    void connectActions(Actions &actions);
    void refresh();
    std::chrono::microseconds runningFor() const;
    void copyJson();

    Turn m_turn;
    bool m_running = false;
    PlainLabel *m_title;
    SegmentedTabs *m_tabs;
    QStackedWidget *m_pages;
    InspectPage *m_inspect;
    PromptView *m_prompt;
    EventsView *m_events;
    JsonView *m_raw;
    QTimer m_clock; ///< lets the open bars of a running turn grow
};

} // namespace assay::ui
