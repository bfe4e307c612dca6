// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <optional>

namespace assay {

/// Innovation 2: what a draft says of itself in a trailer of its own lines.
struct SelfAssessment
{
    QString answer{};                   ///< the draft without the trailer
    std::optional<double> confidence{}; ///< [0, 1]; absent when the draft said nothing usable
    bool shouldSearch = false;
    QString reason{};

    /// Below 0.70, or asked for: the direct draft is not trusted and a search is made.
    bool wantsSearch() const;
};

/// Reads lines "CONFIDENCE: 0.8", "SHOULD_SEARCH: true", "REASON: …" that begin a line. A number
/// outside [0, 1] or with an exponent counts as absent, not as 1.
/// @source WIRE.md section 4, ConfidenceScorer, with its faults mended
SelfAssessment readSelfAssessment(const QString &draft);

/// How much of a growing draft can be shown: everything before a line that begins, or may yet turn
/// out to begin, the trailer.
qsizetype showableLength(const QString &draft);

} // namespace assay
