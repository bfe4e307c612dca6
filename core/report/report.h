// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/micros.h"
#include "base/time.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>
#include <variant>

// What a report says, whatever format it will be written in: facts, tables and charts of their columns.
// Every format writes the same cells, so that all of them agree.

namespace assay {

/// How a cell is shown to people. Programs get the value itself.
enum class ReportUnit : std::uint8_t { Text, Count, Share, Score, Dollars, Seconds, Moment, Flag };

/// One value. Absent is absent: null in JSON, empty in CSV and XLSX, a dash for people.
struct ReportCell
{
    using Value = std::variant<std::monostate, QString, qint64, double, Micros, UtcTime, bool>;

    Value value{};
    ReportUnit unit = ReportUnit::Text;
    bool isDifference = false; ///< shown with its sign; a share's in points

    bool isAbsent() const { return std::holds_alternative<std::monostate>(value); }
    bool operator==(const ReportCell &) const = default;
};

ReportCell textCell(const QString &text);
ReportCell countCell(qint64 count);
ReportCell numberCell(std::optional<double> value, ReportUnit unit);
ReportCell differenceCell(std::optional<double> value, ReportUnit unit);
ReportCell moneyCell(Micros amount);
ReportCell momentCell(UtcTime time);
ReportCell flagCell(bool value);

struct ReportColumn
{
    QString token{}; ///< in JSON and CSV: "pass_rate"; money in "…_micros"
    QString label{}; ///< for people
    bool isNumber = true;
    bool isPrinted = true; ///< false: on no page, only in the formats for programs

    bool operator==(const ReportColumn &) const = default;
};

/// A row's place on a chart that something happened at.
struct ReportMark
{
    qsizetype row = 0;
    QString text{};

    bool operator==(const ReportMark &) const = default;
};

/// A picture of columns of its table. Rows without a value are drawn as gaps.
struct ReportChart
{
    enum class Shape : std::uint8_t {
        Bars,    ///< lying, each with its label
        Columns, ///< standing side by side
        Line,
    };
    Shape shape = Shape::Bars;
    QString title{};
    qsizetype label = 0;            ///< column
    qsizetype value = 1;            ///< column
    std::optional<qsizetype> low{}; ///< columns of the interval
    std::optional<qsizetype> high{};
    std::optional<double> limit{}; ///< a line across: a target or threshold
    QString limitText{};
    std::optional<double> top{}; ///< end of the axis; nullopt = of the values
    QList<ReportMark> marks{};

    bool operator==(const ReportChart &) const = default;
};

struct ReportTable
{
    QString token{}; ///< "models"
    QString title{};
    QString note{}; ///< how the figures came about, and what they lack; empty = nothing to say
    QList<ReportColumn> columns{};
    QList<QList<ReportCell>> rows{};
    QList<ReportCell> total{}; ///< one a column; empty = no total. People read "Total" in the first if absent
    QList<ReportChart> charts{};
    bool isPrinted = true; ///< false: people get the charts alone

    bool operator==(const ReportTable &) const = default;
};

/// One line of what the report is about.
struct ReportFact
{
    QString token{};
    QString label{};
    ReportCell value{};
    QString shown{}; ///< for people, where the value is a token; empty = as the value is shown

    bool operator==(const ReportFact &) const = default;
};

/// A figure at the top.
struct ReportTile
{
    QString label{};
    ReportCell value{};
    QString detail{}; ///< interval and n

    bool operator==(const ReportTile &) const = default;
};

struct Report
{
    QString title{};
    QString subtitle{};
    UtcTime generated{}; ///< the only moment in it that is not of the data
    QList<ReportFact> facts{};
    QList<ReportTile> tiles{};
    QList<ReportTable> tables{};
    QStringList notes{};

    /// The table of that name, or nullptr.
    const ReportTable *table(const QString &token) const;
    bool operator==(const Report &) const = default;
};

} // namespace assay
