// SPDX-License-Identifier: Apache-2.0
#include "agent/prompts.h"

#include "base/tr.h"

#include <QtCore/QFile>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rememberedExchanges = 3;
constexpr qsizetype longestRemembered = 2000;

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

QString instructionsFor(const PromptSet &prompts, const AttemptPlan &plan)
{
    QStringList parts;
    if (plan.strongerPrompt)
        parts.append(prompts.stronger);
    if (plan.forceTools)
        parts.append(prompts.forceTools);
    if (plan.refine && !plan.previousAnswer.isEmpty())
        parts.append(prompts.refine + u"\n\n"_s + plan.previousAnswer);
    if (!plan.judgeNotes.isEmpty())
        parts.append(plan.judgeNotes.join(u'\n'));
    return parts.join(u"\n\n"_s);
}

} // namespace

Result<PromptSet> PromptSet::load(const QString &root)
{
    PromptSet set{.version = u"v1"_s};
    const std::pair<QString, QString PromptSet::*> files[] = {
        {u"draft"_s, &PromptSet::system},          {u"stronger"_s, &PromptSet::stronger},
        {u"refine"_s, &PromptSet::refine},         {u"force_tools"_s, &PromptSet::forceTools},
        {u"assessment"_s, &PromptSet::assessment}, {u"tool_context"_s, &PromptSet::toolContext},
    };
    for (const auto &[name, member] : files) {
        Result<QString> text = readTemplate(root, name);
        if (!text)
            return fail(std::move(text.error()));
        set.*member = std::move(*text);
    }
    return set;
}

QList<PromptMessage> buildPrompt(const PromptSet &prompts, const Policy &policy, const AttemptPlan &plan,
                                 const DraftInput &input)
{
    QList<PromptMessage> messages;
    QString system = prompts.system;
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

    const QString instructions = instructionsFor(prompts, plan);
    if (!instructions.isEmpty())
        messages.append({.role = u"user"_s, .text = instructions});
    return messages;
}

} // namespace assay
