// SPDX-License-Identifier: Apache-2.0
#include "stream/metrics_reader.h"

#include "base/tr.h"
#include "stream/message_text.h"

#include <QtCore/QSet>

#include <dashstream.pb.h>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

namespace wire = dashstream::v1;

constexpr quint32 mapValue = 2; // of a map's entry

/// Figures of one Metrics message by name; remembers the first that is no figure.
class Figures
{
public:
    explicit Figures(const wire::Metrics &metrics) : m_metrics(metrics) {}

    std::optional<double> number(const char *key) const
    {
        const wire::MetricValue *value = find(key);
        if (value == nullptr)
            return std::nullopt;
        if (value->has_int_value())
            return static_cast<double>(value->int_value());
        if (value->has_float_value())
            return value->float_value();
        return std::nullopt;
    }

    std::optional<qint64> integer(const char *key) const
    {
        const wire::MetricValue *value = find(key);
        if (value != nullptr && value->has_int_value())
            return value->int_value();
        // Beyond 2^53 a double no longer says which integer was meant.
        if (value != nullptr && value->has_float_value() && std::abs(value->float_value()) < 9.0e15)
            return static_cast<qint64>(std::llround(value->float_value()));
        return std::nullopt;
    }

    std::optional<bool> boolean(const char *key) const
    {
        const wire::MetricValue *value = find(key);
        if (value != nullptr && value->has_bool_value())
            return value->bool_value();
        if (value != nullptr && value->has_int_value())
            return value->int_value() != 0;
        return std::nullopt;
    }

    std::optional<float> score(const char *key)
    {
        const std::optional<double> value = number(key);
        if (!value)
            return std::nullopt;
        const std::optional<float> score = scoreOf(*value);
        if (!score && m_badScore.isEmpty())
            m_badScore = QString::fromLatin1(key);
        return score;
    }

    QString text(const char *key) const
    {
        const wire::MetricValue *value = find(key);
        return value != nullptr ? textOf(value->string_value()) : QString();
    }

    QString tag(const char *key) const
    {
        const auto found = m_metrics.tags().find(key);
        return found != m_metrics.tags().end() ? textOf(found->second) : QString();
    }

    QString firstTag(std::initializer_list<const char *> keys) const
    {
        for (const char *key : keys)
            if (QString value = tag(key); !value.isEmpty())
                return value;
        return {};
    }

    bool has(const char *key) const { return find(key) != nullptr; }
    const QString &badScore() const { return m_badScore; }

private:
    const wire::MetricValue *find(const char *key) const
    {
        const auto found = m_metrics.metrics().find(key);
        return found != m_metrics.metrics().end() ? &found->second : nullptr;
    }

    const wire::Metrics &m_metrics;
    QString m_badScore;
};

/// Both emitters write an issue as a tag of its own, name → "true", among their other tags.
QStringList issuesOf(const wire::Metrics &metrics)
{
    static const QSet<QByteArray> notIssues{"estimated", "passed",    "offline",
                                            "turn_id",   "thread_id", "tenant_id"};
    QStringList issues;
    for (const auto &[key, value] : metrics.tags())
        if (value == "true" && !notIssues.contains(QByteArray::fromStdString(key)))
            issues.append(textOf(key));
    issues.sort(); // a protobuf map has no order
    return issues;
}

QualityReading readQuality(const wire::Metrics &metrics, Figures &figures)
{
    const bool monitor = figures.has("quality_accuracy") || figures.has("quality_relevance") ||
                         figures.has("quality_completeness") || figures.has("quality_average");
    QualityReading reading{.source =
                               monitor ? QualityReading::Source::Monitor : QualityReading::Source::Callback};
    reading.scope = textOf(metrics.scope());
    reading.scopeId = textOf(metrics.scope_id());
    reading.scores = monitor ? Scores{.accuracy = figures.score("quality_accuracy"),
                                      .relevance = figures.score("quality_relevance"),
                                      .completeness = figures.score("quality_completeness"),
                                      .overall = figures.score("quality_average")}
                             : Scores{.accuracy = figures.score("accuracy"),
                                      .relevance = figures.score("relevance"),
                                      .completeness = figures.score("completeness"),
                                      .overall = figures.score("quality_score")};
    reading.threshold = figures.score("threshold");
    reading.passed = figures.boolean("passed");
    reading.issues = issuesOf(metrics);
    reading.issueCount = figures.integer("quality_issues_count");
    reading.latencyMs = figures.integer("latency_ms");
    reading.retryCount = figures.integer("retry_count");
    reading.turnNumber = figures.integer("turn_number");
    reading.attempt = figures.integer("attempt");
    reading.queryId = figures.tag("query_id");
    reading.model = figures.tag("model");
    reading.category = figures.firstTag({"category", "query_category", "complexity"});
    reading.application = figures.firstTag({"application_type", "app_type"});
    return reading;
}

LlmReading readLlm(const Figures &figures)
{
    LlmReading reading{.model = figures.tag("model"), .purpose = figures.tag("purpose")};
    reading.promptTokens = figures.integer("prompt_tokens");
    reading.completionTokens = figures.integer("completion_tokens");
    reading.estimated = figures.tag("estimated") == "true"_L1;
    if (const std::optional<qint64> micros = figures.integer("cost_micros"))
        reading.cost = Micros{*micros};
    else if (const std::optional<double> usd = figures.number("cost_usd"); usd && std::abs(*usd) < 9.0e9)
        reading.cost = Micros{std::llround(*usd * 1e6)};
    if (const std::optional<qint64> duration = figures.integer("duration_us"))
        reading.duration = std::chrono::microseconds(*duration);
    return reading;
}

/// @param metric key of the metric at fault
DecodeFailure schemaFailure(DecodeReason reason, const QByteArray &metric, QString sentence)
{
    return DecodeFailure{.stage = DecodeStage::Schema,
                         .reason = reason,
                         .offset = std::nullopt,
                         .message = std::move(sentence),
                         .way = {{.number = wire::Metrics::kMetricsFieldNumber, .key = metric}, {mapValue}}};
}

} // namespace

std::optional<float> scoreOf(double value)
{
    // f32 arithmetic may end a rounding error outside; anything further out is no score.
    constexpr double slack = 1e-6;
    if (!(value >= -slack && value <= 1.0 + slack))
        return std::nullopt;
    return static_cast<float>(std::clamp(value, 0.0, 1.0));
}

std::optional<DecodeFailure> readMetrics(const wire::Metrics &metrics, DecodedMessage &message)
{
    for (const auto &[key, value] : metrics.metrics())
        if (value.has_float_value() && !std::isfinite(value.float_value()))
            return schemaFailure(DecodeReason::NotFinite, QByteArray::fromStdString(key),
                                 Tr::tr("The metric “%1” is not a finite number.").arg(textOf(key)));
    Figures figures(metrics);
    message.turnId = figures.tag("turn_id");
    if (metrics.scope() == "quality" || metrics.scope() == "quality_attempt") {
        message.quality = readQuality(metrics, figures);
        message.summary = summaryOf(*message.quality);
        if (!figures.badScore().isEmpty())
            return schemaFailure(DecodeReason::ScoreOutOfRange, figures.badScore().toUtf8(),
                                 Tr::tr("The score “%1” is outside 0 to 1.").arg(figures.badScore()));
    } else if (metrics.scope() == "llm") {
        message.llm = readLlm(figures);
        message.summary = summaryOf(*message.llm);
    } else if (metrics.scope() == "label") {
        const std::optional<Label> label = fromToken<Label>(figures.text("label"));
        if (!label)
            return schemaFailure(
                DecodeReason::BadLabel, "label",
                Tr::tr("“%1” is no label; good, bad and none are.").arg(figures.text("label")));
        message.label = LabelReading{.label = *label, .note = figures.text("note")};
        message.summary = u"label "_s + tokenOf(*label);
    }
    return std::nullopt;
}

} // namespace assay
