// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspector_model.h"
#include "ui/ask/turn_text.h"
#include "ui/kit/chip.h"
#include "ui/kit/tr.h"

#include <array>
#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFacts = 40;

struct Word
{
    const char *token;
    const char *text;
};

constexpr std::array issueWords{
    Word{"tool_results_ignored", QT_TRANSLATE_NOOP("AssayUi", "ignored tool result")},
    Word{"missing_citations", QT_TRANSLATE_NOOP("AssayUi", "no citations")},
    Word{"incomplete_coverage", QT_TRANSLATE_NOOP("AssayUi", "incomplete coverage")},
    Word{"low_accuracy", QT_TRANSLATE_NOOP("AssayUi", "low accuracy")},
    Word{"low_relevance", QT_TRANSLATE_NOOP("AssayUi", "low relevance")},
    Word{"low_completeness", QT_TRANSLATE_NOOP("AssayUi", "incomplete")},
    Word{"empty_answer", QT_TRANSLATE_NOOP("AssayUi", "empty answer")},
    Word{"one_word_answer", QT_TRANSLATE_NOOP("AssayUi", "one-word answer")},
    Word{"overall_mismatch", QT_TRANSLATE_NOOP("AssayUi", "scores contradict")},
};

constexpr std::array featureWords{
    Word{"query_length", QT_TRANSLATE_NOOP("AssayUi", "question length")},
    Word{"very_short", QT_TRANSLATE_NOOP("AssayUi", "very short question")},
    Word{"odd_length", QT_TRANSLATE_NOOP("AssayUi", "unusual length")},
    Word{"complexity", QT_TRANSLATE_NOOP("AssayUi", "complexity")},
    Word{"specificity", QT_TRANSLATE_NOOP("AssayUi", "specific terms")},
    Word{"ambiguity", QT_TRANSLATE_NOOP("AssayUi", "ambiguity")},
    Word{"has_doc_keywords", QT_TRANSLATE_NOOP("AssayUi", "asks for documentation")},
    Word{"has_version", QT_TRANSLATE_NOOP("AssayUi", "names a version")},
    Word{"is_factual", QT_TRANSLATE_NOOP("AssayUi", "asks for a fact")},
    Word{"is_howto", QT_TRANSLATE_NOOP("AssayUi", "asks how to")},
    Word{"parts", QT_TRANSLATE_NOOP("AssayUi", "several questions in one")},
};

constexpr std::array checkWords{
    Word{"format", QT_TRANSLATE_NOOP("AssayUi", "Format")},
    Word{"citations_resolve", QT_TRANSLATE_NOOP("AssayUi", "Citations")},
    Word{"no_prompt_leak", QT_TRANSLATE_NOOP("AssayUi", "Prompt leak")},
    Word{"not_truncated", QT_TRANSLATE_NOOP("AssayUi", "Complete text")},
};

template<std::size_t N>
QString wordFor(const std::array<Word, N> &words, const QString &token)
{
    for (const Word &word : words)
        if (token == QLatin1StringView(word.token))
            return Tr::tr(word.text);
    QString plain = shortLine(token, 80);
    return plain.replace(u'_', u' ');
}

QString ruleText(CommitteeRule rule, qsizetype judges)
{
    switch (rule) {
    case CommitteeRule::Mean: return Tr::tr("mean of %1").arg(judges);
    case CommitteeRule::Median: return Tr::tr("median of %1").arg(judges);
    case CommitteeRule::Majority: return Tr::tr("majority of %1").arg(judges);
    case CommitteeRule::Veto: return Tr::tr("lowest of %1").arg(judges);
    }
    Q_UNREACHABLE();
}

QString tierText(Tier tier)
{
    return tier == Tier::Fast ? Tr::tr("fast") : Tr::tr("premium");
}

QString signedFigure(double value)
{
    return (value < 0 ? u"−"_s : u"+"_s) + QString::number(std::abs(value), 'f', 2);
}

FactRow voteRow(const JudgeVote &vote)
{
    FactRow row{.name = shortLine(vote.judge, 60), .text = shortLine(vote.model, 120)};
    if (!vote.error.isEmpty()) {
        row.mark = FactRow::Mark::Bad;
        row.text = shortLine(vote.error, 300);
    }
    if (vote.scores.overall)
        row.score = static_cast<double>(*vote.scores.overall);
    return row;
}

} // namespace

QString issueText(const QString &token)
{
    return wordFor(issueWords, token);
}

JudgeSection judgeOf(const Turn &turn, int attempt)
{
    const Attempt *shown = attemptShown(turn, attempt);
    const Candidate *speaker = shown ? speakerOf(*shown) : nullptr;
    if (!speaker || !speaker->judgement)
        return {};
    const Judgement &judgement = *speaker->judgement;
    JudgeSection section{.reasoning = judgement.reasoning.left(20'000), .needsHuman = judgement.needsHuman};
    if (judgement.votes.size() > 1) {
        section.summary = ruleText(judgement.rule, judgement.votes.size());
        for (const JudgeVote &vote : judgement.votes.mid(0, mostFacts))
            section.votes.append(voteRow(vote));
    } else if (judgement.votes.size() == 1) {
        const JudgeVote &only = judgement.votes.first();
        section.summary = shortLine(only.model.isEmpty() ? only.judge : only.model, 60);
        if (!only.error.isEmpty())
            section.votes.append(voteRow(only));
    }
    if (judgement.disagreement)
        section.summary +=
            u" · "_s + Tr::tr("disagreement %1")
                           .arg(QString::number(static_cast<double>(*judgement.disagreement), 'f', 2));
    for (const QString &issue : judgement.issues.mid(0, mostFacts))
        section.issues.append(issueText(issue));
    return section;
}

RouteSection routeOf(const Turn &turn)
{
    const Route &route = turn.route;
    if (route.model.isEmpty() && route.reason.isEmpty())
        return {};
    RouteSection section{.summary = tierText(route.tier) + u" · "_s + strategyText(route.strategy),
                         .reason = route.reason.left(4000)};
    section.rows.append({.name = Tr::tr("Confidence"),
                         .text = shortLine(route.predictor, 80),
                         .figure = QString::number(route.confidence, 'f', 2)});
    for (const Contribution &one : route.contributions.mid(0, mostFacts)) {
        const double effect = one.value * one.weight;
        section.rows.append({.name = effect < 0 ? Tr::tr("lowered by") : Tr::tr("raised by"),
                             .text = wordFor(featureWords, one.feature),
                             .figure = signedFigure(effect)});
    }
    if (!turn.rewrittenQuery.isEmpty())
        section.rows.append({.name = Tr::tr("Searched again"), .text = shortLine(turn.rewrittenQuery, 400)});
    // Those that come with Assay go without saying.
    QStringList prompts;
    for (const PromptUse &one : turn.prompts)
        if (one.version != 1)
            prompts.append(u"%1 v%2"_s.arg(shortLine(one.name, 40)).arg(one.version));
    if (!prompts.isEmpty())
        section.rows.append({.name = Tr::tr("Prompts"), .text = shortLine(prompts.join(u", "_s), 400)});
    const QString profile = shortLine(turn.policy.profile, 60);
    section.rows.append({.name = Tr::tr("Policy"),
                         .text = profile.isEmpty() ? Tr::tr("no profile") : Tr::tr("profile %1").arg(profile),
                         .figure = Tr::tr("rev. %1").arg(turn.policy.revision)});
    return section;
}

namespace {

FactRow responseRow(const Candidate &speaker, const Policy &policy)
{
    FactRow row{.name = Tr::tr("Response")};
    if (!policy.responseValidator) {
        row.mark = FactRow::Mark::Off;
        row.text = Tr::tr("validator off");
        return row;
    }
    row.mark = speaker.check.state == ResponseState::Valid ? FactRow::Mark::Good : FactRow::Mark::Bad;
    switch (speaker.check.state) {
    case ResponseState::Valid: row.text = Tr::tr("uses what was found"); return row;
    case ResponseState::ToolResultsIgnored:
        row.text = Tr::tr("ignores what was found: “%1”").arg(shortLine(speaker.check.phrase, 200));
        return row;
    case ResponseState::MissingCitations: row.text = Tr::tr("cites nothing"); return row;
    }
    Q_UNREACHABLE();
}

FactRow toolsRow(const Turn &turn, const Policy &policy)
{
    FactRow row{.name = Tr::tr("Tool results")};
    if (!policy.toolResultValidator) {
        row.mark = FactRow::Mark::Off;
        row.text = Tr::tr("validator off");
        return row;
    }
    const auto unusable = std::ranges::count_if(
        turn.evidence, [](const Evidence &one) { return one.toolState != ToolResultState::Ok; });
    row.mark = unusable == 0 ? FactRow::Mark::Good : FactRow::Mark::Bad;
    row.text = turn.evidence.isEmpty() ? Tr::tr("no passages")
               : unusable == 0         ? Tr::tr("all %1 usable").arg(turn.evidence.size())
                                       : Tr::tr("%1 of %2 unusable").arg(unusable).arg(turn.evidence.size());
    return row;
}

} // namespace

QList<FactRow> checkRows(const Turn &turn, int attempt)
{
    const Attempt *shown = attemptShown(turn, attempt);
    const Candidate *speaker = shown ? speakerOf(*shown) : nullptr;
    if (!speaker)
        return {};
    QList<FactRow> rows{responseRow(*speaker, shown->policy), toolsRow(turn, shown->policy)};
    for (const QaCheck &check : speaker->qa.checks.mid(0, mostFacts))
        rows.append({.mark = check.passed ? FactRow::Mark::Good : FactRow::Mark::Bad,
                     .name = wordFor(checkWords, check.name),
                     .text = shortLine(check.detail, 300)});
    if (!shown->policy.qaSubgraph)
        rows.append({.mark = FactRow::Mark::Off, .name = Tr::tr("QA checks"), .text = Tr::tr("off")});
    if (speaker->selfConfidence)
        rows.append({.name = Tr::tr("Own estimate"),
                     .text = Tr::tr("what the draft said of itself"),
                     .figure = QString::number(static_cast<double>(*speaker->selfConfidence), 'f', 2)});
    for (const Candidate &other : shown->candidates.mid(0, mostFacts)) {
        if (shown->candidates.size() < 2)
            break;
        FactRow row{.mark = !other.error.isEmpty() ? FactRow::Mark::Bad : FactRow::Mark::None,
                    .name = shortLine(other.path, 60).replace(u'_', u' '),
                    .text = shortLine(other.error.isEmpty() ? other.model : other.error, 200)};
        if (other.chosen)
            row.text += u" · "_s + Tr::tr("chosen");
        if (other.judgement && other.judgement->scores.overall)
            row.score = static_cast<double>(*other.judgement->scores.overall);
        rows.append(row);
    }
    return rows;
}

} // namespace assay::ui
