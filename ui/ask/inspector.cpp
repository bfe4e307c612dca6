// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspector.h"

#include "turn/turn_json.h"
#include "ui/ask/events_view.h"
#include "ui/ask/inspect_page.h"
#include "ui/ask/json_view.h"
#include "ui/ask/prompt_view.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int headHeight = 36;
constexpr std::chrono::milliseconds clockStep{250};

} // namespace

TurnInspector::TurnInspector(Actions &actions, QWidget *parent)
    : QWidget(parent), m_title(new PlainLabel(QString(), Type::Title, Tone::Primary)),
      m_tabs(new SegmentedTabs({Tr::tr("Inspect"), Tr::tr("Prompt"), Tr::tr("Events"), Tr::tr("Raw")})),
      m_pages(new QStackedWidget), m_inspect(new InspectPage), m_prompt(new PromptView),
      m_events(new EventsView), m_raw(new JsonView(Tr::tr("Raw turn")))
{
    setAccessibleName(Tr::tr("Inspector"));
    auto *empty = new EmptyState(Icon::Eye, Tr::tr("Select a turn to see how it was answered."), QString());
    auto *ground = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new Hairline);
    column->addWidget(m_pages, 1);
    for (QWidget *page : std::initializer_list<QWidget *>{m_inspect, m_prompt, m_events, m_raw, empty})
        m_pages->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(ground);

    connect(m_tabs, &SegmentedTabs::currentChanged, this, &TurnInspector::refresh);
    connect(m_inspect, &InspectPage::sourceActivated, this, &TurnInspector::sourceActivated);
    connect(m_inspect, &InspectPage::compareRequested, this, &TurnInspector::compareRequested);
    connect(m_inspect, &InspectPage::attemptActivated, this, &TurnInspector::attemptActivated);
    connect(m_events, &EventsView::retry, this, [this] { Q_EMIT eventsWanted(m_turn.id); });
    connect(m_events, &EventsView::recordWanted, this, &TurnInspector::recordWanted);
    connectActions(actions);
    m_clock.setInterval(clockStep);
    connect(&m_clock, &QTimer::timeout, this, &TurnInspector::refresh);
    refresh();
}

TurnInspector::~TurnInspector() = default;

QWidget *TurnInspector::makeHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(16, 0, 16, 0);
    m_title->setType(Type::Title, QFont::DemiBold);
    m_title->setElide(Qt::ElideRight);
    line->addWidget(m_title);
    line->addStretch(1);
    line->addWidget(m_tabs);
    return head;
}

void TurnInspector::connectActions(Actions &actions)
{
    const auto tab = [&](ActionId id, Tab to) {
        connect(actions.at(id), &QAction::triggered, this, [this, to] { setTab(to); });
    };
    tab(ActionId::InspectTab, Inspect);
    tab(ActionId::PromptTab, Prompt);
    tab(ActionId::EventsTab, Events);
    tab(ActionId::RawTab, Raw);
    connect(actions.at(ActionId::CopyTurnJson), &QAction::triggered, this, &TurnInspector::copyJson);
    m_inspect->setCompareKeys(actions.at(ActionId::CompareAttempts)->shortcut());
}

void TurnInspector::setTurn(const Turn &turn, bool running)
{
    const bool isOther = turn.id != m_turn.id;
    const bool ended = !isOther && m_running && !running;
    m_turn = turn;
    m_running = running && !turn.id.isEmpty();
    m_title->setText(turn.id.isEmpty() ? Tr::tr("Inspector") : Tr::tr("Turn %1").arg(turn.number));
    if (isOther) {
        m_tabs->setBadge(Events, {});
        m_events->reset();
        m_inspect->reset();
    }
    if (m_running)
        m_clock.start();
    else
        m_clock.stop();
    refresh();
    if (!turn.id.isEmpty() && (isOther || ended))
        Q_EMIT eventsWanted(turn.id);
}

void TurnInspector::setEvents(const QList<TurnEvent> &events)
{
    m_tabs->setBadge(Events, events.isEmpty() ? QString() : QString::number(events.size()));
    m_events->setEvents(events);
}

void TurnInspector::setEventsError(const QString &what)
{
    m_events->setError(what);
}

void TurnInspector::setTab(Tab tab)
{
    m_tabs->setCurrent(tab);
}

TurnInspector::Tab TurnInspector::tab() const
{
    return static_cast<Tab>(m_tabs->current());
}

void TurnInspector::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

std::chrono::microseconds TurnInspector::runningFor() const
{
    if (!m_running)
        return std::chrono::microseconds(0);
    // Never shorter than what the stages already say: the clocks differ by a little.
    std::chrono::microseconds until = std::max(std::chrono::microseconds(0), utcNow() - m_turn.askedAt);
    for (const StageRecord &record : m_turn.stages)
        until = std::max(until, record.startedAfter + record.duration);
    return until;
}

void TurnInspector::refresh()
{
    const bool isEmpty = m_turn.id.isEmpty();
    m_tabs->setEnabled(!isEmpty);
    m_pages->setCurrentIndex(isEmpty ? m_pages->count() - 1 : m_tabs->current());
    if (isEmpty)
        return;
    switch (tab()) {
    case Inspect: m_inspect->setTurn(m_turn, runningFor()); return;
    case Prompt: m_prompt->setTurn(m_turn); return;
    case Events: m_events->setRunning(m_running); return;
    case Raw:
        // While a turn runs its JSON is rewritten with every stage, not with every tick of the clock.
        m_raw->showJson(m_turn.id + u'/' + QString::number(m_turn.stages.size()) + tokenOf(m_turn.status) +
                            tokenOf(m_turn.label),
                        [turn = m_turn] { return toJson(turn); });
        return;
    }
}

void TurnInspector::copyJson()
{
    if (!m_turn.id.isEmpty())
        copyJsonLater([turn = m_turn] { return toJson(turn); }, this);
}

} // namespace assay::ui
