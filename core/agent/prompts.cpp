// SPDX-License-Identifier: Apache-2.0
#include "agent/prompts.h"

#include "base/placeholders.h"
#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QFile>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rememberedExchanges = 3;
constexpr qsizetype longestRemembered = 2000;
constexpr int titlesForRewriting = 5;
constexpr qsizetype longestQuery = 400;

Result<QString> readTemplate(const QString &root, const QString &name)
{
    QFile file(root + u"prompts/"_s + name + u"_v1.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            Errc::NotFound,
            Tr::tr("The prompt template %1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    return QString::fromUtf8(file.readAll()).trimmed();
}

QString renderEvidence(const PromptSet &prompts, const QList<Evidence> &evidence)
{
    QString text = prompts.toolContext;
    for (const Evidence &one : evidence)
        text += u"\n\n["_s + one.label + u"] "_s + one.title + u'\n' + one.text;
    return text;
}

QString instructionsFor(const PromptSet &prompts, const AttemptPlan &plan,
                        const QHash<QString, QString> &values)
{
    QStringList parts;
    if (plan.strongerPrompt)
        parts.append(fillPlaceholders(prompts.stronger, values).trimmed());
    if (plan.forceTools)
        parts.append(prompts.forceTools);
    if (plan.refine && !plan.previousAnswer.isEmpty())
        parts.append(fillPlaceholders(prompts.refine, values).trimmed());
    if (!plan.judgeNotes.isEmpty())
        parts.append(plan.judgeNotes.join(u'\n'));
    return parts.join(u"\n\n"_s);
}

/// Where the text of a template that is sent as it is stands.
QString *plainText(PromptSet &set, PromptKind kind)
{
    switch (kind) {
    case PromptKind::Draft: return &set.system;
    case PromptKind::Stronger: return &set.stronger;
    case PromptKind::Refine: return &set.refine;
    case PromptKind::ForceTool: return &set.forceTools;
    case PromptKind::Rewrite: return &set.rewrite;
    case PromptKind::Judge:
    case PromptKind::Examples: return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<PromptSet> PromptSet::load(const QString &root, const QList<ChosenPrompt> &chosen)
{
    PromptSet set;
    const std::pair<QString, QString PromptSet::*> files[] = {{u"assessment"_s, &PromptSet::assessment},
                                                              {u"tool_context"_s, &PromptSet::toolContext}};
    for (const auto &[name, member] : files) {
        Result<QString> text = readTemplate(root, name);
        if (!text)
            return fail(std::move(text.error()));
        set.*member = std::move(*text);
    }
    for (const PromptTemplate &one : promptTemplates()) {
        const auto given = std::ranges::find(chosen, one.kind, &ChosenPrompt::kind);
        if (given != chosen.end()) {
            if (const Result<> placed = set.put(*given); !placed)
                return fail(placed.error());
            continue;
        }
        const Result<QString> text = shippedPrompt(one.kind, root);
        if (!text)
            return fail(text.error());
        const PromptUse use{.name = QString::fromLatin1(one.name), .version = 1, .hash = promptHash(*text)};
        if (const Result<> placed = set.put({.kind = one.kind, .text = *text, .use = use}); !placed)
            return fail(placed.error());
    }
    return set;
}

Result<> PromptSet::put(const ChosenPrompt &prompt)
{
    if (const Result<> good = acceptPrompt(prompt.kind, prompt.text); !good)
        return good;
    if (QString *text = plainText(*this, prompt.kind)) {
        *text = prompt.text;
    } else if (prompt.kind == PromptKind::Judge) {
        const QString version =
            prompt.use.version > 0 ? u"v%1"_s.arg(prompt.use.version) : prompt.use.hash.left(8);
        Result<RubricPrompt> rubric = parseRubricPrompt(version, prompt.text);
        if (!rubric)
            return fail(rubric.error());
        judge = std::move(*rubric);
    } else {
        Result<ExamplePool> pool = readExamples(prompt.text);
        if (!pool)
            return fail(pool.error());
        examples = std::move(*pool);
    }
    const auto before = std::ranges::find(uses, prompt.use.name, &PromptUse::name);
    if (before == uses.end())
        uses.append(prompt.use);
    else
        *before = prompt.use;
    return {};
}

const PromptUse *PromptSet::use(PromptKind kind) const
{
    const auto found =
        std::ranges::find(uses, QString::fromLatin1(promptTemplate(kind).name), &PromptUse::name);
    return found == uses.end() ? nullptr : &*found;
}

QList<PromptMessage> buildPrompt(const PromptSet &prompts, const Policy &policy, const AttemptPlan &plan,
                                 const DraftInput &input)
{
    QList<PromptMessage> messages;
    const QHash<QString, QString> values{{u"examples"_s, input.examples}, {u"answer"_s, plan.previousAnswer}};
    QString system = fillPlaceholders(prompts.system, values).trimmed();
    if (input.selfAssessment)
        system += u"\n\n"_s + prompts.assessment;
    messages.append({.role = u"system"_s, .text = system});

    const qsizetype skip = std::max<qsizetype>(0, input.history.size() - rememberedExchanges);
    for (const Exchange &exchange : input.history.sliced(skip)) {
        messages.append({.role = u"user"_s, .text = exchange.question.left(longestRemembered)});
        messages.append({.role = u"assistant"_s, .text = exchange.answer.left(longestRemembered)});
    }

    const bool hasEvidence = !input.evidence.isEmpty();
    const bool before = hasEvidence && !policy.mandatoryToolContext && plan.number == 1;
    const bool after = hasEvidence && (policy.mandatoryToolContext || plan.forceTools);
    QString question = input.question;
    if (before && !after)
        question = renderEvidence(prompts, input.evidence) + u"\n\n"_s + question;
    messages.append({.role = u"user"_s, .text = question});
    if (after)
        messages.append({.role = u"user"_s, .text = renderEvidence(prompts, input.evidence)});

    const QString instructions = instructionsFor(prompts, plan, values);
    if (!instructions.isEmpty())
        messages.append({.role = u"user"_s, .text = instructions});
    return messages;
}

QList<PromptMessage> rewriteMessages(const PromptSet &prompts, const QString &question,
                                     const QList<Evidence> &graded)
{
    QStringList titles;
    for (const Evidence &one : graded)
        if (one.grade != Relevance::Irrelevant && titles.size() < titlesForRewriting &&
            !titles.contains(one.title))
            titles.append(one.title);
    const QHash<QString, QString> values{{u"question"_s, question},
                                         {u"titles"_s, titles.isEmpty() ? u"(none)"_s : titles.join(u'\n')}};
    return {{.role = u"user"_s, .text = fillPlaceholders(prompts.rewrite, values).trimmed()}};
}

QString rewriteReply(const QString &reply)
{
    static const QString marks = u"\"'`*“”„«»"_s;
    for (const QStringView line : QStringView(reply).split(u'\n')) {
        QStringView query = line.trimmed();
        while (!query.isEmpty() && marks.contains(query.front()))
            query = query.sliced(1);
        while (!query.isEmpty() && marks.contains(query.back()))
            query.chop(1);
        if (!contentTerms(query).isEmpty())
            return query.size() <= longestQuery ? cleanText(query.toString()) : QString();
    }
    return {};
}

} // namespace assay
