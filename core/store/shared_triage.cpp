// SPDX-License-Identifier: Apache-2.0
#include "store/shared_triage.h"

#include "base/tr.h"

#include <QtCore/QFile>
#include <QtCore/QMap>

#include <libpq-fe.h>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Parameters = QList<std::pair<QByteArray, QByteArray>>;

struct FreeResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Rows = std::unique_ptr<PGresult, FreeResult>;

struct FreeConnection
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
};

constexpr const char *systemAuthorities = "/etc/ssl/certs/ca-certificates.crt";
/// Only one console writes, so that lines are numbered in the order they are committed in.
constexpr const char *takeTurn = "SELECT pg_advisory_xact_lock(4715284661790032)";

constexpr const char *tables = R"(
CREATE TABLE IF NOT EXISTS assay_triage_queue (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    id       text NOT NULL DEFAULT gen_random_uuid()::text);
INSERT INTO assay_triage_queue (only_one) VALUES (true) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS assay_triage_log (
    number    bigint PRIMARY KEY,
    batch     bigint NOT NULL,
    at_us     bigint NOT NULL,
    who       text   NOT NULL,
    action    text   NOT NULL,
    turn_id   text   NOT NULL,
    thread_id text   NOT NULL,
    before    text   NOT NULL,
    after     text   NOT NULL,
    fact      text   NOT NULL);
)";

/// libpq takes several servers, with commas between them: then each must be here.
bool isHere(const QByteArray &host)
{
    if (const QByteArrayList several = host.split(','); several.size() > 1)
        return std::ranges::all_of(several, isHere);
    if (host.isEmpty() || host.startsWith('/') || host == "localhost")
        return true;
    const bool isNumber =
        std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    return host == "::1" || (isNumber && host.startsWith("127."));
}

Errc codeOf(const char *state)
{
    const QByteArray code(state);
    if (code.startsWith("28") || code == "42501")
        return Errc::Unauthorized;
    if (code == "55P03" || code == "57014")
        return Errc::Timeout;
    return code.isEmpty() || code.startsWith("08") || code.startsWith("57") ? Errc::Unavailable : Errc::Io;
}

/// The first line of what libpq says, which is the sentence.
QString sentence(const char *text)
{
    return QString::fromUtf8(text).trimmed().section(u'\n', 0, 0);
}

QByteArray bytesOf(qint64 number)
{
    return QByteArray::number(number);
}

} // namespace

Result<Parameters> sharedTriageParameters(const SharedTriageConfig &config)
{
    PQconninfoOption *const parsed = PQconninfoParse(config.database.toUtf8().constData(), nullptr);
    if (!parsed) // it may hold a password, so it is not repeated
        return fail(Errc::InvalidArgument,
                    Tr::tr("The address of the shared queue is none that PostgreSQL understands. One looks "
                           "like postgresql://user@host/database."));
    QMap<QByteArray, QByteArray> given;
    for (const PQconninfoOption *option = parsed; option->keyword != nullptr; ++option)
        if (option->val != nullptr)
            given.insert(option->keyword, option->val);
    PQconninfoFree(parsed);
    if (given.contains("password"))
        return fail(Errc::InvalidArgument,
                    Tr::tr("The address of the shared queue holds a password. Take it out and keep it in the "
                           "keyring, in PGPASSWORD or in ~/.pgpass."));
    const bool here = isHere(given.value("host")) && isHere(given.value("hostaddr"));
    if (!here && given.value("sslmode", "verify-full") != "verify-full")
        return fail(Errc::InvalidArgument,
                    Tr::tr("sslmode=%1 does not check whom it talks to. Leave it out, or say verify-full; "
                           "an authority of your own goes into sslrootcert.")
                        .arg(QString::fromUtf8(given.value("sslmode"))));
    if (!here)
        given.insert("sslmode", "verify-full");
    if (given.value("sslmode").startsWith("verify") && !given.contains("sslrootcert") &&
        QFile::exists(QLatin1StringView(systemAuthorities)))
        given.insert("sslrootcert", systemAuthorities);
    if (!config.password.isEmpty())
        given.insert("password", config.password.toUtf8());
    given.insert("application_name", "assay");
    given.insert("client_encoding", "UTF8");
    given.insert("connect_timeout", "5");
    given.insert("tcp_user_timeout", "8000");
    given.insert("options", "-c statement_timeout=8000 -c lock_timeout=5000 "
                            "-c idle_in_transaction_session_timeout=20000 -c client_min_messages=warning");
    Parameters parameters;
    for (auto it = given.cbegin(); it != given.cend(); ++it)
        parameters.append({it.key(), it.value()});
    return parameters;
}

struct SharedTriage::Impl
{
    std::unique_ptr<PGconn, FreeConnection> connection{};
    QString id{};

    Result<Rows> run(const char *statement, const QByteArrayList &values = {})
    {
        QList<const char *> texts;
        for (const QByteArray &value : values)
            texts.append(value.constData());
        // Several statements in one go are only understood without parameters.
        Rows rows(values.isEmpty() ? PQexec(connection.get(), statement)
                                   : PQexecParams(connection.get(), statement, static_cast<int>(texts.size()),
                                                  nullptr, texts.constData(), nullptr, nullptr, 0));
        const ExecStatusType status = PQresultStatus(rows.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            return rows;
        const char *state = PQresultErrorField(rows.get(), PG_DIAG_SQLSTATE);
        const QString why = sentence(PQerrorMessage(connection.get()));
        if (codeOf(state) == Errc::Timeout)
            return fail(Errc::Timeout,
                        Tr::tr("Another console holds the shared queue. Try again in a moment."));
        return fail(codeOf(state), Tr::tr("The shared queue does not answer: %1").arg(why));
    }
    Result<> done(const char *statement, const QByteArrayList &values = {})
    {
        const Result<Rows> rows = run(statement, values);
        return rows ? Result<>() : Result<>(fail(rows.error()));
    }
};

SharedTriage::SharedTriage(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}

SharedTriage::~SharedTriage() = default;

const QString &SharedTriage::id() const
{
    return m->id;
}

Result<std::unique_ptr<SharedTriage>> SharedTriage::open(const SharedTriageConfig &config)
{
    const Result<Parameters> parameters = sharedTriageParameters(config);
    if (!parameters)
        return fail(parameters.error());
    QList<const char *> names;
    QList<const char *> values;
    for (const auto &[name, value] : *parameters) {
        names.append(name.constData());
        values.append(value.constData());
    }
    names.append(nullptr);
    values.append(nullptr);
    auto impl = std::make_unique<Impl>();
    impl->connection.reset(PQconnectdbParams(names.constData(), values.constData(), 0));
    if (PQstatus(impl->connection.get()) != CONNECTION_OK) {
        const QString why = sentence(PQerrorMessage(impl->connection.get()));
        const bool refused = PQconnectionNeedsPassword(impl->connection.get()) != 0 ||
                             PQconnectionUsedPassword(impl->connection.get()) != 0;
        return fail(refused ? Errc::Unauthorized : Errc::Unavailable,
                    Tr::tr("The shared queue cannot be reached: %1").arg(why));
    }
    // Of two consoles that start at once, one makes the tables.
    for (const char *statement : {"BEGIN", takeTurn, tables, "COMMIT"})
        if (const Result<> done = impl->done(statement); !done)
            return fail(done.error());
    const Result<Rows> queue = impl->run("SELECT id FROM assay_triage_queue");
    if (!queue)
        return fail(queue.error());
    impl->id = QString::fromUtf8(PQgetvalue(queue->get(), 0, 0));
    return std::unique_ptr<SharedTriage>(new SharedTriage(std::move(impl)));
}

Result<QList<SharedTriageLine>> SharedTriage::linesAfter(qint64 number, int limit)
{
    const Result<Rows> rows =
        m->run("SELECT number, batch, at_us, who, action, turn_id, thread_id, before, after, fact "
               "FROM assay_triage_log WHERE number > $1 ORDER BY number LIMIT $2",
               {bytesOf(number), bytesOf(limit)});
    if (!rows)
        return fail(rows.error());
    QList<SharedTriageLine> lines;
    for (int row = 0; row < PQntuples(rows->get()); ++row) {
        const auto text = [&](int column) {
            return QString::fromUtf8(PQgetvalue(rows->get(), row, column),
                                     PQgetlength(rows->get(), row, column));
        };
        lines.append({.number = text(0).toLongLong(),
                      .batch = text(1).toLongLong(),
                      .at = fromMicros(text(2).toLongLong()),
                      .who = text(3),
                      .action = text(4),
                      .turnId = text(5),
                      .threadId = text(6),
                      .before = text(7),
                      .after = text(8),
                      .fact = text(9)});
    }
    return lines;
}

Result<> SharedTriage::begin()
{
    if (const Result<> begun = m->done("BEGIN"); !begun)
        return fail(begun.error());
    Result<> taken = m->done(takeTurn);
    if (!taken)
        rollBack();
    return taken;
}

Result<qint64> SharedTriage::commit(const QList<SharedTriageLine> &lines)
{
    const Result<Rows> last = m->run("SELECT coalesce(max(number), 0) FROM assay_triage_log");
    if (!last) {
        rollBack();
        return fail(last.error());
    }
    qint64 number = QByteArray(PQgetvalue(last->get(), 0, 0)).toLongLong();
    const QByteArray batch = bytesOf(number + 1);
    for (const SharedTriageLine &line : lines) {
        const Result<> added =
            m->done("INSERT INTO assay_triage_log (number, batch, at_us, who, action, turn_id, thread_id, "
                    "before, after, "
                    "fact) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                    {bytesOf(++number), batch, bytesOf(toMicros(line.at)), line.who.toUtf8(),
                     line.action.toUtf8(), line.turnId.toUtf8(), line.threadId.toUtf8(), line.before.toUtf8(),
                     line.after.toUtf8(), line.fact.toUtf8()});
        if (!added) {
            rollBack();
            return fail(added.error());
        }
    }
    if (const Result<> committed = m->done("COMMIT"); !committed)
        return fail(committed.error());
    return number;
}

void SharedTriage::rollBack()
{
    // A connection that is gone has rolled back by itself.
    const Rows rows(PQexec(m->connection.get(), "ROLLBACK"));
}

} // namespace assay
