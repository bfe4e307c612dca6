// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "store/alert_store.h"
#include "store/alert_store_impl.h"
#include "store/sqlite_error.h"

namespace assay {

namespace {

constexpr std::chrono::hours keptGauges{24 * 30};

AlertNote readNote(Query &row)
{
    AlertNote note;
    row.read(note.row, note.firingId, note.action, note.who, note.note, note.policyRevision, note.at);
    return note;
}

} // namespace

Result<> AlertStore::addGauge(AlertEvent::Kind kind, UtcTime time, double value)
{
    return guarded([&]() -> Result<> {
        (m->query("add_gauge") << time << static_cast<int>(kind) << value).run();
        if (time - m->gaugesDropped > std::chrono::hours(1)) {
            m->gaugesDropped = time;
            (m->query("drop_gauges") << time - keptGauges).run();
        }
        return {};
    });
}

Result<bool> AlertStore::putFiring(const StoredFiring &firing)
{
    return guarded([&]() -> Result<bool> {
        SQLite::Transaction transaction(*m->connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        int known = 0;
        {
            Query query = m->query("firing_known");
            query << firing.id;
            query.next();
            query.read(known);
        }
        (m->query("put_firing") << firing.id << firing.rule << firing.firedAt << firing.resolvedAt
                                << firing.json)
            .run();
        transaction.commit();
        return known == 0;
    });
}

Result<QList<StoredFiring>> AlertStore::firings(UtcTime from, UtcTime to, int limit, bool openOnly)
{
    return guarded([&]() -> Result<QList<StoredFiring>> {
        Query query = m->query(openOnly ? "open_firings" : "firings");
        query << from << to << limit;
        return query.all([](Query &row) {
            StoredFiring firing;
            row.read(firing.id, firing.rule, firing.firedAt, firing.resolvedAt, firing.json);
            return firing;
        });
    });
}

Result<> AlertStore::addNote(const AlertNote &note)
{
    return guarded([&]() -> Result<> {
        (m->query("add_note") << note.firingId << note.action << note.who << note.note << note.policyRevision
                              << note.at)
            .run();
        return {};
    });
}

Result<QList<AlertNote>> AlertStore::notes(const QString &firingId, int limit)
{
    return guarded([&]() -> Result<QList<AlertNote>> {
        Query query = m->query(firingId.isEmpty() ? "all_notes" : "notes_of_firing");
        if (!firingId.isEmpty())
            query << firingId;
        query << limit;
        return query.all(readNote);
    });
}

Result<> AlertStore::putSilence(const StoredSilence &silence)
{
    return guarded([&]() -> Result<> {
        (m->query("put_silence") << silence.id << silence.json).run();
        return {};
    });
}

Result<QList<StoredSilence>> AlertStore::silences()
{
    return guarded([&]() -> Result<QList<StoredSilence>> {
        Query query = m->query("silences");
        return query.all([](Query &row) {
            StoredSilence silence;
            row.read(silence.id, silence.json);
            return silence;
        });
    });
}

Result<bool> AlertStore::wasDelivered(const QString &target, const QString &key)
{
    return guarded([&]() -> Result<bool> {
        Query query = m->query("was_delivered");
        query << target << key;
        return query.next();
    });
}

Result<> AlertStore::noteDelivered(const QString &target, const QString &key, UtcTime at)
{
    return guarded([&]() -> Result<> {
        (m->query("note_delivered") << target << key << at).run();
        return {};
    });
}

Result<QByteArray> AlertStore::memory(const QString &name)
{
    return guarded([&]() -> Result<QByteArray> {
        Query query = m->query("alert_memory");
        query << name;
        QByteArray bytes;
        if (query.next())
            query.read(bytes);
        return bytes;
    });
}

Result<> AlertStore::setMemory(const QString &name, const QByteArray &bytes)
{
    return guarded([&]() -> Result<> {
        (m->query("set_alert_memory") << name << (bytes.isNull() ? QByteArray("") : bytes)).run();
        return {};
    });
}

Result<qint64> AlertStore::recordsRead()
{
    return guarded([&]() -> Result<qint64> {
        Query query = m->query("records_read");
        qint64 records = 0;
        query.next();
        query.read(records);
        return records;
    });
}

Result<bool> AlertStore::holdLease(const QString &owner, UtcTime now, std::chrono::milliseconds length)
{
    return guarded([&]() -> Result<bool> {
        SQLite::Transaction transaction(*m->connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        const Result<QByteArray> before = memory(QStringLiteral("lease"));
        if (!before)
            return fail(before.error());
        const qsizetype space = before->indexOf(' ');
        const bool theirs = space > 0 && before->sliced(space + 1) != owner.toUtf8() &&
                            before->first(space).toLongLong() > toMicros(now);
        if (theirs)
            return false;
        const QByteArray mine = QByteArray::number(toMicros(now + length)) + ' ' + owner.toUtf8();
        if (const Result<> kept = setMemory(QStringLiteral("lease"), mine); !kept)
            return fail(kept.error());
        transaction.commit();
        return true;
    });
}

Result<AlertEffect> AlertStore::effectOf(int revision)
{
    return guarded([&]() -> Result<AlertEffect> {
        std::optional<UtcTime> begin;
        {
            Query query = m->query("policy_begin");
            query << revision;
            query.next();
            query.read(begin);
        }
        if (!begin)
            return fail(Errc::NotFound, Tr::tr("No stored turn ran under policy revision %1.").arg(revision));
        AlertEffect effect{.changedAt = *begin};
        Query query = m->query("policy_effect");
        query << revision << *begin;
        query.next();
        query.read(effect.judgedBefore, effect.passedBefore, effect.judgedAfter, effect.passedAfter);
        return effect;
    });
}

Result<QList<PolicyUse>> AlertStore::policiesSince(UtcTime from, int limit)
{
    Result<QList<int>> revisions = guarded([&]() -> Result<QList<int>> {
        Query query = m->query("policies_since");
        query << from << limit;
        return query.all([](Query &row) {
            int revision = 0;
            row.read(revision);
            return revision;
        });
    });
    if (!revisions)
        return fail(std::move(revisions.error()));
    QList<PolicyUse> uses;
    for (const int revision : std::as_const(*revisions)) {
        const Result<AlertEffect> effect = effectOf(revision);
        if (!effect)
            return fail(effect.error());
        uses.prepend({.revision = revision, .effect = *effect});
    }
    return uses;
}

} // namespace assay
