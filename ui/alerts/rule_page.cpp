// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/rule_page.h"

#include "ui/alerts/firing_pane.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;

ChipTint tintOf(RuleStanding standing)
{
    switch (standing) {
    case RuleStanding::Firing: return ChipTint::Fail;
    case RuleStanding::Acknowledged: return ChipTint::Low;
    case RuleStanding::Pending: return ChipTint::Near;
    case RuleStanding::Kept: return ChipTint::Pass;
    case RuleStanding::Silenced:
    case RuleStanding::NoData:
    case RuleStanding::Waiting:
    case RuleStanding::Off: return ChipTint::Neutral;
    }
    Q_UNREACHABLE();
}

/// A figure and what it is.
QVBoxLayout *figure(PlainLabel *title, PlainLabel *value, PlainLabel *below)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(title);
    column->addWidget(value);
    if (below != nullptr)
        column->addWidget(below);
    column->addStretch(1);
    return column;
}

} // namespace

RulePage::RulePage(AlertHost &host, const QString &who, QWidget *parent)
    : QWidget(parent), m_name(new PlainLabel(QString(), Type::Title, Tone::Primary)),
      m_standing(new Chip(QString())), m_severity(new Chip(QString(), ChipTint::Outline)),
      m_condition(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_silence(new PlainLabel(QString(), Type::Small, Tone::Accent)), m_chart(new RuleChart),
      m_firings(new FiringPane(host, who)), m_scroll(new QScrollArea)
{
    m_name->setType(Type::Title, QFont::DemiBold);
    m_name->setElide(Qt::ElideRight);
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_silence->setWordWrap(true);
    auto *ground = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(margin, 14, margin, 16);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_standing);
    head->addWidget(m_name, 1);
    head->addWidget(m_severity);
    column->addLayout(head);
    column->addWidget(m_condition);
    column->addWidget(m_silence);
    column->addWidget(new Hairline);
    column->addWidget(makeFigures());
    column->addWidget(new Hairline);
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
    all->addWidget(m_scroll);
    connect(m_chart, &RuleChart::firingActivated, m_firings, &FiringPane::choose);
    connect(m_firings, &FiringPane::chosen, m_chart, &RuleChart::setChosen);
    connect(m_firings, &FiringPane::turnWanted, this, &RulePage::turnWanted);
}

QWidget *RulePage::makeFigures()
{
    const auto small = [](const QString &text) { return new PlainLabel(text, Type::Small, Tone::Second); };
    const auto big = [] {
        auto *label = new PlainLabel(QString(), Type::Figure, Tone::Primary);
        label->setType(Type::Figure, QFont::DemiBold);
        return label;
    };
    m_value = big();
    m_bound = big();
    m_since = big();
    m_boundTitle = small(Tr::tr("Fires at"));
    m_sinceTitle = small(QString());
    m_nOfM = small(QString());
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(36);
    row->addLayout(figure(small(Tr::tr("Now")), m_value, m_nOfM));
    row->addLayout(figure(m_boundTitle, m_bound, nullptr));
    row->addLayout(figure(m_sinceTitle, m_since, nullptr));
    row->addStretch(1);
    return box;
}

void RulePage::showRule(const RuleRow &row, UtcTime now)
{
    const AlertRule &rule = row.rule;
    const bool other = std::exchange(m_rule, rule.name) != rule.name;
    m_name->setText(rule.name);
    m_standing->setText(standingTitle(row.standing));
    m_standing->setTint(tintOf(row.standing));
    m_severity->setText(severityTitle(rule.severity));
    QStringList said{conditionText(rule)};
    said.append(Tr::tr("no data counts %1").arg(noDataTitle(rule.noData)));
    if (!rule.labels.isEmpty())
        said.append(visibleLine(labelsText(rule.labels), 300));
    m_condition->setText(said.join(u" · "_s));
    const AlertReadout &readout = row.readout;
    m_value->setText(readout.value               ? ruleValueText(rule, readout.value)
                     : readout.time == UtcTime{} ? u"–"_s
                                                 : Tr::tr("no data"));
    m_value->setTone(readout.value ? row.standing == RuleStanding::Firing ? Tone::Fail : Tone::Primary
                                   : Tone::Third);
    m_nOfM->setText(readout.total > 0           ? Tr::tr("%1 of %2").arg(readout.matching).arg(readout.total)
                    : readout.time == UtcTime{} ? QString()
                                                : Tr::tr("at %1").arg(whenText(readout.time, now)));
    m_boundTitle->setVisible(!rule.metric.isEmpty());
    m_bound->setVisible(!rule.metric.isEmpty());
    m_bound->setText(boundText(rule));
    const bool lasts = row.since != UtcTime{};
    m_sinceTitle->setVisible(lasts);
    m_since->setVisible(lasts);
    m_sinceTitle->setText(Tr::tr("%1 since %2").arg(standingTitle(row.standing), whenText(row.since, now)));
    m_since->setText(spanText(now - row.since));
    if (!other)
        return;
    m_scroll->ensureVisible(0, 0);
    m_chart->setHistory(std::nullopt);
    m_firings->setFirings(rule, {}, now, QString());
}

void RulePage::setSilence(const QString &text)
{
    m_silence->setText(text);
    m_silence->setVisible(!text.isEmpty());
}

void RulePage::setHistoryNote(const QString &note, Tone tone)
{
    m_chart->setCaption(note, tone);
}

void RulePage::setHistory(const RuleHistory &history, const QList<AlertEntry> &entries, const QString &range,
                          UtcTime now)
{
    m_chart->setHistory(history);
    QList<AlertFiring> firings;
    for (const AlertEntry &entry : entries)
        firings.append(entry.firing);
    m_chart->setCaption(firingSum(firings, range, now), firings.isEmpty() ? Tone::Second : Tone::Primary);
    m_firings->setFirings(history.rule, entries, now, Tr::tr("It did not fire in %1.").arg(range));
}

} // namespace assay::ui
