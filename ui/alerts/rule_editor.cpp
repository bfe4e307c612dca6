// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/rule_editor.h"

#include "ui/alerts/firing_pane.h"
#include "ui/alerts/rule_chart.h"
#include "ui/alerts/rule_fields.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int margin = 20;
constexpr std::chrono::milliseconds typingRests = 250ms;
constexpr std::array<std::chrono::hours, 4> ranges{24h, 24h * 7, 24h * 30, 24h * 365};

} // namespace

RuleEditor::RuleEditor(AlertHost &host, Actions &actions, const QString &who, QWidget *parent)
    : QWidget(parent), m_host(host), m_title(new PlainLabel(QString(), Type::Title, Tone::Primary)),
      m_fields(new RuleFields),
      m_range(new SegmentedTabs({Tr::tr("24 hours"), Tr::tr("7 days"), Tr::tr("30 days"), Tr::tr("A year")})),
      m_sum(new PlainLabel(QString(), Type::Small, Tone::Second)), m_chart(new RuleChart),
      m_firings(new FiringPane(host, who)), m_scroll(new QScrollArea)
{
    m_title->setType(Type::Title, QFont::DemiBold);
    m_range->setAccessibleName(Tr::tr("Backtest over"));
    auto *ground = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(margin, 12, margin, 16);
    column->setSpacing(10);
    column->addWidget(m_fields);
    column->addWidget(new Hairline);
    auto *head = new QHBoxLayout;
    auto *test = new PlainLabel(Tr::tr("Backtest"), Type::Small, Tone::Primary);
    test->setType(Type::Small, QFont::DemiBold);
    head->setSpacing(14);
    head->addWidget(test);
    head->addWidget(m_range);
    head->addWidget(m_sum, 1);
    m_sum->setElide(Qt::ElideRight);
    m_sum->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    column->addLayout(head);
    column->addWidget(m_chart);
    column->addWidget(m_firings);
    column->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(ground);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(makeHead(actions));
    all->addWidget(new Hairline);
    all->addWidget(m_scroll, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingRests);
    connect(&m_soon, &QTimer::timeout, this, &RuleEditor::ask);
    connect(m_fields, &RuleFields::changed, this, [this] { m_soon.start(); });
    connect(m_range, &SegmentedTabs::currentChanged, this, &RuleEditor::ask);
    connect(m_chart, &RuleChart::firingActivated, m_firings, &FiringPane::choose);
    connect(m_firings, &FiringPane::chosen, m_chart, &RuleChart::setChosen);
    connect(m_firings, &FiringPane::turnWanted, this, &RuleEditor::turnWanted);
    connect(&m_host, &AlertHost::backtesting, this, [this](double share) {
        if (isVisible())
            m_sum->setText(Tr::tr("%1% looked through").arg(static_cast<int>(share * 100.0)));
    });
}

QWidget *RuleEditor::makeHead(Actions &actions)
{
    auto *head = new Pane(Pane::Ground::Surface);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(margin, 8, margin, 8);
    line->setSpacing(8);
    line->addWidget(m_title, 1);
    m_title->setElide(Qt::ElideRight);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const std::tuple<ActionId, Icon, QString, ButtonKind> buttons[] = {
        {ActionId::SaveAlertRule, Icon::Check, Tr::tr("Save"), ButtonKind::Primary},
        {ActionId::LeaveAlert, Icon::None, Tr::tr("Cancel"), ButtonKind::Secondary}};
    for (const auto &[id, icon, text, kind] : buttons) {
        auto *button = new Button(icon, text, kind);
        button->setKeyHint(actions.at(id)->shortcut());
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &Button::clicked, actions.at(id), &QAction::trigger);
        line->addWidget(button);
    }
    return head;
}

void RuleEditor::edit(const AlertRule &rule, const QString &original, const AlertRules &rules)
{
    m_before = rule;
    m_original = original;
    m_rules = rules;
    m_result.reset();
    m_chart->setHistory(std::nullopt);
    m_firings->setFirings(rule, {}, utcNow(), QString());
    m_title->setText(original.isEmpty() ? Tr::tr("New rule") : original);
    QStringList names;
    for (const AlertRule &one : rules.rules)
        if (one.name != original)
            names.append(one.name);
    m_fields->setRule(rule, names);
    m_scroll->ensureVisible(0, 0);
    m_fields->focusFirst();
    ask();
}

const AlertRule &RuleEditor::rule() const
{
    return m_fields->rule();
}

bool RuleEditor::isChanged() const
{
    return rule() != m_before || m_original.isEmpty();
}

bool RuleEditor::isSound() const
{
    return m_fields->isSound();
}

void RuleEditor::stop()
{
    m_soon.stop();
    ++m_asked;
    m_host.cancelBacktest();
}

QString RuleEditor::rangeName() const
{
    const QStringList names{Tr::tr("the last 24 hours"), Tr::tr("the last 7 days"),
                            Tr::tr("the last 30 days"), Tr::tr("the last year")};
    return names.value(m_range->current());
}

void RuleEditor::ask()
{
    m_soon.stop();
    const quint64 number = ++m_asked;
    if (!m_fields->isSound()) {
        m_host.cancelBacktest();
        m_sum->setText(Tr::tr("Mend what is marked above to see what the rule would have done."));
        m_sum->setTone(Tone::Second);
        return;
    }
    AlertRules alone = m_rules;
    alone.rules = {rule()};
    alone.rules.first().enabled = true;
    const UtcTime now = utcNow();
    const UtcTime from = now - ranges.at(static_cast<std::size_t>(std::max(0, m_range->current())));
    m_sum->setTone(Tone::Second);
    m_sum->setText(Tr::tr("looking through what is recorded …"));
    m_host.backtest(alone, from, now, rule().name, this,
                    [this, number, asked = alone.rules.first()](const Result<AlertBacktest> &result) {
                        if (number == m_asked)
                            take(asked, result);
                    });
}

void RuleEditor::take(const AlertRule &rule, const Result<AlertBacktest> &result)
{
    if (!result) {
        m_result.reset();
        m_chart->setHistory(std::nullopt);
        m_firings->setFirings(rule, {}, utcNow(), QString());
        m_sum->setTone(result.error().code == Errc::NotFound ? Tone::Second : Tone::Fail);
        m_sum->setText(result.error().code == Errc::NotFound
                           ? Tr::tr("Nothing has been recorded yet that the rule could be tried on.")
                           : result.error().message);
        return;
    }
    m_result = *result;
    QList<AlertEntry> entries;
    for (const AlertFiring &firing : result->firings)
        entries.prepend({.firing = firing});
    m_chart->setHistory(RuleHistory{.rule = rule,
                                    .range = {.from = result->from, .to = result->to},
                                    .readouts = result->readouts.value(rule.name),
                                    .firings = result->firings});
    m_sum->setTone(result->firings.isEmpty() ? Tone::Second : Tone::Primary);
    m_sum->setText(firingSum(result->firings, rangeName(), result->to) + u" · "_s +
                   Tr::tr("%1 events").arg(QLocale().toString(result->events)));
    m_firings->setFirings(rule, entries, result->to, Tr::tr("The rule would not have fired."));
}

} // namespace assay::ui
