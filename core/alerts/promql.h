// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace re2 {
class RE2;
}

/// The part of Prometheus' query language that alert rules are made of: selectors with matchers, ranges,
/// rate and increase, *_over_time, histogram_quantile, sum, avg, min, max and count with by and without,
/// arithmetic, comparisons with bool, and, or, unless, on and ignoring. Nothing else is read.
/// @source Prometheus 2.42, promql/
namespace assay::promql {

enum class Type : std::uint8_t { Scalar, Vector, Range };

enum class MatchKind : std::uint8_t { Equal, NotEqual, Pattern, NotPattern };

struct Matcher
{
    QString label{};
    MatchKind kind = MatchKind::Equal;
    QString value{};
    std::shared_ptr<const re2::RE2> pattern{};

    bool holds(const QString &text) const;
};

enum class NodeKind : std::uint8_t { Number, Selector, Call, Aggregate, Binary, Negate };

/// Node of a parsed expression.
struct Node
{
    NodeKind kind = NodeKind::Number;
    Type type = Type::Scalar;
    qsizetype position = 0; ///< of its first character, from 0
    double number = 0.0;
    QString name{}; ///< metric, function, aggregation or operator
    QList<Matcher> matchers{};
    std::chrono::milliseconds range{0}; ///< of a Range selector
    QStringList labels{};               ///< of by and without, on and ignoring
    bool without = false;               ///< without; ignoring
    bool matched = false;               ///< on or ignoring is given
    bool asBool = false;                ///< the comparison gives 1 or 0
    std::vector<Node> children{};
};

/// Why a text is no expression that is understood here.
struct Problem
{
    qsizetype position = 0; ///< from 0
    QString what{};
    QString nearest{}; ///< the valid name most like what stands there; empty when none is near
};

/// Reads an expression that gives a vector.
tl::expected<Node, Problem> parse(const QString &text);

/// The selectors in an expression.
std::vector<const Node *> selectorsOf(const Node &node);
/// The longest range in it; five minutes, the look-back, for plain selectors.
std::chrono::milliseconds reachOf(const Node &node);

using Labels = QMap<QString, QString>;

struct Sample
{
    qint64 timeMs = 0;
    double value = 0.0;
};

/// Samples of one series, oldest first.
struct Series
{
    Labels labels{}; ///< without the name
    std::vector<Sample> samples{};
};

/// Series by the name of their metric.
using SeriesSet = QHash<QString, std::vector<Series>>;

struct Element
{
    Labels labels{};
    double value = 0.0;
};
using Vector = std::vector<Element>;

/// What the expression gives at a moment. nullopt: the series do not fit together (two match one), which
/// Prometheus calls an error.
std::optional<Vector> evaluate(const Node &node, const SeriesSet &series, qint64 timeMs);

} // namespace assay::promql
