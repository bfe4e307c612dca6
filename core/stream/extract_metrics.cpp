// SPDX-License-Identifier: Apache-2.0
#include "stream/extract_metrics.h"

#include "stream/metrics_reader.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

using Text = std::string_view;

constexpr std::size_t mostKeys = 24;

// In the order of Known and Tag.
constexpr std::array<Text, 15> figureNames{"accuracy",
                                           "relevance",
                                           "completeness",
                                           "quality_score",
                                           "quality_accuracy",
                                           "quality_relevance",
                                           "quality_completeness",
                                           "quality_average",
                                           "threshold",
                                           "passed",
                                           "quality_issues_count",
                                           "latency_ms",
                                           "retry_count",
                                           "turn_number",
                                           "attempt"};
constexpr std::array<Text, 8> tagNames{"turn_id",          "query_id",       "model",
                                       "category",         "query_category", "complexity",
                                       "application_type", "app_type"};
constexpr std::array<Text, 6> notIssues{"estimated", "passed",    "offline",
                                        "turn_id",   "thread_id", "tenant_id"};

bool repeats(const std::vector<Text> &keys)
{
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(i), keys[i]) !=
            keys.begin() + static_cast<std::ptrdiff_t>(i))
            return true;
    return false;
}

} // namespace

std::optional<Text> MetricsExtract::read(Text bytes, Extract &out, SummaryLine &summary)
{
    m_figures = {};
    m_tags = {};
    m_figureKeys.clear();
    m_tagKeys.clear();
    m_issues.clear();
    std::optional<Text> header;
    Text scope;
    Text scopeId;
    FieldReader cursor(bytes);
    WireValue field;
    FieldSet seen;
    while (!cursor.atEnd()) {
        if (!cursor.next(field) || field.wire != FieldReader::delimitedWire ||
            (field.number < 4 && !seen.isNew(field.number)))
            return std::nullopt;
        bool good = false;
        switch (field.number) {
        case 1:
            good = true;
            header = field.bytes;
            break;
        case 2:
            good = isPlainText(field.bytes);
            scope = field.bytes;
            break;
        case 3:
            good = isPlainText(field.bytes);
            scopeId = field.bytes;
            break;
        case 4: good = readFigure(field.bytes); break;
        case 5: good = readTag(field.bytes); break;
        default: break;
        }
        if (!good)
            return std::nullopt;
    }
    if (hasRepeats() || scope == "llm" || scope == "label")
        return std::nullopt;
    out.turnId = m_tags[TurnId];
    if (scope == "quality" || scope == "quality_attempt") {
        out.hasQuality = true;
        out.quality.scope = scope;
        out.quality.scopeId = scopeId;
        return readQuality(out, summary) ? header : std::nullopt;
    }
    const bool told = summary.add(scope) && summary.add(scopeId) &&
                      summary.number(static_cast<qint64>(m_figureKeys.size())) && summary.add("figures");
    return told ? header : std::nullopt;
}

bool MetricsExtract::hasRepeats() const
{
    return m_figureKeys.size() > mostKeys || m_tagKeys.size() > mostKeys || repeats(m_figureKeys) ||
           repeats(m_tagKeys);
}

bool MetricsExtract::readFigure(Text entry)
{
    Text key;
    Text value;
    Figure figure;
    if (!readMapEntry(entry, key, value) || !readValue(value, figure))
        return false;
    m_figureKeys.push_back(key);
    const auto known = std::ranges::find(figureNames, key);
    if (known != figureNames.end())
        m_figures[static_cast<std::size_t>(known - figureNames.begin())] = figure;
    return m_figureKeys.size() <= mostKeys;
}

bool MetricsExtract::readValue(Text bytes, Figure &out)
{
    out.kind = Figure::Kind::Other;
    FieldReader cursor(bytes);
    WireValue field;
    FieldSet seen;
    bool valued = false;
    while (!cursor.atEnd()) {
        if (!cursor.next(field) || !seen.isNew(field.number) ||
            (field.number < 6 && std::exchange(valued, true)))
            return false;
        bool good = false;
        switch (field.number) {
        case 1:
            good = field.wire == FieldReader::varintWire;
            out = {.kind = Figure::Kind::Integer, .integer = static_cast<qint64>(field.value)};
            break;
        case 2:
            out = {.kind = Figure::Kind::Number, .number = std::bit_cast<double>(field.value)};
            good = field.wire == FieldReader::fixed64Wire && std::isfinite(out.number);
            break;
        case 4:
            good = field.wire == FieldReader::varintWire;
            out = {.kind = Figure::Kind::Boolean, .integer = field.value != 0 ? 1 : 0};
            break;
        case 3:
        case 6: good = field.wire == FieldReader::delimitedWire && isPlainText(field.bytes); break;
        case 5: good = field.wire == FieldReader::delimitedWire; break;
        case 7: good = field.wire == FieldReader::varintWire; break;
        default: break;
        }
        if (!good)
            return false;
    }
    return true;
}

bool MetricsExtract::readTag(Text entry)
{
    Text key;
    Text value;
    if (!readMapEntry(entry, key, value) || !isPlainText(value))
        return false;
    m_tagKeys.push_back(key);
    const auto known = std::ranges::find(tagNames, key);
    if (known != tagNames.end())
        m_tags[static_cast<std::size_t>(known - tagNames.begin())] = value;
    if (value == "true" && std::ranges::find(notIssues, key) == notIssues.end())
        m_issues.push_back(key);
    return m_tagKeys.size() <= mostKeys;
}

bool MetricsExtract::score(Known which, std::optional<float> &out) const
{
    const Figure &figure = m_figures[which];
    if (figure.kind != Figure::Kind::Integer && figure.kind != Figure::Kind::Number)
        return true;
    out = scoreOf(figure.kind == Figure::Kind::Integer ? static_cast<double>(figure.integer) : figure.number);
    return out.has_value();
}

std::optional<qint64> MetricsExtract::integer(Known which) const
{
    const Figure &figure = m_figures[which];
    if (figure.kind == Figure::Kind::Integer)
        return figure.integer;
    if (figure.kind == Figure::Kind::Number && std::abs(figure.number) < 9.0e15)
        return static_cast<qint64>(std::llround(figure.number));
    return std::nullopt;
}

Text MetricsExtract::firstTag(std::initializer_list<Tag> tags) const
{
    for (const Tag tag : tags)
        if (!m_tags[tag].empty())
            return m_tags[tag];
    return {};
}

void MetricsExtract::joinIssues()
{
    std::ranges::sort(m_issues);
    m_issueLines.clear();
    for (const Text issue : m_issues)
        m_issueLines.append(m_issueLines.empty() ? "" : "\n").append(issue);
}

bool MetricsExtract::readQuality(Extract &out, SummaryLine &summary)
{
    Extract::Quality &quality = out.quality;
    const bool monitor = std::ranges::any_of(
        std::array{QualityAccuracy, QualityRelevance, QualityCompleteness, QualityAverage},
        [&](Known which) { return m_figures[which].kind != Figure::Kind::None; });
    quality.source = monitor ? QualityReading::Source::Monitor : QualityReading::Source::Callback;
    Scores &scores = quality.scores;
    if (!score(monitor ? QualityAccuracy : Accuracy, scores.accuracy) ||
        !score(monitor ? QualityRelevance : Relevance, scores.relevance) ||
        !score(monitor ? QualityCompleteness : Completeness, scores.completeness) ||
        !score(monitor ? QualityAverage : Overall, scores.overall) || !score(Threshold, quality.threshold))
        return false;
    const Figure &passed = m_figures[Passed];
    if (passed.kind == Figure::Kind::Boolean || passed.kind == Figure::Kind::Integer)
        quality.passed = passed.integer != 0;
    joinIssues();
    quality.issues = m_issueLines;
    quality.issueCount = integer(IssueCount);
    quality.latencyMs = integer(LatencyMs);
    quality.retryCount = integer(RetryCount);
    quality.turnNumber = integer(TurnNumber);
    quality.attempt = integer(AttemptNumber);
    quality.queryId = m_tags[QueryId];
    quality.model = m_tags[Model];
    quality.category = firstTag({Category, QueryCategory, Complexity});
    quality.application = firstTag({ApplicationType, AppType});

    const std::optional<float> shown = scores.overall ? scores.overall : meanOf(scores);
    if (!summary.add(quality.scope) || (shown && !summary.score(*shown)) ||
        (quality.passed && !summary.add(*quality.passed ? "passed" : "failed")))
        return false;
    for (std::size_t i = 0; i < m_issues.size(); ++i) {
        // Joined by ", " into one part of the line: blanks inside it would fold differently.
        const bool blank = m_issues[i].find_first_of(" \t\n\v\f\r") != Text::npos;
        if (m_issues[i].empty() || blank || !summary.add(m_issues[i]))
            return false;
        if (i + 1 < m_issues.size())
            summary.append(',');
    }
    return m_issueLines.size() < 800;
}

} // namespace assay
