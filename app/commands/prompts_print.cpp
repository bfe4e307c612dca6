// SPDX-License-Identifier: Apache-2.0
// `assay prompts list`, `show`, `diff`, `render` and `history`: what there is.
#include "agent/prompt_render.h"
#include "base/tr.h"
#include "command.h"
#include "commands/eval_command.h"
#include "commands/learn_command.h"
#include "commands/prompts_command.h"
#include "retrieval/local_index.h"
#include "service/paths.h"
#include "store/sqlite_store.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

void printJson(const QJsonDocument &json)
{
    std::fputs(json.toJson().constData(), stdout);
}

QString nameOf(PromptKind kind)
{
    return QString::fromLatin1(promptTemplate(kind).name);
}

QJsonObject toJson(const PromptVersion &one)
{
    QJsonObject json{{u"template"_s, nameOf(one.kind)}, {u"version"_s, one.version}, {u"hash"_s, one.hash},
                     {u"in_force"_s, one.inForce},      {u"who"_s, one.who},         {u"note"_s, one.note}};
    json[u"at"_s] = one.version == 1 ? QJsonValue() : QJsonValue(toIso(one.at));
    return json;
}

void printVersion(const PromptVersion &one, const QString &name, const QString &rest)
{
    printLine(u"%1 %2 %3  %4  %5"_s.arg(one.inForce ? u"*"_s : u" "_s, name.leftJustified(11),
                                        u"v%1"_s.arg(one.version).leftJustified(4), one.hash.left(8), rest));
}

int listAll(const PromptsOptions &options)
{
    QJsonArray list;
    for (const PromptTemplate &one : promptTemplates()) {
        const Result<QList<PromptVersion>> versions = promptRegistry().versions(one.kind);
        if (!versions)
            return failed(versions.error());
        const auto now = std::ranges::find_if(*versions, &PromptVersion::inForce);
        QJsonObject json = toJson(*now);
        json[u"versions"_s] = versions->size();
        json[u"label"_s] = promptLabel(one.kind);
        list.append(json);
        if (!options.json)
            printVersion(
                *now, nameOf(one.kind),
                Tr::tr("of %1 · %2").arg(QString::number(versions->size()), promptPurpose(one.kind)));
    }
    if (options.json)
        printJson(QJsonDocument(list));
    return exitOk;
}

QString actionText(const PromptEvent &one)
{
    switch (one.action) {
    case PromptAction::Kept: return Tr::tr("kept as v%1 by %2").arg(QString::number(one.version), one.who);
    case PromptAction::Promoted:
        return Tr::tr("v%1 in force instead of v%2, by %3")
            .arg(QString::number(one.version), QString::number(one.replaced), one.who);
    case PromptAction::RolledBack:
        return Tr::tr("back from v%1 to v%2, by %3")
            .arg(QString::number(one.replaced), QString::number(one.version), one.who);
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const PromptEvent &one)
{
    const QString action = one.action == PromptAction::Kept       ? u"kept"_s
                           : one.action == PromptAction::Promoted ? u"promoted"_s
                                                                  : u"rolled_back"_s;
    return {{u"template"_s, nameOf(one.kind)},
            {u"action"_s, action},
            {u"version"_s, one.version},
            {u"replaced"_s, one.replaced},
            {u"at"_s, toIso(one.at)},
            {u"who"_s, one.who},
            {u"note"_s, one.note},
            {u"hash"_s, one.hash}};
}

/// How rare words are in the knowledge of the workspace; all alike where there is none yet.
TermWeight knowledgeWeight()
{
    const QString path = Paths::standard().knowledge();
    if (!QFileInfo::exists(path))
        return {};
    Result<std::unique_ptr<LocalIndex>> index = LocalIndex::open(path);
    return index ? (*index)->termWeight() : TermWeight();
}

} // namespace

int promptsList(const PromptsOptions &options)
{
    if (options.name.empty())
        return listAll(options);
    const Result<PromptKind> kind = promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    const Result<QList<PromptVersion>> versions = promptRegistry().versions(*kind);
    if (!versions)
        return failed(versions.error());
    QJsonArray list;
    for (const PromptVersion &one : *versions) {
        list.append(toJson(one));
        if (!options.json)
            printVersion(one, nameOf(one.kind),
                         one.version == 1 ? one.note : u"%1  %2  %3"_s.arg(toIso(one.at), one.who, one.note));
    }
    if (options.json)
        printJson(QJsonDocument(list));
    return exitOk;
}

int promptsShow(const PromptsOptions &options)
{
    const Result<PromptKind> kind = promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    const Result<ChosenPrompt> chosen = promptFor(*kind, options.first);
    if (!chosen)
        return failed(chosen.error());
    if (options.json)
        printJson(QJsonDocument(QJsonObject{{u"template"_s, chosen->use.name},
                                            {u"version"_s, chosen->use.version},
                                            {u"hash"_s, chosen->use.hash},
                                            {u"text"_s, chosen->text}}));
    else
        std::printf("%s\n", chosen->text.toUtf8().constData());
    return exitOk;
}

int promptsDiff(const PromptsOptions &options)
{
    const Result<PromptKind> kind = promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    const Result<ChosenPrompt> before = promptFor(*kind, options.first);
    if (!before)
        return failed(before.error());
    const Result<ChosenPrompt> after = promptFor(*kind, options.second);
    if (!after)
        return failed(after.error());
    if (before->use.hash == after->use.hash)
        printLine(Tr::tr("The two are the same text."));
    else
        for (const QString &line : wordsText(before->text, after->text).split(u'\n'))
            printLine(line);
    return exitOk;
}

int promptsRender(const PromptsOptions &options)
{
    const Result<PromptKind> kind = promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    Result<PromptSet> set = promptRegistry().set();
    if (!set)
        return failed(set.error());
    const Result<ChosenPrompt> chosen = promptFor(*kind, options.first);
    if (!chosen)
        return failed(chosen.error());
    if (const Result<> placed = set->put(*chosen); !placed)
        return failed(placed.error());
    const Result<std::unique_ptr<Store>> store = openReadOnly(Paths::standard().store());
    if (!store)
        return failed(store.error());
    const Result<Turn> turn = (*store)->turn(QString::fromStdString(options.turn));
    if (!turn)
        return failed(turn.error());
    const Result<RenderedPrompt> shown = renderPrompt(*kind, *set, *turn, options.attempt, knowledgeWeight());
    if (!shown)
        return failed(shown.error());
    if (options.json) {
        QJsonArray messages;
        for (const PromptMessage &one : shown->messages)
            messages.append(QJsonObject{{u"role"_s, one.role}, {u"text"_s, one.text}});
        printJson(QJsonDocument(QJsonObject{{u"attempt"_s, shown->attempt},
                                            {u"note"_s, shown->note},
                                            {u"prompt"_s, chosen->use.name},
                                            {u"version"_s, chosen->use.version},
                                            {u"hash"_s, chosen->use.hash},
                                            {u"messages"_s, messages}}));
        return exitOk;
    }
    if (!shown->note.isEmpty())
        printError(shown->note);
    for (const QString &line : messagesText(shown->messages).split(u'\n'))
        printLine(line);
    return exitOk;
}

int promptsHistory(const PromptsOptions &options)
{
    const Result<QList<PromptEvent>> all = promptRegistry().history();
    if (!all)
        return failed(all.error());
    const Result<PromptKind> kind = options.name.empty() ? PromptKind::Draft : promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    QJsonArray list;
    for (const PromptEvent &one : *all) {
        if (!options.name.empty() && one.kind != *kind)
            continue;
        list.append(toJson(one));
        if (!options.json)
            printLine(u"%1  %2 %3  %4%5"_s.arg(toIso(one.at), nameOf(one.kind).leftJustified(11),
                                               one.hash.left(8), actionText(one),
                                               one.note.isEmpty() ? QString() : u" · "_s + one.note));
    }
    if (options.json)
        printJson(QJsonDocument(list));
    else if (list.isEmpty())
        printLine(Tr::tr("Nothing was ever changed: the prompts that come with Assay are in force."));
    return exitOk;
}

} // namespace assay::app
