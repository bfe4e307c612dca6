// SPDX-License-Identifier: Apache-2.0
#include "agent/prompt_registry.h"

#include "base/json.h"
#include "base/tr.h"
#include "learning/model_file.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QLockFile>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int lockWaitMs = 5000;
constexpr std::array<const char *, 3> actionTokens{"kept", "promoted", "rolled_back"};

QByteArray lineOf(const PromptEvent &one)
{
    const QJsonObject json{
        {u"template"_s, QString::fromLatin1(promptTemplate(one.kind).name)},
        {u"action"_s, QString::fromLatin1(actionTokens.at(static_cast<std::size_t>(one.action)))},
        {u"version"_s, one.version},
        {u"replaced"_s, one.replaced},
        {u"at_us"_s, toMicros(one.at)},
        {u"who"_s, one.who},
        {u"note"_s, one.note},
        {u"hash"_s, one.hash}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<PromptEvent> eventFrom(const QByteArray &line)
{
    const Result<QJsonObject> json = parseJsonObject(line);
    if (!json)
        return std::nullopt;
    const QString name = json->value(u"template"_s).toString();
    const PromptTemplate *one = promptTemplate(name);
    const auto action = std::ranges::find(actionTokens, json->value(u"action"_s).toString(),
                                          [](const char *token) { return QString::fromLatin1(token); });
    const int version = json->value(u"version"_s).toInt();
    const QString hash = json->value(u"hash"_s).toString();
    const bool isHash = hash.size() == 16 && std::ranges::all_of(hash, [](QChar c) {
                            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
                        });
    if (!one || action == actionTokens.end() || version < 1 || !isHash)
        return std::nullopt;
    return PromptEvent{.kind = one->kind,
                       .action = static_cast<PromptAction>(action - actionTokens.begin()),
                       .version = version,
                       .replaced = json->value(u"replaced"_s).toInt(),
                       .at = fromMicros(json->value(u"at_us"_s).toInteger()),
                       .who = json->value(u"who"_s).toString(),
                       .note = json->value(u"note"_s).toString(),
                       .hash = hash};
}

/// Versions that were in force, the present one last; version 1 is below all.
QList<int> stackOf(const QList<PromptEvent> &events, PromptKind kind)
{
    QList<int> stack{1};
    for (const PromptEvent &one : events) {
        if (one.kind != kind)
            continue;
        if (one.action == PromptAction::Promoted)
            stack.append(one.version);
        else if (one.action == PromptAction::RolledBack && stack.size() > 1)
            stack.removeLast();
    }
    return stack;
}

const PromptEvent *keptAs(const QList<PromptEvent> &events, PromptKind kind, int version)
{
    const auto found = std::ranges::find_if(events, [&](const PromptEvent &one) {
        return one.kind == kind && one.action == PromptAction::Kept && one.version == version;
    });
    return found == events.end() ? nullptr : &*found;
}

tl::unexpected<Error> noVersion(PromptKind kind, int version)
{
    return fail(Errc::NotFound, Tr::tr("There is no version %1 of the prompt “%2”.")
                                    .arg(version)
                                    .arg(QString::fromLatin1(promptTemplate(kind).name)));
}

} // namespace

PromptRegistry::PromptRegistry(QString folder, QString shipped, Clock clock)
    : m_folder(std::move(folder)), m_shipped(std::move(shipped)), m_clock(std::move(clock))
{
}

QString PromptRegistry::historyPath() const
{
    return m_folder + u"/history.jsonl"_s;
}

QString PromptRegistry::textPath(const QString &hash) const
{
    return m_folder + u'/' + hash + u".md"_s;
}

Result<QList<PromptEvent>> PromptRegistry::events() const
{
    QFile file(historyPath());
    if (!file.exists())
        return QList<PromptEvent>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    QList<PromptEvent> all;
    int number = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        ++number;
        if (line.isEmpty())
            continue;
        const std::optional<PromptEvent> one = eventFrom(line);
        if (!one)
            return fail(Errc::Corrupt,
                        Tr::tr("%1 is damaged in line %2. Put it aside: the prompts that come with "
                               "Assay are in force then.")
                            .arg(file.fileName())
                            .arg(number));
        all.append(*one);
    }
    return all;
}

Result<QList<PromptEvent>> PromptRegistry::history() const
{
    Result<QList<PromptEvent>> all = events();
    if (all)
        std::ranges::reverse(*all);
    return all;
}

Result<int> PromptRegistry::inForce(PromptKind kind) const
{
    const Result<QList<PromptEvent>> all = events();
    if (!all)
        return fail(all.error());
    return stackOf(*all, kind).last();
}

Result<QList<PromptVersion>> PromptRegistry::versions(PromptKind kind) const
{
    const Result<QList<PromptEvent>> all = events();
    if (!all)
        return fail(all.error());
    const Result<QString> first = shippedPrompt(kind, m_shipped);
    if (!first)
        return fail(first.error());
    QList<PromptVersion> list{
        {.kind = kind, .version = 1, .hash = promptHash(*first), .note = Tr::tr("comes with Assay")}};
    for (const PromptEvent &one : *all)
        if (one.kind == kind && one.action == PromptAction::Kept)
            list.append({.kind = kind,
                         .version = one.version,
                         .hash = one.hash,
                         .at = one.at,
                         .who = one.who,
                         .note = one.note});
    const int now = stackOf(*all, kind).last();
    for (PromptVersion &one : list)
        one.inForce = one.version == now;
    return list;
}

Result<ChosenPrompt> PromptRegistry::read(PromptKind kind, int version) const
{
    ChosenPrompt chosen{.kind = kind,
                        .use = {.name = QString::fromLatin1(promptTemplate(kind).name), .version = version}};
    if (version == 1) {
        Result<QString> text = shippedPrompt(kind, m_shipped);
        if (!text)
            return fail(text.error());
        chosen.text = *text;
        chosen.use.hash = promptHash(chosen.text);
        return chosen;
    }
    const Result<QList<PromptEvent>> all = events();
    if (!all)
        return fail(all.error());
    const PromptEvent *kept = keptAs(*all, kind, version);
    if (!kept)
        return noVersion(kind, version);
    QFile file(textPath(kept->hash));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    chosen.text = tidyPrompt(QString::fromUtf8(file.readAll()));
    chosen.use.hash = promptHash(chosen.text);
    if (chosen.use.hash != kept->hash)
        return fail(Errc::Corrupt,
                    Tr::tr("%1 is not the text that was kept. Roll back, or keep the text again.")
                        .arg(file.fileName()));
    return chosen;
}

Result<PromptSet> PromptRegistry::set() const
{
    const Result<QList<PromptEvent>> all = events();
    if (!all)
        return fail(all.error());
    QList<ChosenPrompt> chosen;
    for (const PromptTemplate &one : promptTemplates()) {
        const int version = stackOf(*all, one.kind).last();
        Result<ChosenPrompt> text = read(one.kind, version);
        if (!text)
            return fail(text.error());
        chosen.append(std::move(*text));
    }
    return PromptSet::load(m_shipped, chosen);
}

Result<> PromptRegistry::append(QList<PromptEvent> events, const PromptEvent &next) const
{
    events.append(next);
    QByteArray lines;
    for (const PromptEvent &one : std::as_const(events))
        lines += lineOf(one);
    return writeModelFile(historyPath(), lines);
}

template<typename Change>
auto PromptRegistry::locked(Change change) -> std::invoke_result_t<Change>
{
    if (!QDir().mkpath(m_folder))
        return fail(Errc::Io, Tr::tr("The folder %1 cannot be made.").arg(m_folder));
    QLockFile lock(m_folder + u"/lock"_s);
    if (!lock.tryLock(lockWaitMs))
        return fail(Errc::Unavailable, Tr::tr("Another process is changing the prompts. Try again."));
    return change();
}

Result<PromptVersion> PromptRegistry::keep(PromptKind kind, const QString &text, const QString &who,
                                           const QString &note)
{
    const Result<ChosenPrompt> checked = unsavedPrompt(kind, text);
    if (!checked)
        return fail(checked.error());
    return locked([&]() -> Result<PromptVersion> {
        const Result<QList<PromptVersion>> present = versions(kind);
        const Result<QList<PromptEvent>> all = events();
        if (!present || !all)
            return fail(present ? all.error() : present.error());
        for (const PromptVersion &one : *present)
            if (one.hash == checked->use.hash)
                return one;
        const QByteArray bytes = checked->text.toUtf8() + '\n';
        if (const Result<> written = writeModelFile(textPath(checked->use.hash), bytes); !written)
            return fail(written.error());
        const PromptEvent next{.kind = kind,
                               .version = static_cast<int>(present->size()) + 1,
                               .at = m_clock(),
                               .who = who,
                               .note = note,
                               .hash = checked->use.hash};
        if (const Result<> written = append(*all, next); !written)
            return fail(written.error());
        return PromptVersion{.kind = kind,
                             .version = next.version,
                             .hash = next.hash,
                             .at = next.at,
                             .who = who,
                             .note = note};
    });
}

Result<PromptEvent> PromptRegistry::promote(PromptKind kind, int version, const QString &who,
                                            const QString &note)
{
    return locked([&]() -> Result<PromptEvent> {
        const Result<QList<PromptEvent>> all = events();
        if (!all)
            return fail(all.error());
        const Result<ChosenPrompt> chosen = read(kind, version);
        if (!chosen)
            return fail(chosen.error());
        const int now = stackOf(*all, kind).last();
        if (now == version)
            return fail(Errc::InvalidArgument, Tr::tr("Version %1 is in force already.").arg(version));
        const PromptEvent next{.kind = kind,
                               .action = PromptAction::Promoted,
                               .version = version,
                               .replaced = now,
                               .at = m_clock(),
                               .who = who,
                               .note = note,
                               .hash = chosen->use.hash};
        if (const Result<> written = append(*all, next); !written)
            return fail(written.error());
        return next;
    });
}

Result<PromptEvent> PromptRegistry::rollBack(PromptKind kind, const QString &who)
{
    return locked([&]() -> Result<PromptEvent> {
        const Result<QList<PromptEvent>> all = events();
        if (!all)
            return fail(all.error());
        const QList<int> stack = stackOf(*all, kind);
        if (stack.size() < 2)
            return fail(Errc::NotFound,
                        Tr::tr("No version of “%1” was promoted, so there is none to go back from.")
                            .arg(QString::fromLatin1(promptTemplate(kind).name)));
        const int before = stack.at(stack.size() - 2);
        const Result<ChosenPrompt> chosen = read(kind, before);
        if (!chosen)
            return fail(chosen.error());
        const PromptEvent next{.kind = kind,
                               .action = PromptAction::RolledBack,
                               .version = before,
                               .replaced = stack.last(),
                               .at = m_clock(),
                               .who = who,
                               .hash = chosen->use.hash};
        if (const Result<> written = append(*all, next); !written)
            return fail(written.error());
        return next;
    });
}

PromptsInForce::PromptsInForce(PromptRegistry registry, PromptSet fallback)
    : m_registry(std::move(registry)), m_set(std::make_shared<const PromptSet>(std::move(fallback)))
{
}

std::shared_ptr<const PromptSet> PromptsInForce::newest()
{
    const std::scoped_lock lock(m_mutex);
    const QFileInfo list(m_registry.historyPath());
    const QDateTime modified = list.exists() ? list.lastModified() : QDateTime();
    const qint64 size = list.exists() ? list.size() : -1;
    if (modified == m_modified && size == m_size)
        return m_set;
    m_modified = modified;
    m_size = size;
    Result<PromptSet> read = m_registry.set();
    m_problem = read ? QString() : read.error().message;
    if (read)
        m_set = std::make_shared<const PromptSet>(std::move(*read));
    return m_set;
}

QString PromptsInForce::problem() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problem;
}

} // namespace assay
