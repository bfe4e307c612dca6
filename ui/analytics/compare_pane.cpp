// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/compare_pane.h"

#include "ui/analytics/chart_scale.h"
#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>

#include <array>
#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;
using std::chrono::days;

namespace {

constexpr int margin = 20;
constexpr double headHeight = 20;
constexpr double rowHeight = 22;
enum Base { Before, DayBefore, WeekBefore, Own };

QString verdictText(const ComparedFigure &figure)
{
    switch (figure.verdict) {
    case Difference::Unknown: return Tr::tr("too little to tell");
    case Difference::NotDistinguishable: return Tr::tr("not distinguishable");
    case Difference::Higher: return figure.better ? Tr::tr("higher: better") : Tr::tr("higher: worse");
    case Difference::Lower: return figure.better ? Tr::tr("lower: better") : Tr::tr("lower: worse");
    }
    Q_UNREACHABLE();
}

QColor verdictColor(const ComparedFigure &figure)
{
    const bool told = figure.verdict == Difference::Higher || figure.verdict == Difference::Lower;
    if (!told || figure.kpi == Kpi::Responses)
        return tokens().textSecond;
    return tokens().band(figure.better ? Band::Pass : Band::Low).text;
}

QString verdictFor(const ComparedFigure &figure)
{
    if (figure.kpi != Kpi::Responses)
        return verdictText(figure);
    return figure.verdict == Difference::Higher  ? Tr::tr("higher")
           : figure.verdict == Difference::Lower ? Tr::tr("lower")
                                                 : verdictText(figure);
}

} // namespace

CompareTable::CompareTable(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Comparison"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize CompareTable::sizeHint() const
{
    return {1200, static_cast<int>(headHeight + rowHeight * static_cast<double>(kpiCount) + 6)};
}

void CompareTable::setComparison(const std::shared_ptr<const AnalyticsComparison> &comparison)
{
    m_comparison = comparison;
    QStringList all;
    if (m_comparison)
        for (int i = 0; i < static_cast<int>(m_comparison->figures.size()); ++i)
            all.append(sentence(i));
    setAccessibleDescription(all.join(u"\n"_s));
    update();
}

QString CompareTable::sentence(int index) const
{
    const ComparedFigure &figure = m_comparison->figures.at(index);
    const KpiUnit unit = kpiInfo(figure.kpi).unit;
    QStringList parts{kpiLabel(figure.kpi) + u": "_s + figureText(figure.base.value, unit) + u" → "_s +
                      figureText(figure.other.value, unit)};
    if (figure.difference)
        parts.append(differenceText(*figure.difference, unit));
    if (figure.interval)
        parts.append(Tr::tr("95% interval %1 to %2")
                         .arg(differenceText(figure.interval->low, unit),
                              differenceText(figure.interval->high, unit)));
    parts.append(verdictFor(figure));
    if (figure.paired)
        parts.append(Tr::tr("paired by %n thread(s)", nullptr, static_cast<int>(figure.pairs)));
    return parts.join(u"; "_s);
}

void CompareTable::choose(int index)
{
    m_current = index;
    Q_EMIT told(m_comparison && index >= 0 ? sentence(index) : QString());
    update();
}

void CompareTable::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (!m_comparison || (!up && event->key() != Qt::Key_Down && event->key() != Qt::Key_Right)) {
        QWidget::keyPressEvent(event);
        return;
    }
    choose(std::clamp(m_current + (up ? -1 : 1), 0, static_cast<int>(m_comparison->figures.size()) - 1));
}

void CompareTable::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    choose(m_comparison ? std::max(0, m_current) : -1);
}

void CompareTable::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    choose(-1);
}

/// Name, base, other, difference, interval, verdict.
QRectF CompareTable::column(int index, double top) const
{
    constexpr std::array ends{0.19, 0.29, 0.39, 0.52, 0.76, 1.0};
    const double room = width() - 2.0 * margin;
    const auto at = static_cast<std::size_t>(index);
    const double left = margin + (index == 0 ? 0.0 : room * ends.at(at - 1)) + (index == 0 ? 0 : 8);
    return {left, top, margin + room * ends.at(at) - left - 8, rowHeight};
}

void CompareTable::paintEvent(QPaintEvent *)
{
    if (!m_comparison)
        return;
    QPainter painter(this);
    paintHead(painter);
    for (int i = 0; i < static_cast<int>(m_comparison->figures.size()); ++i)
        paintRow(painter, i);
}

void CompareTable::paintHead(QPainter &painter) const
{
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(tokens().textSecond);
    const std::array names{
        QString(),        Tr::tr("base"), Tr::tr("now"), Tr::tr("difference"), Tr::tr("95% interval"),
        Tr::tr("verdict")};
    for (int i = 1; i < static_cast<int>(names.size()); ++i)
        drawLine(painter, column(i, 0), names.at(static_cast<std::size_t>(i)),
                 (i <= 3   ? Qt::AlignRight
                  : i == 4 ? Qt::AlignHCenter
                           : Qt::AlignLeft) |
                     Qt::AlignVCenter);
}

void CompareTable::paintRow(QPainter &painter, int index) const
{
    const Tokens &t = tokens();
    const ComparedFigure &figure = m_comparison->figures.at(index);
    const KpiUnit unit = kpiInfo(figure.kpi).unit;
    const double top = headHeight + rowHeight * index;
    if (hasFocus() && m_current == index)
        paintFocusRing(painter, {margin - 6.0, top, width() - 2.0 * margin + 12, rowHeight},
                       metric::radiusChip);
    painter.fillRect(QRectF(margin, top, width() - 2.0 * margin, 1), t.hairline);
    painter.setFont(assay::ui::font(Type::Body));
    painter.setPen(t.text);
    drawLine(painter, column(0, top), kpiLabel(figure.kpi));
    painter.setPen(t.textSecond);
    drawFigures(painter, column(1, top), figureText(figure.base.value, unit));
    painter.setPen(t.text);
    drawFigures(painter, column(2, top), figureText(figure.other.value, unit));
    painter.setPen(verdictColor(figure));
    drawFigures(painter, column(3, top),
                figure.difference ? differenceText(*figure.difference, unit) : u"–"_s);
    QString verdict = verdictFor(figure);
    if (figure.paired)
        verdict += u" · "_s + Tr::tr("paired by %n thread(s)", nullptr, static_cast<int>(figure.pairs));
    drawLine(painter, column(5, top), verdict);
    paintInterval(painter, column(4, top), figure);
}

/// Zero in the middle; the interval as a line, the difference as a mark on it.
void CompareTable::paintInterval(QPainter &painter, const QRectF &rect, const ComparedFigure &figure) const
{
    const Tokens &t = tokens();
    painter.fillRect(QRectF(std::round(rect.center().x()), rect.top() + 3, 1, rect.height() - 6),
                     t.strongLine);
    if (!figure.interval || !figure.difference)
        return;
    const double reach =
        std::max({std::abs(figure.interval->low), std::abs(figure.interval->high), 1e-12}) * 1.1;
    const Scale x{.low = -reach, .high = reach, .start = rect.left(), .end = rect.right()};
    const QColor color = verdictColor(figure);
    const double y = std::round(rect.center().y());
    painter.fillRect(QRectF(x.at(figure.interval->low), y,
                            std::max(2.0, x.at(figure.interval->high) - x.at(figure.interval->low)), 2),
                     color);
    painter.fillRect(QRectF(x.at(*figure.difference) - 1.5, y - 4, 3, 10), color);
}

ComparePane::ComparePane(QWidget *parent)
    : QWidget(parent), m_tabs(new SegmentedTabs({Tr::tr("Period before"), Tr::tr("A day before"),
                                                 Tr::tr("A week before"), Tr::tr("From–to")})),
      m_own(new QLineEdit), m_facts(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_table(new CompareTable)
{
    m_tabs->setAccessibleName(Tr::tr("Compare with"));
    m_own->setAccessibleName(Tr::tr("Range to compare with"));
    m_own->setPlaceholderText(u"2026-11-19T08:00..2026-11-20T08:00"_s);
    m_own->setFixedWidth(260);
    m_own->hide();
    m_facts->setElide(Qt::ElideRight);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(margin, 0, margin, 0);
    line->setSpacing(12);
    line->addWidget(m_tabs);
    line->addWidget(m_own);
    line->addWidget(m_facts, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_table);
    connect(m_own, &QLineEdit::returnPressed, this, &ComparePane::changed);
    connect(m_tabs, &SegmentedTabs::currentChanged, this, [this](int index) {
        m_own->setVisible(index == Own);
        if (index == Own)
            m_own->setFocus(Qt::OtherFocusReason);
        else
            Q_EMIT changed();
    });
}

Result<TimeRange> ComparePane::baseOf(const TimeRange &range, UtcTime now) const
{
    const auto back = [&](std::chrono::microseconds by) {
        return TimeRange{.from = range.from - by, .to = range.to - by};
    };
    switch (m_tabs->current()) {
    case DayBefore: return back(days(1));
    case WeekBefore: return back(days(7));
    case Own:
        if (!m_own->text().trimmed().isEmpty())
            return readTimeRange(m_own->text(), now);
        [[fallthrough]];
    default: return back(range.length());
    }
}

void ComparePane::setProblem(const QString &problem)
{
    m_facts->setTone(Tone::Fail);
    m_facts->setText(problem);
}

void ComparePane::setComparison(const std::shared_ptr<const AnalyticsComparison> &comparison)
{
    m_table->setComparison(comparison);
    m_facts->setTone(Tone::Second);
    m_facts->setText(comparison ? Tr::tr("base: %1, %2 · %n thread(s) in both", nullptr,
                                         static_cast<int>(comparison->sharedThreads))
                                      .arg(rangeText(comparison->base.range), factsText(comparison->base))
                                : QString());
}

} // namespace assay::ui
