// SPDX-License-Identifier: Apache-2.0
#include "agent/qa_subgraph.h"

#include "agent/response_validator.h"
#include "base/text.h"
#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestAnswer = 20;

QaCheck formatCheck(const QaInput &input)
{
    const qsizetype length = input.answer.trimmed().size();
    return {.name = {},
            .passed = length >= shortestAnswer,
            .detail = Tr::tr("%n character(s)", nullptr, static_cast<int>(length))};
}

QaCheck citationsCheck(const QaInput &input)
{
    // Without any evidence brackets are just brackets.
    const QStringList unknown =
        input.evidence.isEmpty() ? QStringList() : unknownLabels(input.answer, input.evidence);
    return {.name = {},
            .passed = unknown.isEmpty(),
            .detail = unknown.isEmpty() ? Tr::tr("every citation names a source")
                                        : Tr::tr("no source for %1").arg(unknown.join(u", "_s))};
}

QaCheck leakCheck(const QaInput &input)
{
    static const QStringList traces{u"<<<assay"_s, u"you are a support engineer's assistant"_s, u"{{"_s};
    const QString folded = foldForMatch(input.answer);
    for (const QString &trace : traces)
        if (folded.contains(trace))
            return {.name = {}, .passed = false, .detail = Tr::tr("repeats its prompt: %1").arg(trace)};
    return {.name = {}, .passed = true, .detail = Tr::tr("nothing of the prompt in it")};
}

QaCheck endCheck(const QaInput &input)
{
    const QString text = input.answer.trimmed();
    const qsizetype fences = text.count(u"```"_s);
    return {.name = {},
            .passed = fences % 2 == 0,
            .detail = fences % 2 == 0 ? Tr::tr("ends whole") : Tr::tr("a code block is never closed")};
}

} // namespace

QaSubgraph QaSubgraph::standard()
{
    return {.checks = {{"format", formatCheck},
                       {"citations_resolve", citationsCheck},
                       {"no_prompt_leak", leakCheck},
                       {"not_truncated", endCheck}}};
}

QaReport QaSubgraph::run(const QaInput &input) const
{
    QaReport report{.passed = true, .checks = {}};
    for (const Check &check : checks) {
        QaCheck result = check.run(input);
        result.name = QString::fromLatin1(check.name);
        report.passed = report.passed && result.passed;
        report.checks.append(std::move(result));
    }
    return report;
}

} // namespace assay
