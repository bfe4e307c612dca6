// SPDX-License-Identifier: Apache-2.0
#include "ingest_baseline.h"

#include "store/sqlite_store.h"

#include <QtCore/QElapsedTimer>

#include <dashstream.pb.h>
#include <google/protobuf/arena.h>
#include <sqlite3.h>
#include <zstd.h>

#include <string>
#include <unordered_map>

namespace assay::bench {

namespace {

namespace wire = dashstream::v1;
namespace pb = google::protobuf;

constexpr int rowsPerTransaction = 5000;

class BareLoop
{
public:
    explicit BareLoop(const QString &path)
    {
        sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        nullptr);
        sqlite3_exec(m_database,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32768;"
                     "PRAGMA wal_autocheckpoint=8000;",
                     nullptr, nullptr, nullptr);
        m_event = prepare("INSERT INTO events (id, parent, item, message_id, kind, thread, turn, sequence, "
                          "timestamp_us, logged_us, size, compressed, summary, frame) "
                          "VALUES (?,NULL,0,?,?,?,NULL,?,?,?,?,?,?,?)");
        m_quality =
            prepare("INSERT INTO quality (id, timestamp_us, source, scope, score, accuracy, relevance, "
                    "completeness, overall, passed, latency_ms, retry_count, model, category, scope_id) "
                    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        m_name = prepare("INSERT INTO names (text) VALUES (?)");
    }
    ~BareLoop()
    {
        sqlite3_finalize(m_event);
        sqlite3_finalize(m_quality);
        sqlite3_finalize(m_name);
        ZSTD_freeDCtx(m_zstd);
        sqlite3_close(m_database);
    }

    void run(const std::vector<QByteArray> &frames)
    {
        int pending = 0;
        for (std::size_t i = 0; i < frames.size(); ++i) {
            if (pending == 0)
                sqlite3_exec(m_database, "BEGIN", nullptr, nullptr, nullptr);
            insert(frames[i], (static_cast<qint64>(1 + i % 6) << 47) + static_cast<qint64>(i / 6));
            if (++pending == rowsPerTransaction || i + 1 == frames.size()) {
                sqlite3_exec(m_database, "COMMIT", nullptr, nullptr, nullptr);
                pending = 0;
            }
        }
    }

private:
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
            SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_database));
        return statement;
    }

    qint64 name(const std::string &text)
    {
        const auto [found, isNew] = m_names.try_emplace(text, 0);
        if (isNew) {
            sqlite3_bind_text(m_name, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
            step(m_name);
            found->second = sqlite3_last_insert_rowid(m_database);
        }
        return found->second;
    }

    static void step(sqlite3_stmt *statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE)
            qFatal("%s", sqlite3_errmsg(sqlite3_db_handle(statement)));
        sqlite3_reset(statement);
    }

    void insert(const QByteArray &frame, qint64 row)
    {
        const char *bytes = frame.constData() + 1;
        std::size_t size = static_cast<std::size_t>(frame.size()) - 1;
        if (frame.front() == '\x01') {
            size = ZSTD_decompressDCtx(m_zstd, m_plain.data(), m_plain.size(), bytes, size);
            bytes = m_plain.data();
        }
        m_arena.Reset();
        auto *message = pb::Arena::CreateMessage<wire::DashStreamMessage>(&m_arena);
        if (!message->ParseFromArray(bytes, static_cast<int>(size)))
            qFatal("the traffic does not parse");
        static const std::string event = "event";
        static const std::string metrics = "metrics";
        static const std::string chunk = "token_chunk";
        if (message->has_event())
            insertEvent(message->event().header(), event, message->event().node_id(), frame, row, size);
        else if (message->has_token_chunk())
            insertEvent(message->token_chunk().header(), chunk, message->token_chunk().text(), frame, row,
                        size);
        else
            insertQuality(message->metrics(), metrics, frame, row, size);
    }

    void insertEvent(const wire::Header &header, const std::string &kind, const std::string &summary,
                     const QByteArray &frame, qint64 row, std::size_t size)
    {
        sqlite3_stmt *s = m_event;
        const std::string &id = header.message_id();
        sqlite3_bind_int64(s, 1, row);
        sqlite3_bind_blob(s, 2, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
        sqlite3_bind_int64(s, 3, name(kind));
        sqlite3_bind_int64(s, 4, name(header.thread_id()));
        sqlite3_bind_int64(s, 5, static_cast<qint64>(header.sequence()));
        sqlite3_bind_int64(s, 6, header.timestamp_us());
        sqlite3_bind_int64(s, 7, header.timestamp_us());
        sqlite3_bind_int64(s, 8, static_cast<qint64>(size));
        sqlite3_bind_int64(s, 9, frame.front());
        sqlite3_bind_text(s, 10, summary.data(), static_cast<int>(std::min<std::size_t>(summary.size(), 40)),
                          SQLITE_STATIC);
        sqlite3_bind_blob(s, 11, frame.constData(), static_cast<int>(frame.size()), SQLITE_STATIC);
        step(s);
    }

    void insertQuality(const wire::Metrics &metrics, const std::string &kind, const QByteArray &frame,
                       qint64 row, std::size_t size)
    {
        insertEvent(metrics.header(), kind, metrics.scope(), frame, row, size);
        static const std::string callback = "callback";
        sqlite3_stmt *s = m_quality;
        const auto &figures = metrics.metrics();
        sqlite3_bind_int64(s, 1, row);
        sqlite3_bind_int64(s, 2, metrics.header().timestamp_us());
        sqlite3_bind_int64(s, 3, name(callback));
        sqlite3_bind_int64(s, 4, name(metrics.scope()));
        sqlite3_bind_double(s, 5, figures.at("quality_score").float_value());
        sqlite3_bind_double(s, 6, figures.at("accuracy").float_value());
        sqlite3_bind_double(s, 7, figures.at("relevance").float_value());
        sqlite3_bind_double(s, 8, figures.at("completeness").float_value());
        sqlite3_bind_double(s, 9, figures.at("quality_score").float_value());
        sqlite3_bind_int(s, 10, figures.at("passed").bool_value() ? 1 : 0);
        sqlite3_bind_int64(s, 11, figures.at("latency_ms").int_value());
        sqlite3_bind_int64(s, 12, figures.at("retry_count").int_value());
        sqlite3_bind_int64(s, 13, name(metrics.tags().at("model")));
        sqlite3_bind_int64(s, 14, name(metrics.tags().at("category")));
        sqlite3_bind_text(s, 15, metrics.scope_id().data(), static_cast<int>(metrics.scope_id().size()),
                          SQLITE_STATIC);
        step(s);
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_event = nullptr;
    sqlite3_stmt *m_quality = nullptr;
    sqlite3_stmt *m_name = nullptr;
    ZSTD_DCtx *m_zstd = ZSTD_createDCtx();
    std::vector<char> m_plain = std::vector<char>(1 << 20);
    pb::Arena m_arena;
    std::unordered_map<std::string, qint64> m_names;
};

} // namespace

double runBareLoop(const QString &database, const std::vector<QByteArray> &frames)
{
    if (!openStore(database)) // its tables and indexes
        qFatal("no store at %s", qPrintable(database));
    BareLoop loop(database);
    QElapsedTimer timer;
    timer.start();
    loop.run(frames);
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace assay::bench
