// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>
#include <optional>
#include <vector>

namespace assay::app {

/// Milliseconds, one for each repetition, in the order measured.
using Samples = std::vector<double>;

/// Most that a median, or another named figure, may be.
struct Goal
{
    double milliseconds = 0.0;
    bool ofP999 = false; ///< true: the 99.9th percentile, false: the median
};

/// One line of the report.
struct Figures
{
    QString name{};
    qsizetype n = 0;
    double median = 0.0;
    double p95 = 0.0;
    std::optional<double> p999{}; ///< absent below 1,000 samples, where it would be the maximum
    double minimum = 0.0;
    double maximum = 0.0;
    double lowestBlock = 0.0;  ///< medians of five successive fifths of the samples: how much the
    double highestBlock = 0.0; ///< machine itself moves while nothing else changes
    QString baseline{};        ///< name of the row this one is compared with; empty = none
    double ratio = 0.0;        ///< median over the baseline's median
    std::optional<Goal> goal{};
    QString note{};

    bool meetsGoal() const;
};

/// Nearest-rank percentile, `share` in (0, 1]; 0 for no samples.
double percentile(const Samples &samples, double share);

/// The figures of one row. @param samples one or more
Figures figuresOf(const QString &name, const Samples &samples);

/// Runs `work` a few times unmeasured, then `n` times on the clock.
Samples measure(int n, const std::function<void()> &work);

/// The same for two that are to be compared: in turn, since a disk's mood changes within seconds.
std::pair<Samples, Samples> measureInTurn(int n, const std::function<void()> &one,
                                          const std::function<void()> &other);

/// Rows of one run, in order.
class Report
{
public:
    /// Adds a row. @param baseline name of a row added before; empty = none
    Figures &add(const QString &name, const Samples &samples, const QString &baseline = {});

    /// A table for a terminal, with a line for every goal that was missed.
    QString text() const;
    QJsonObject json() const;

private:
    QList<Figures> m_rows;
};

} // namespace assay::app
