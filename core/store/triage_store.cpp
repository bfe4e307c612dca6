// SPDX-License-Identifier: Apache-2.0
#include "store/triage_store.h"

#include "base/tr.h"
#include "store/migrations.h"
#include "store/sqlite_error.h"
#include "store/triage_store_impl.h"

#include <QtCore/QFile>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QString viewText(const TriageView &view)
{
    return textOf({{u"filter"_s, view.filter}, {u"scope"_s, view.scope}, {u"grouping"_s, view.grouping}});
}

TriageItem readItem(Query &query)
{
    TriageItem item;
    int reasons = 0;
    QString status;
    QString tier;
    QString strategy;
    QString label;
    qint64 latency = 0;
    std::optional<QString> issues;
    TriageState &state = item.state;
    query.read(item.row, item.version, reasons, item.turnId, item.threadId, item.number, item.askedAt, status,
               item.passed, item.score, item.threshold, item.accuracy, item.relevance, item.completeness,
               item.model, tier, strategy, item.confidence, item.attempts, item.cost, latency, label, issues,
               item.judge, item.alert, state.resolved, state.resolvedAt, state.settledScore, state.assignee,
               state.note, state.snoozedUntil, state.reopened, item.edit);
    item.reasons = TriageReasons::fromInt(reasons);
    item.status = fromToken<TurnStatus>(status).value_or(TurnStatus::Errored);
    item.tier = fromToken<Tier>(tier).value_or(Tier::Premium);
    item.strategy = fromToken<Strategy>(strategy).value_or(Strategy::SearchFirst);
    item.label = fromToken<Label>(label).value_or(Label::None);
    item.latency = std::chrono::microseconds(latency);
    item.judged = issues.has_value();
    item.issues = issues.value_or(QString()).split(u'\n', Qt::SkipEmptyParts);
    return item;
}

QString factOf(const TriageChange &change)
{
    return change.kind == TriageChange::Kind::Snooze ? toIso(change.until) : change.text;
}

} // namespace

TriageStore::TriageStore(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}

TriageStore::~TriageStore() = default;

Result<std::unique_ptr<TriageStore>> TriageStore::open(const QString &path, Clock clock)
{
    if (!QFile::exists(path))
        return fail(Errc::NotFound, Tr::tr("There is no database at %1 yet.").arg(path));
    return guarded([&]() -> Result<std::unique_ptr<TriageStore>> {
        auto database = connectTo(path, SQLite::OPEN_READWRITE);
        // Whoever comes first to a store of an earlier version brings it up to date.
        if (const Result<> migrated = migrate(*database, schemaScripts()); !migrated)
            return fail(migrated.error());
        database->exec("PRAGMA synchronous = FULL");
        return std::unique_ptr<TriageStore>(
            new TriageStore(std::make_unique<Impl>(std::move(database), std::move(clock))));
    });
}

Result<> TriageStore::itemsAfter(qint64 version, const std::function<bool(TriageItem &&)> &sink)
{
    return guarded([&]() -> Result<> {
        Query query = m->query("triage_after");
        query << version;
        while (query.next())
            if (!sink(readItem(query)))
                break;
        return {};
    });
}

Result<TriageStore::Texts> TriageStore::texts(qint64 row)
{
    return guarded([&]() -> Result<Texts> {
        Query query = m->query("triage_text");
        query << row;
        Texts texts;
        if (query.next())
            query.read(texts.question, texts.answer);
        return texts;
    });
}

Result<TriageOutcome> TriageStore::apply(const QList<TriageTarget> &targets, const TriageChange &change,
                                         const QString &who)
{
    TriageOutcome outcome;
    const Result<> written = m->writing(who, [&](TriageBatch &batch) {
        for (const TriageTarget &target : targets) {
            const std::optional<StoredTriage> stored = readTriage(m->connection, target.row);
            if (!stored)
                continue;
            if (stored->edit != target.edit) {
                outcome.conflicts.append(stored->turnId);
                continue;
            }
            const TriageState after = changed(stored->state, change, stored->score, m->clock());
            if (after == stored->state)
                continue;
            batch.change(tokenOf(change.kind), *stored, after, factOf(change));
            ++outcome.changed;
        }
    });
    if (!written)
        return fail(written.error());
    return outcome;
}

Result<> TriageStore::noteLabels(const QList<TriageRelabel> &before, Label label, const QString &note,
                                 const QString &who)
{
    return m->writing(who, [&](TriageBatch &batch) {
        const QString after = textOf({{u"label"_s, tokenOf(label)}, {u"note"_s, note}});
        for (const TriageRelabel &one : before)
            batch.add(labelAction, one.turnId, one.threadId,
                      textOf({{u"label"_s, tokenOf(one.label)}, {u"note"_s, one.note}}), after,
                      note.isEmpty() ? tokenOf(label) : tokenOf(label) + u": "_s + note);
    });
}

Result<> TriageStore::noteFact(const QString &turnId, const QString &action, const QString &fact,
                               const QString &who)
{
    return m->writing(who, [&](TriageBatch &batch) { batch.add(action, turnId, {}, {}, {}, fact); });
}

QString TriageStore::Impl::viewJson(const QString &name)
{
    Query stored = query("triage_view");
    stored << name;
    QString json = nothing;
    if (stored.next())
        stored.read(json);
    return json;
}

void TriageStore::Impl::setView(const QString &name, const QString &json)
{
    if (json == nothing)
        (query("delete_triage_view") << name).run();
    else
        (query("put_triage_view") << name << json).run();
}

/// @return false when somebody else changed it since
bool TriageStore::Impl::takeBack(TriageBatch &batch, const QString &action, const QString &turnId,
                                 const QString &before, const QString &after, TriageUndone &undone)
{
    if (action == labelAction) {
        const QJsonObject json = jsonOf(before);
        undone.labels.append(
            {.turnId = turnId,
             .label = fromToken<Label>(json.value("label"_L1).toString()).value_or(Label::None),
             .note = json.value("note"_L1).toString()});
        return true;
    }
    if (action == saveAction || action == deleteAction) {
        const QString name = jsonOf(after).value("name"_L1).toString();
        const QString old = jsonOf(before).value("view"_L1).toString();
        if (viewJson(name) != jsonOf(after).value("view"_L1).toString())
            return false;
        setView(name, old);
        return true;
    }
    qint64 row = 0;
    {
        Query find = query("triage_row_of");
        find << turnId;
        if (!find.next())
            return false;
        find.read(row);
    }
    const std::optional<StoredTriage> stored = readTriage(connection, row);
    if (!stored || !(stored->state == triageStateFrom(jsonOf(after))))
        return false;
    batch.change(u"undo"_s, *stored, triageStateFrom(jsonOf(before)), action);
    return true;
}

Result<TriageUndone> TriageStore::undo(const QString &who)
{
    struct Entry
    {
        QString action{};
        QString turnId{};
        QString threadId{};
        QString before{};
        QString after{};
    };
    TriageUndone undone;
    const Result<> written = m->writing(who, [&](TriageBatch &batch) {
        qint64 last = 0;
        {
            Query find = m->query("last_triage_batch");
            find << kept(who);
            if (!find.next())
                return;
            find.read(last);
        }
        QList<Entry> entries;
        {
            Query read = m->query("triage_batch");
            read << last;
            entries = read.all([](Query &row) {
                Entry entry;
                row.read(entry.action, entry.turnId, entry.threadId, entry.before, entry.after);
                return entry;
            });
        }
        for (const Entry &entry : std::as_const(entries)) {
            undone.action = entry.action;
            if (!m->takeBack(batch, entry.action, entry.turnId, entry.before, entry.after, undone)) {
                undone.conflicts.append(entry.turnId);
                continue;
            }
            ++undone.changed;
            if (entry.action == labelAction) {
                undone.labels.last().threadId = entry.threadId;
                batch.add(u"undo"_s, entry.turnId, entry.threadId, {}, {}, entry.action);
            }
        }
        (m->query("mark_triage_undone") << last << batch.number()).run();
        (m->query("mark_triage_undone") << batch.number() << batch.number()).run();
    });
    if (!written)
        return fail(written.error());
    return undone;
}

Result<QList<TriageLogEntry>> TriageStore::log(const QString &turnId, int limit)
{
    return guarded([&]() -> Result<QList<TriageLogEntry>> {
        Query query = m->query(turnId.isEmpty() ? "triage_log_newest" : "triage_log_of");
        if (!turnId.isEmpty())
            query << turnId;
        query << limit;
        return query.all([](Query &row) {
            TriageLogEntry entry;
            row.read(entry.at, entry.who, entry.action, entry.turnId, entry.fact, entry.undone);
            return entry;
        });
    });
}

Result<QList<TriageView>> TriageStore::views()
{
    return guarded([&]() -> Result<QList<TriageView>> {
        Query query = m->query("triage_views");
        return query.all([](Query &row) {
            TriageView view;
            QString text;
            row.read(view.name, text);
            const QJsonObject json = jsonOf(text);
            view.filter = json.value("filter"_L1).toString();
            view.scope = json.value("scope"_L1).toString();
            view.grouping = json.value("grouping"_L1).toString();
            return view;
        });
    });
}

Result<> TriageStore::saveView(const TriageView &view, const QString &who)
{
    return m->writing(who, [&](TriageBatch &batch) {
        const QString before = m->viewJson(view.name);
        const QString after = viewText(view);
        m->setView(view.name, after);
        batch.add(saveAction, {}, {}, textOf({{u"view"_s, before}}),
                  textOf({{u"name"_s, view.name}, {u"view"_s, after}}), view.name);
    });
}

Result<> TriageStore::deleteView(const QString &name, const QString &who)
{
    return m->writing(who, [&](TriageBatch &batch) {
        const QString before = m->viewJson(name);
        m->setView(name, nothing);
        batch.add(deleteAction, {}, {}, textOf({{u"view"_s, before}}),
                  textOf({{u"name"_s, name}, {u"view"_s, nothing}}), name);
    });
}

Result<QList<JudgeSpread>> TriageStore::spreads()
{
    return guarded([&]() -> Result<QList<JudgeSpread>> {
        Query query = m->query("judge_spreads");
        return query.all([](Query &row) {
            JudgeSpread spread;
            row.read(spread.judge, spread.repeats, spread.variance);
            return spread;
        });
    });
}

Result<> TriageStore::addSpread(const JudgeSpread &spread)
{
    return guarded([&]() -> Result<> {
        (m->query("add_judge_spread")
         << kept(spread.judge) << spread.repeats << spread.variance << m->clock())
            .run();
        return {};
    });
}

Result<int> TriageStore::queueAlerted(const QStringList &turnIds, const QString &alert)
{
    return guarded([&]() -> Result<int> {
        SQLite::Transaction transaction(*m->connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        int queued = 0;
        for (const QString &turnId : turnIds)
            queued += (m->query("queue_alerted") << turnId << kept(alert)).run();
        transaction.commit();
        return queued;
    });
}

} // namespace assay
