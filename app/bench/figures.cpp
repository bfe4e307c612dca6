// SPDX-License-Identifier: Apache-2.0
#include "bench/figures.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int blocks = 5;
constexpr std::size_t fewestForP999 = 1000;

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 3 : 1);
}

QString padded(const QString &text, int width)
{
    return text.rightJustified(width);
}

int warmUps(int n)
{
    return std::clamp(n / 20, 1, 20);
}

double timed(const std::function<void()> &work)
{
    using Steady = std::chrono::steady_clock;
    const auto began = Steady::now();
    work();
    return std::chrono::duration<double, std::milli>(Steady::now() - began).count();
}

std::pair<double, double> blockMedians(const Samples &samples)
{
    const double whole = percentile(samples, 0.5);
    std::pair<double, double> range{whole, whole};
    const std::size_t size = samples.size() / blocks;
    if (size == 0)
        return {*std::ranges::min_element(samples), *std::ranges::max_element(samples)};
    for (std::size_t i = 0; i < blocks; ++i) {
        const auto from = samples.begin() + static_cast<std::ptrdiff_t>(i * size);
        const double median = percentile(Samples(from, from + static_cast<std::ptrdiff_t>(size)), 0.5);
        range = {std::min(range.first, median), std::max(range.second, median)};
    }
    return range;
}

} // namespace

bool Figures::meetsGoal() const
{
    if (!goal)
        return true;
    return (goal->ofP999 ? p999.value_or(maximum) : median) <= goal->milliseconds;
}

double percentile(const Samples &samples, double share)
{
    if (samples.empty())
        return 0.0;
    Samples sorted = samples;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    const auto at = sorted.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::ranges::nth_element(sorted, at);
    return *at;
}

Figures figuresOf(const QString &name, const Samples &samples)
{
    Figures row{.name = name,
                .n = static_cast<qsizetype>(samples.size()),
                .median = percentile(samples, 0.5),
                .p95 = percentile(samples, 0.95),
                .minimum = *std::ranges::min_element(samples),
                .maximum = *std::ranges::max_element(samples)};
    if (samples.size() >= fewestForP999)
        row.p999 = percentile(samples, 0.999);
    std::tie(row.lowestBlock, row.highestBlock) = blockMedians(samples);
    return row;
}

Samples measure(int n, const std::function<void()> &work)
{
    for (int i = 0; i < warmUps(n); ++i)
        work();
    Samples samples;
    samples.reserve(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i)
        samples.push_back(timed(work));
    return samples;
}

std::pair<Samples, Samples> measureInTurn(int n, const std::function<void()> &one,
                                          const std::function<void()> &other)
{
    for (int i = 0; i < warmUps(n); ++i) {
        one();
        other();
    }
    std::pair<Samples, Samples> samples;
    for (int i = 0; i < n; ++i) {
        samples.first.push_back(timed(one));
        samples.second.push_back(timed(other));
    }
    return samples;
}

Figures &Report::add(const QString &name, const Samples &samples, const QString &baseline)
{
    Figures row = figuresOf(name, samples);
    const auto base = std::ranges::find(m_rows, baseline, &Figures::name);
    if (base != m_rows.end() && base->median > 0) {
        row.baseline = baseline;
        row.ratio = row.median / base->median;
    }
    m_rows.append(row);
    return m_rows.last();
}

QString Report::text() const
{
    qsizetype width = 4;
    for (const Figures &row : m_rows)
        width = std::max(width, row.name.size());
    QString out = u"name"_s.leftJustified(width) + padded(u"n"_s, 7) + padded(u"median"_s, 10) +
                  padded(u"p95"_s, 10) + padded(u"p99.9"_s, 10) + padded(u"fifths' medians"_s, 20) +
                  u"  against\n"_s;
    for (const Figures &row : m_rows) {
        out += row.name.leftJustified(width) + padded(QString::number(row.n), 7) +
               padded(number(row.median), 10) + padded(number(row.p95), 10) +
               padded(row.p999 ? number(*row.p999) : u"–"_s, 10) +
               padded(number(row.lowestBlock) + u" – "_s + number(row.highestBlock), 20);
        if (!row.baseline.isEmpty())
            out += u"  %1 × %2"_s.arg(QString::number(row.ratio, 'f', row.ratio < 10 ? 2 : 0), row.baseline);
        out += u'\n';
    }
    out += u"Milliseconds.\n"_s;
    for (const Figures &row : m_rows) {
        if (!row.note.isEmpty())
            out += u"%1: %2\n"_s.arg(row.name, row.note);
        if (row.goal)
            out += u"%1: %2, the goal is %3 ms\n"_s.arg(row.name, row.meetsGoal() ? u"met"_s : u"MISSED"_s,
                                                        QString::number(row.goal->milliseconds));
    }
    return out.trimmed();
}

QJsonObject Report::json() const
{
    QJsonArray rows;
    for (const Figures &row : m_rows) {
        QJsonObject object{{u"name"_s, row.name},
                           {u"n"_s, row.n},
                           {u"median_ms"_s, row.median},
                           {u"p95_ms"_s, row.p95},
                           {u"min_ms"_s, row.minimum},
                           {u"max_ms"_s, row.maximum},
                           {u"lowest_block_median_ms"_s, row.lowestBlock},
                           {u"highest_block_median_ms"_s, row.highestBlock}};
        if (row.p999)
            object.insert(u"p99_9_ms"_s, *row.p999);
        if (!row.baseline.isEmpty()) {
            object.insert(u"baseline"_s, row.baseline);
            object.insert(u"ratio"_s, row.ratio);
        }
        if (row.goal) {
            object.insert(u"goal_ms"_s, row.goal->milliseconds);
            object.insert(u"goal_met"_s, row.meetsGoal());
        }
        if (!row.note.isEmpty())
            object.insert(u"note"_s, row.note);
        rows.append(object);
    }
    return {{u"version"_s, QStringLiteral(ASSAY_VERSION)}, {u"rows"_s, rows}};
}

} // namespace assay::app
