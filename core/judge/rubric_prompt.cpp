// SPDX-License-Identifier: Apache-2.0
#include "judge/rubric_prompt.h"

#include "base/placeholders.h"
#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QRandomGenerator>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Variables = QHash<QString, QString>;

QString evidenceText(const QList<Evidence> &evidence)
{
    QStringList passages;
    for (const Evidence &piece : evidence)
        if (piece.grade != Relevance::Irrelevant)
            passages.append(u"[%1] %2\n%3"_s.arg(piece.label, piece.title, piece.text));
    return passages.isEmpty() ? u"(none)"_s : passages.join(u"\n\n"_s);
}

bool occursIn(const JudgeRequest &request, const QString &fence)
{
    return request.question.contains(fence) || request.answer.contains(fence) ||
           std::ranges::any_of(request.evidence, [&](const Evidence &piece) {
               return piece.text.contains(fence) || piece.title.contains(fence) ||
                      piece.label.contains(fence);
           });
}

bool holdsAll(const QString &part, std::initializer_list<QStringView> names)
{
    return std::ranges::all_of(
        names, [&](QStringView name) { return part.contains(u"{{"_s + name.toString() + u"}}"_s); });
}

} // namespace

Result<RubricPrompt> parseRubricPrompt(const QString &version, const QString &text)
{
    RubricPrompt prompt{.version = version, .system = {}, .user = {}, .repair = {}};
    QString *part = nullptr;
    for (const QString &line : text.split(u'\n')) {
        if (line == "--- system ---"_L1)
            part = &prompt.system;
        else if (line == "--- user ---"_L1)
            part = &prompt.user;
        else if (line == "--- repair ---"_L1)
            part = &prompt.repair;
        else if (part != nullptr)
            *part += line + u'\n';
    }
    for (QString *section : {&prompt.system, &prompt.user, &prompt.repair})
        *section = section->trimmed();
    if (!holdsAll(prompt.system, {u"fence"}) || !holdsAll(prompt.repair, {u"error"}) ||
        !holdsAll(prompt.user, {u"fence", u"question", u"evidence", u"answer"}))
        return fail(
            Errc::Corrupt,
            Tr::tr("The judge's prompt %1 lacks a part or a variable; reinstall Assay.").arg(version));
    return prompt;
}

Result<RubricPrompt> loadRubricPrompt(const QString &version)
{
    QFile file(u":/prompts/judge_rubric_%1.md"_s.arg(version));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::NotFound, Tr::tr("There is no judge's prompt %1 in this build.").arg(version));
    return parseRubricPrompt(version, QString::fromUtf8(file.readAll()));
}

QString randomFence()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    QString fence;
    for (const quint32 word : words)
        fence += u"%1"_s.arg(word, 8, 16, QChar(u'0'));
    return fence;
}

QString fenceFor(const JudgeRequest &request, const std::function<QString()> &newFence)
{
    QString fence = newFence();
    while (occursIn(request, fence))
        fence = newFence();
    return fence;
}

QList<PromptMessage> rubricMessages(const RubricPrompt &prompt, const JudgeRequest &request,
                                    const QString &fence)
{
    const Variables variables{{u"fence"_s, fence},
                              {u"question"_s, cleanText(request.question)},
                              {u"evidence"_s, cleanText(evidenceText(request.evidence))},
                              {u"answer"_s, cleanText(request.answer)}};
    return {{.role = u"system"_s, .text = fillPlaceholders(prompt.system, variables)},
            {.role = u"user"_s, .text = fillPlaceholders(prompt.user, variables)}};
}

QList<PromptMessage> repairMessages(const RubricPrompt &prompt, QList<PromptMessage> asked,
                                    const QString &reply, const QString &error)
{
    constexpr qsizetype mostQuoted = 4000;
    const QString quoted = reply.trimmed().isEmpty() ? u"(empty)"_s : cleanText(reply.left(mostQuoted));
    asked.append({.role = u"assistant"_s, .text = quoted});
    asked.append({.role = u"user"_s, .text = fillPlaceholders(prompt.repair, {{u"error"_s, error}})});
    return asked;
}

} // namespace assay
