// SPDX-License-Identifier: Apache-2.0
#include "agent/prompt_templates.h"

#include "agent/prompt_examples.h"
#include "base/placeholders.h"
#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <algorithm>
#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array draftSlots{PromptSlot{"examples", false, nullptr}};
constexpr std::array refineSlots{PromptSlot{"answer", true, nullptr}, PromptSlot{"examples", false, nullptr}};
constexpr std::array rewriteSlots{PromptSlot{"question", true, nullptr},
                                  PromptSlot{"titles", false, nullptr}};
constexpr std::array judgeSlots{PromptSlot{"fence", true, "system"},  PromptSlot{"fence", true, "user"},
                                PromptSlot{"question", true, "user"}, PromptSlot{"evidence", true, "user"},
                                PromptSlot{"answer", true, "user"},   PromptSlot{"error", true, "repair"}};

constexpr std::array<PromptTemplate, 7> templates{
    PromptTemplate{PromptKind::Draft, "draft", "draft", draftSlots},
    PromptTemplate{PromptKind::Stronger, "stronger", "stronger", draftSlots},
    PromptTemplate{PromptKind::Refine, "refine", "refine", refineSlots},
    PromptTemplate{PromptKind::ForceTool, "force-tool", "force_tools", {}},
    PromptTemplate{PromptKind::Judge, "judge", "judge_rubric", judgeSlots},
    PromptTemplate{PromptKind::Rewrite, "rewrite", "rewrite", rewriteSlots},
    PromptTemplate{PromptKind::Examples, "examples", "examples", {}},
};

/// A stretch of the template, all of it or from one "--- name ---" to the next.
struct Part
{
    QString name{};
    qsizetype from = 0;
    qsizetype to = 0;
};

QList<Part> partsOf(PromptKind kind, const QString &text)
{
    if (kind != PromptKind::Judge)
        return {{.name = {}, .from = 0, .to = text.size()}};
    QList<Part> parts;
    qsizetype at = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        for (const auto name : {"system"_L1, "user"_L1, "repair"_L1})
            if (line == QString(u"--- "_s + name + u" ---"_s)) {
                if (!parts.isEmpty())
                    parts.last().to = at;
                parts.append({.name = name, .from = at, .to = text.size()});
            }
        at += line.size() + 1;
    }
    return parts;
}

bool fits(const PromptSlot &slot, const Part &part)
{
    return slot.part == nullptr || part.name == QLatin1StringView(slot.part);
}

QStringList allowedIn(const PromptTemplate &one, const Part &part)
{
    QStringList names;
    for (const PromptSlot &slot : one.slots)
        if (fits(slot, part))
            names.append(QString::fromLatin1(slot.name));
    return names;
}

QString braced(const QString &name)
{
    return u"{{"_s + name + u"}}"_s;
}

PromptProblem problemAt(const QString &text, qsizetype at, QString what)
{
    const Placeholder place = placeOf(text, at);
    return {.line = place.line, .column = place.column, .what = std::move(what)};
}

QString unknownText(const QString &name, const QStringList &allowed)
{
    QString text = Tr::tr("Nothing is filled in for %1 here.").arg(braced(name)) + u' ';
    const QString near = nearestOf(name, allowed);
    if (!near.isEmpty())
        return text + Tr::tr("Did you mean %1?").arg(braced(near));
    if (allowed.isEmpty())
        return text + Tr::tr("This template takes no placeholder.");
    QStringList all;
    for (const QString &one : allowed)
        all.append(braced(one));
    return text + Tr::tr("It may hold %1.").arg(all.join(u", "_s));
}

void checkPart(const PromptTemplate &one, const QString &text, const Part &part,
               QList<PromptProblem> &problems)
{
    const QStringList allowed = allowedIn(one, part);
    QStringList found;
    const QList<Placeholder> all = placeholdersOf(text);
    for (const Placeholder &placeholder : all) {
        if (placeholder.at < part.from || placeholder.at >= part.to)
            continue;
        found.append(placeholder.name);
        if (!allowed.contains(placeholder.name))
            problems.append({placeholder.line, placeholder.column, unknownText(placeholder.name, allowed)});
    }
    for (const PromptSlot &slot : one.slots) {
        const QString name = QString::fromLatin1(slot.name);
        if (!fits(slot, part))
            continue;
        const qsizetype single = text.indexOf(u'{' + name + u'}', part.from);
        const bool isSingle = single >= 0 && single < part.to && (single == 0 || text.at(single - 1) != u'{');
        if (isSingle)
            problems.append(
                problemAt(text, single, Tr::tr("Placeholders have two braces: write %1.").arg(braced(name))));
        else if (slot.required && !found.contains(name))
            problems.append(
                problemAt(text, part.to,
                          part.name.isEmpty()
                              ? Tr::tr("%1 is missing.").arg(braced(name))
                              : Tr::tr("%1 is missing in the part “%2”.").arg(braced(name), part.name)));
    }
}

} // namespace

std::span<const PromptTemplate> promptTemplates()
{
    return templates;
}

const PromptTemplate &promptTemplate(PromptKind kind)
{
    return templates.at(static_cast<std::size_t>(kind));
}

const PromptTemplate *promptTemplate(QStringView name)
{
    const auto found = std::ranges::find_if(
        templates, [&](const PromptTemplate &one) { return name == QLatin1StringView(one.name); });
    return found == templates.end() ? nullptr : &*found;
}

QString promptLabel(PromptKind kind)
{
    switch (kind) {
    case PromptKind::Draft: return Tr::tr("Draft");
    case PromptKind::Stronger: return Tr::tr("Stronger prompt");
    case PromptKind::Refine: return Tr::tr("Refine");
    case PromptKind::ForceTool: return Tr::tr("Force tool");
    case PromptKind::Judge: return Tr::tr("Judge");
    case PromptKind::Rewrite: return Tr::tr("Rewrite");
    case PromptKind::Examples: return Tr::tr("Examples");
    }
    Q_UNREACHABLE();
}

QString promptPurpose(PromptKind kind)
{
    switch (kind) {
    case PromptKind::Draft:
        return Tr::tr("Tells the model who it is and how it answers; stands first in every draft.");
    case PromptKind::Stronger: return Tr::tr("The stricter instruction of a retry with a stronger prompt.");
    case PromptKind::Refine: return Tr::tr("Asks to improve the answer before.");
    case PromptKind::ForceTool: return Tr::tr("Insists on the results of the tools after they were ignored.");
    case PromptKind::Judge: return Tr::tr("The rubric a judge model scores answers by.");
    case PromptKind::Rewrite:
        return Tr::tr("Makes a search query of a question that found too little; asked of the fast model.");
    case PromptKind::Examples: return Tr::tr("Good answers, filled in where a prompt says {{examples}}.");
    }
    Q_UNREACHABLE();
}

QString PromptProblem::text() const
{
    return u"%1:%2: %3"_s.arg(line).arg(column).arg(what);
}

QList<PromptProblem> checkPrompt(PromptKind kind, const QString &text)
{
    QList<PromptProblem> problems;
    if (text.size() > longestPrompt)
        return {problemAt(
            text, longestPrompt,
            Tr::tr("The text has %1 characters; at most %2 are kept.").arg(text.size()).arg(longestPrompt))};
    if (text.trimmed().isEmpty())
        return {{1, 1, Tr::tr("The text is empty.")}};
    if (kind == PromptKind::Examples)
        return checkExamples(text);
    const PromptTemplate &one = promptTemplate(kind);
    const QList<Part> parts = partsOf(kind, text);
    if (kind == PromptKind::Judge)
        for (const auto name : {"system"_L1, "user"_L1, "repair"_L1})
            if (std::ranges::count(parts, QString(name), &Part::name) != 1)
                problems.append(problemAt(
                    text, text.size(),
                    Tr::tr("The line “--- %1 ---” must stand here once, before its part.").arg(name)));
    for (const Part &part : parts)
        checkPart(one, text, part, problems);
    std::ranges::stable_sort(problems, {},
                             [](const PromptProblem &p) { return std::pair(p.line, p.column); });
    return problems;
}

Result<> acceptPrompt(PromptKind kind, const QString &text)
{
    const QList<PromptProblem> problems = checkPrompt(kind, text);
    if (problems.isEmpty())
        return {};
    QStringList lines;
    for (const PromptProblem &one : problems)
        lines.append(one.text());
    return fail(Errc::InvalidArgument, lines.join(u'\n'));
}

QString tidyPrompt(const QString &text)
{
    QString tidy = cleanText(text);
    tidy.replace(u"\r\n"_s, u"\n"_s);
    return tidy.trimmed();
}

QString promptHash(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(tidyPrompt(text).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(16));
}

Result<QString> shippedPrompt(PromptKind kind, const QString &root)
{
    QFile file(root + u"prompts/"_s + QString::fromLatin1(promptTemplate(kind).file) + u"_v1.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            Errc::NotFound,
            Tr::tr("The prompt template %1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    return tidyPrompt(QString::fromUtf8(file.readAll()));
}

Result<ChosenPrompt> unsavedPrompt(PromptKind kind, const QString &text)
{
    const QString tidy = tidyPrompt(text);
    if (const Result<> good = acceptPrompt(kind, tidy); !good)
        return fail(good.error());
    return ChosenPrompt{.kind = kind,
                        .text = tidy,
                        .use = {.name = QString::fromLatin1(promptTemplate(kind).name),
                                .version = 0,
                                .hash = promptHash(tidy)}};
}

QString promptUseText(const PromptUse &use)
{
    const QString hash = use.hash.left(8);
    return use.version > 0 ? u"%1 v%2 (%3)"_s.arg(use.name).arg(use.version).arg(hash)
                           : Tr::tr("%1, not kept (%2)").arg(use.name, hash);
}

} // namespace assay
