// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/statistics.h"
#include "base/result.h"
#include "eval/eval_run.h"

#include <QtCore/QMap>

#include <span>
#include <vector>

namespace assay {

/// What a person and any number of judges said of one answer.
struct LabelledItem
{
    QString id{};
    double human = 0.0;             ///< in [0, 1]; good = 1, bad = 0
    bool isGraded = false;          ///< the person gave a score, not good or bad
    QMap<QString, double> scores{}; ///< by judge; a judge that gave none is absent

    bool operator==(const LabelledItem &) const = default;
};

/// Pass as the judge sees it against pass as the person sees it.
struct Confusion
{
    qint64 bothPass = 0;
    qint64 judgeOnly = 0; ///< the judge passes what the person does not
    qint64 humanOnly = 0;
    qint64 neither = 0;

    qint64 total() const { return bothPass + judgeOnly + humanOnly + neither; }
    bool operator==(const Confusion &) const = default;
};

/// One judge held against the labels. Figures that the data cannot give are absent: a correlation of a
/// judge that says always the same, a kappa where everybody passes everything.
struct JudgeAgreement
{
    QString judge{};
    Confusion confusion{};
    std::optional<double> accuracy{};
    std::optional<Interval> accuracyInterval{};
    std::optional<double> kappa{};    ///< Cohen's, of pass and fail
    std::optional<double> alpha{};    ///< Krippendorff's, of pass and fail
    std::optional<double> pearson{};  ///< of the judge's score and the label
    std::optional<double> spearman{}; ///< the same by ranks
    double bias = 0.0;                ///< mean of judge − label

    bool operator==(const JudgeAgreement &) const = default;
};

struct AgreementReport
{
    double threshold = 0.0;
    qint64 items = 0;
    QList<JudgeAgreement> judges{};      ///< by name
    std::optional<double> amongAll{};    ///< Krippendorff's alpha of all judges and the person, pass and fail
    std::optional<double> amongJudges{}; ///< of the judges' scores alone, as an interval scale

    bool operator==(const AgreementReport &) const = default;
};

/// @param threshold score from which a judge, and a person who gave a score, passes an answer
AgreementReport agreementOf(const QList<LabelledItem> &items, double threshold);

/// Agreement beyond chance of two raters. @source J. Cohen, 1960
/// @return absent without items, and where both use one category only
std::optional<double> cohenKappa(std::span<const int> a, std::span<const int> b);

enum class MeasureLevel : std::uint8_t { Nominal, Interval };

/// Agreement of any number of raters, any of whom may be silent on a unit.
/// @param units the values that were given to each unit; units with fewer than two do not count
/// @return absent where nothing can be paired, or all values are one
/// @source K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011
std::optional<double> krippendorffAlpha(std::span<const std::vector<double>> units, MeasureLevel level);

/// Absent for fewer than two pairs, and where one side does not vary.
std::optional<double> pearson(std::span<const double> a, std::span<const double> b);
/// Pearson's of the ranks; equal values share the mean of their ranks.
std::optional<double> spearman(std::span<const double> a, std::span<const double> b);

/// Reads labels: a line of JSON each with "id", "label" ("good", "bad", true, false or a score in [0, 1])
/// and "scores", an object of judge and score, which may be absent where `run` has the answers.
/// @param run results whose judges' votes are taken by id; nullptr = the lines hold the scores
/// @errors InvalidArgument with file and line
Result<QList<LabelledItem>> readLabels(const QByteArray &text, const QString &file, const EvalRun *run);

QJsonObject toJson(const AgreementReport &report);

} // namespace assay
