// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/model_report.h"

#include "ui/analytics/figure_words.h"
#include "ui/analytics/reliability_chart.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QLocale>
#include <QtWidgets/QGridLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int twoColumnsFrom = 640;
constexpr int tableRows = 4;
constexpr int valueWidth = 54;
constexpr qsizetype weightsShown = 16;

PlainLabel *small(const QString &text, Tone tone = Tone::Second)
{
    return new PlainLabel(text, Type::Small, tone);
}

PlainLabel *heading(const QString &text)
{
    auto *label = new PlainLabel(text, Type::Body, Tone::Primary);
    label->setType(Type::Body, QFont::DemiBold);
    return label;
}

} // namespace

ModelReport::ModelReport(QWidget *parent)
    : QWidget(parent), m_title(new PlainLabel(QString(), Type::Title, Tone::Primary)),
      m_verdict(new Chip(QString())), m_facts(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_reliability(new ReliabilityChart(this)),
      m_risk(new CurveChart(Tr::tr("Risk against coverage"), this)),
      m_cost(new CurveChart(Tr::tr("Cost against quality"), this)),
      m_weeks(new CurveChart(Tr::tr("Over the weeks"), this)), m_charts(new QGridLayout),
      m_weeksText(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_drift(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_weightsTitle(heading(Tr::tr("What weighs most"))), m_weights(new QGridLayout)
{
    m_title->setType(Type::Title, QFont::DemiBold);
    m_title->setElide(Qt::ElideRight);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_table = makeTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title, 1);
    head->addWidget(m_verdict);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_table);
    column->addWidget(new Hairline);
    m_charts->setHorizontalSpacing(24);
    m_charts->setVerticalSpacing(14);
    column->addLayout(m_charts);
    column->addWidget(m_weeksText);
    column->addWidget(m_drift);
    column->addWidget(new Hairline);
    column->addWidget(m_weightsTitle);
    m_weights->setHorizontalSpacing(12);
    m_weights->setVerticalSpacing(3);
    column->addLayout(m_weights);
    column->addStretch(1);
    for (Chart *chart : {static_cast<Chart *>(m_reliability), static_cast<Chart *>(m_risk),
                         static_cast<Chart *>(m_cost), static_cast<Chart *>(m_weeks)})
        connect(chart, &Chart::menuWanted, this,
                [this, chart](const QPoint &at) { Q_EMIT menuWanted(chart, at); });
    setStandingNote({});
}

QWidget *ModelReport::makeTable()
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    const QString heads[] = {Tr::tr("Accuracy"), u"AUROC"_s, Tr::tr("Log loss"), u"ECE"_s, u"AURC"_s};
    int column = 1;
    for (const QString &text : heads) {
        PlainLabel *label = small(text);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setMinimumWidth(valueWidth);
        grid->addWidget(label, 0, column++);
    }
    for (int row = 0; row < tableRows; ++row) {
        Row cells{.name = new PlainLabel(QString(), Type::Body, Tone::Primary)};
        cells.name->setElide(Qt::ElideRight);
        cells.name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        grid->addWidget(cells.name, row + 1, 0);
        for (int i = 0; i < 5; ++i) {
            auto *value = new PlainLabel(QString(), Type::Body, Tone::Primary);
            if (row == 0)
                value->setType(Type::Body, QFont::DemiBold);
            value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(value, row + 1, i + 1);
            cells.values.append(value);
        }
        m_rows.append(cells);
    }
    m_rows[0].name->setType(Type::Body, QFont::DemiBold);
    plainToolTip(table,
                 Tr::tr("Accuracy at even chance; AUROC: 0.5 is chance, 1 tells every pair apart; log loss, "
                        "ECE (expected calibration error) and AURC (area under the risk–coverage curve): "
                        "lower is better."));
    return table;
}

void ModelReport::setRow(int row, const QString &name, const std::optional<ClassifierMetrics> &metrics)
{
    const Row &cells = m_rows.at(row);
    cells.name->setText(name);
    cells.name->setVisible(metrics.has_value());
    for (PlainLabel *value : cells.values)
        value->setVisible(metrics.has_value());
    if (!metrics)
        return;
    const QString texts[] = {percentText(metrics->accuracy), fourText(metrics->auroc),
                             fourText(metrics->logLoss), fourText(metrics->ece), fourText(metrics->aurc)};
    for (qsizetype i = 0; i < cells.values.size(); ++i)
        cells.values.at(i)->setText(texts[i]);
}

void ModelReport::setReport(const QString &title, const TrainingReport &report)
{
    m_title->setText(title);
    const bool beats = report.beatsBaseline();
    m_verdict->setText(beats ? Tr::tr("beats the shipped predictor") : Tr::tr("does not beat the baseline"));
    m_verdict->setTint(beats ? ChipTint::Pass : ChipTint::Near);
    m_verdict->setGlyph(beats ? Band::Pass : Band::Near);
    m_facts->setText(trainingText(report));
    setRow(0, Tr::tr("This model"), report.test);
    setRow(1, Tr::tr("Shipped predictor"), report.shipped);
    setRow(2, Tr::tr("As predicted then"), report.inForce);
    const Row &always = m_rows.at(3);
    always.name->setText(Tr::tr("Always the same answer"));
    always.values.first()->setText(percentText(report.majority));
    for (PlainLabel *value : always.values.mid(1))
        value->setText(u"–"_s);
    showFigures(true);
    m_reliability->setPage(reliabilityPage(report));
    m_risk->setData(riskCurve(report));
    m_cost->setData(costCurve(report.routing));
    showWeights(report.weights);
    arrange();
}

void ModelReport::setUntrained(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_facts->setText(sentence);
    showWeights({});
    showFigures(false);
    arrange();
}

void ModelReport::showFigures(bool on)
{
    m_trained = on;
    m_verdict->setVisible(on);
    m_table->setVisible(on);
}

void ModelReport::showWeights(const QList<Contribution> &weights)
{
    while (QLayoutItem *item = m_weights->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_weightsTitle->setVisible(!weights.isEmpty());
    const qsizetype count = std::min(weights.size(), weightsShown);
    const qsizetype half = (count + 1) / 2;
    for (qsizetype i = 0; i < count; ++i) {
        const Contribution &one = weights.at(i);
        auto *words = small(weightText(one), Tone::Primary);
        words->setElide(Qt::ElideRight);
        words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        auto *value = small((one.weight > 0 ? u"+"_s : QString()) + QLocale().toString(one.weight, 'f', 2));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const int column = i < half ? 0 : 3;
        m_weights->addWidget(words, static_cast<int>(i % half), column);
        m_weights->addWidget(value, static_cast<int>(i % half), column + 1);
    }
    m_weights->setColumnStretch(0, 1);
    m_weights->setColumnStretch(3, 1);
    m_weights->setColumnMinimumWidth(2, 12);
}

void ModelReport::setStanding(const LearningStanding &standing)
{
    m_weeks->setData(weeksCurve(standing.weeks));
    m_weeksText->setText(weeksText(standing.weeks));
    if (!standing.drift) {
        m_drift->setTone(Tone::Second);
        m_drift->setText(Tr::tr("Drift: %1").arg(standing.noDrift));
        return;
    }
    const QStringList moved = driftTexts(*standing.drift);
    m_drift->setTone(moved.isEmpty() ? Tone::Second : Tone::Near);
    m_drift->setText(
        moved.isEmpty()
            ? Tr::tr("No drift: questions and calibration of the last 7 days (%1 turns) are as before (%2).")
                  .arg(numberText(standing.drift->now), numberText(standing.drift->before))
            : moved.join(u'\n'));
}

void ModelReport::setStandingNote(const QString &note)
{
    m_weeks->setData({.nothing = note});
    m_weeksText->setText(note);
    m_drift->setText({});
}

void ModelReport::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ModelReport::arrange()
{
    const int columns = width() >= twoColumnsFrom ? 2 : 1;
    if (std::exchange(m_columns, m_trained ? columns : 0) == (m_trained ? columns : 0) && m_arranged)
        return;
    m_arranged = true;
    int place = 0;
    for (Chart *chart : {static_cast<Chart *>(m_reliability), static_cast<Chart *>(m_risk),
                         static_cast<Chart *>(m_cost), static_cast<Chart *>(m_weeks)}) {
        m_charts->removeWidget(chart);
        chart->setVisible(m_trained || chart == m_weeks);
        if (!m_trained && chart != m_weeks)
            continue;
        m_charts->addWidget(chart, place / columns, place % columns);
        ++place;
    }
    m_charts->setColumnStretch(0, 1);
    m_charts->setColumnStretch(1, columns == 2 && m_trained ? 1 : 0);
}

QString ModelReport::figures() const
{
    QStringList lines;
    for (const Row &row : m_rows) {
        if (row.name->isHidden())
            continue;
        QStringList cells{row.name->fullText()};
        for (const PlainLabel *value : row.values)
            cells.append(value->fullText());
        lines.append(cells.join(u' '));
    }
    return lines.join(u'\n');
}

QString ModelReport::verdict() const
{
    return m_verdict->text();
}

QString ModelReport::drift() const
{
    return m_drift->shown();
}

} // namespace assay::ui
