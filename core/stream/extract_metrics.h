// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/extract.h"
#include "stream/extract_text.h"

#include <vector>

namespace assay {

/// Reads a Metrics message for ExtractReader. Private to core/stream.
class MetricsExtract
{
public:
    /// @return the header's bytes; nullopt: leave the message to Codec
    std::optional<std::string_view> read(std::string_view bytes, Extract &out, SummaryLine &summary);

private:
    /// A metric's value.
    struct Figure
    {
        enum class Kind : std::uint8_t { None, Integer, Number, Boolean, Other };
        Kind kind = Kind::None;
        qint64 integer = 0;
        double number = 0.0;
    };
    enum Known : std::size_t {
        Accuracy,
        Relevance,
        Completeness,
        Overall,
        QualityAccuracy,
        QualityRelevance,
        QualityCompleteness,
        QualityAverage,
        Threshold,
        Passed,
        IssueCount,
        LatencyMs,
        RetryCount,
        TurnNumber,
        AttemptNumber,
        KnownFigures,
    };
    enum Tag : std::size_t {
        TurnId,
        QueryId,
        Model,
        Category,
        QueryCategory,
        Complexity,
        ApplicationType,
        AppType,
        KnownTags,
    };

    bool readFigure(std::string_view entry);
    static bool readValue(std::string_view bytes, Figure &out);
    bool readTag(std::string_view entry);
    bool hasRepeats() const;
    bool readQuality(Extract &out, SummaryLine &summary);
    bool score(Known which, std::optional<float> &out) const;
    std::optional<qint64> integer(Known which) const;
    std::string_view firstTag(std::initializer_list<Tag> tags) const;
    void joinIssues();

    std::array<Figure, KnownFigures> m_figures{};
    std::array<std::string_view, KnownTags> m_tags{};
    std::vector<std::string_view> m_figureKeys;
    std::vector<std::string_view> m_tagKeys;
    std::vector<std::string_view> m_issues;
    std::string m_issueLines;
};

} // namespace assay
