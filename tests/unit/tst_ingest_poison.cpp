// SPDX-License-Identifier: Apache-2.0
#include "service/dead_letter_message.h"
#include "service/dead_letter_retry.h"
#include "service/record_reader.h"
#include "support/frames_reader.h"
#include "unit/ingest_fixture.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>

#include <zstd.h>

#include <cmath>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray packed(const QByteArray &plain)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(plain.size()))), '\0');
    out.truncate(
        static_cast<qsizetype>(ZSTD_compress(out.data(), static_cast<std::size_t>(out.size()),
                                             plain.constData(), static_cast<std::size_t>(plain.size()), 3)));
    return '\x01' + out;
}

Message withHeader(const std::function<void(wire::Header &)> &change)
{
    Message message = node(1);
    change(*message.mutable_event()->mutable_header());
    return message;
}

QByteArray deep()
{
    wire::AttributeValue value;
    value.set_bool_value(true);
    for (int i = 0; i < 60; ++i) { // each is two levels
        wire::AttributeValue outer;
        *outer.mutable_array_value()->add_values() = value;
        value = outer;
    }
    Message message = node(1);
    (*message.mutable_event()->mutable_attributes())["deep"] = value;
    return frame(message);
}

QByteArray badText()
{
    QByteArray bytes = frame(node(1));
    bytes.replace("agent", "ag\xFFnt");
    return bytes;
}

struct Poison
{
    QByteArray bytes{};
    QString reason{};
};

/// Every kind of record that must not stop a partition, and what it is counted as.
QList<Poison> poisons()
{
    const QByteArray good = frame(node(1));
    const QByteArray large = packed(QByteArray(2000, 'a') + good);
    QByteArray damaged = large;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x5A);
    damaged[5] = '\xFF';
    return {{good.chopped(3), u"truncated"_s},
            {damaged, u"bad_zstd"_s},
            {packed(QByteArray(8 << 20, '\0')), u"bomb"_s},
            {QByteArray("\x07 what is this"), u"bad_protobuf"_s},
            {frame(withHeader([](wire::Header &h) { h.set_schema_version(9); })), u"unknown_schema"_s},
            {badText(), u"invalid_utf8"_s},
            {frame(score(1, std::nan(""))), u"not_finite"_s},
            {frame(score(1, INFINITY)), u"not_finite"_s},
            {frame(score(1, -INFINITY)), u"not_finite"_s},
            {frame(score(1, 7.0)), u"score_out_of_range"_s},
            {frame(withHeader([](wire::Header &h) { h.set_timestamp_us(-1); })), u"negative_time"_s},
            {QByteArray(""), u"empty_frame"_s},
            {deep(), u"too_deep"_s},
            {QByteArray("\0\x0a\x05", 3), u"truncated"_s},
            {frame(Message()), u"no_payload"_s}};
}

void drain(const QString &path, const std::vector<QByteArray> &frames)
{
    auto reader = std::make_unique<FramesReader>(frames, 3, u"t"_s);
    std::vector<IngestSource> sources;
    sources.push_back({.reader = std::move(reader), .topic = u"t"_s, .partitions = {0, 1, 2}, .own = false});
    IngestWorker worker(std::move(sources), std::move(openStore(path)->store), {.untilEnd = true});
    bool done = false;
    QObject::connect(&worker, &IngestWorker::reachedEnd, [&] { done = true; });
    worker.start();
    QElapsedTimer timer;
    timer.start();
    while (!done && timer.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    QVERIFY(done);
}

} // namespace

class IngestPoisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsCountedExactlyAndNothingGoodIsLost()
    {
        const QList<Poison> kinds = poisons();
        const int good = qEnvironmentVariableIsSet("ASSAY_TEST_FULL") ? 85'000 : 8000;
        QRandomGenerator random(3);
        std::vector<QByteArray> frames;
        QHash<QString, int> expected;
        for (int i = 0; i < good; ++i) {
            frames.push_back(frame(node(i)));
            if (i % 100 != 0)
                continue;
            for (const Poison &poison : kinds) {
                if (poison.reason == u"bomb" && i % 1000 != 0)
                    continue;
                frames.push_back(poison.bytes);
                ++expected[poison.reason];
            }
        }
        std::shuffle(frames.begin(), frames.end(), random);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        drain(path, frames);
        auto store = std::move(*openReadOnly(path));
        QCOMPARE(store->counts()->events, good);
        QHash<QString, int> counted;
        const auto letters = store->deadLettersAfter(0, 1'000'000);
        for (const DeadLetter &letter : *letters) {
            ++counted[letter.reason];
            QCOMPARE(letter.raw.size(), letter.size);
            QCOMPARE(letter.raw,
                     frames[static_cast<std::size_t>(letter.key.offset * 3 + letter.key.partition)]);
        }
        QCOMPARE(counted, expected);
        qint64 read = 0;
        const auto accounts = store->accounts();
        for (const PartitionAccount &a : *accounts) {
            read += a.read;
            QCOMPARE(a.read, a.stored + a.duplicates + a.conflicts + a.echoes + a.undecodable + a.tombstones);
        }
        QCOMPARE(read, std::ssize(frames));
    }

    void recordsWithoutAValueAreTombstones()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        drain(path, {frame(node(1)), QByteArray(), frame(node(2)), QByteArray(), QByteArray("")});
        auto store = std::move(*openReadOnly(path));
        qint64 tombstones = 0;
        const auto accounts = store->accounts();
        for (const PartitionAccount &a : *accounts)
            tombstones += a.tombstones;
        QCOMPARE(tombstones, 2);
        QCOMPARE(store->counts()->deadLetters, 1); // empty is not the same as none
        QCOMPARE(store->intake(fromMicros(0), fromMicros(1LL << 60))->tombstones, 2);
    }

    void whatDecodesAfterAChangeIsStoredOnce()
    {
        QTemporaryDir dir;
        auto store = std::move(openStore(dir.filePath(u"assay.db"_s))->store);
        // As an older decoder left it: two letters that this one can read, one that it cannot.
        const auto letter = [](qint64 offset, const QByteArray &raw, qint64 size) {
            return DeadLetter{.key = {.topic = u"t"_s, .partition = 1, .offset = offset},
                              .stage = u"schema"_s,
                              .reason = u"unknown_schema"_s,
                              .seenAt = fromMicros(60'000'000),
                              .logged = fromMicros(60'000'000),
                              .size = size,
                              .raw = raw};
        };
        const QByteArray one = frame(node(1));
        const QByteArray two = frame(node(2));
        StoreBatch batch;
        batch.deadLetters = {letter(4, one, one.size()), letter(5, two, two.size()),
                             letter(6, one, one.size()), letter(7, "\x07junk", 5),
                             letter(8, one.first(4), one.size())};
        batch.positions = {{.topic = u"t"_s, .partition = 1, .nextOffset = 9}};
        QVERIFY(store->write(batch));
        const auto outcome = retryDeadLetters(*store);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->tried, 5);
        QCOMPARE(outcome->resolved, 3);
        QCOMPARE(outcome->cut, 1);
        QCOMPARE(retryDeadLetters(*store)->resolved, 0);
        const PartitionAccount account = store->accounts()->first();
        QCOMPARE(account.stored, 2);
        QCOMPARE(account.duplicates, 1);
        QCOMPARE(account.undecodable, 2);
        QCOMPARE(account.read, 5);
        QCOMPARE(account.nextOffset, 9);
        QCOMPARE(store->counts()->deadLetters, 2);
        QCOMPARE(store->intake(fromMicros(0), fromMicros(120'000'000))->undecodable, 2);
        QCOMPARE(*store->frameAt({.topic = u"t"_s, .partition = 1, .offset = 5}), two);
        QCOMPARE(*store->rollupDifferences(), 0);
    }

    void theDeadLetterTopicGetsTheLibrarysShape()
    {
        const QByteArray raw(600 << 10, 'x');
        const DeadLetter letter{
            .key = {.topic = u"quality"_s, .partition = 3, .offset = 9'007'199'254'740'993},
            .stage = u"zstd"_s,
            .reason = u"bomb"_s,
            .message = u"Too much."_s,
            .seenAt = fromMicros(1'795'000'000'000'000),
            .size = raw.size(),
            .raw = raw};
        const auto [key, value] = deadLetterMessage(letter, u"assay"_s);
        const QJsonObject json = QJsonDocument::fromJson(value).object();
        QCOMPARE(json.value(u"trace_id").toString().toUtf8(), key);
        QCOMPARE(json.value(u"error_type").toString(), u"decompression_error"_s);
        QCOMPARE(json.value(u"source_topic").toString(), u"quality"_s);
        QCOMPARE(json.value(u"source_partition").toInt(), 3);
        QCOMPARE(json.value(u"source_offset").toInteger(), 9'007'199'254'740'993);
        QCOMPARE(json.value(u"timestamp").toString(), toIso(letter.seenAt));
        QCOMPARE(json.value(u"error").toString(), u"Too much."_s);
        QCOMPARE(json.value(u"consumer_id").toString(), u"assay"_s);
        QCOMPARE(json.value(u"original_payload_truncated").toBool(), true);
        QCOMPARE(json.value(u"original_payload_size_bytes").toInt(), 600 << 10);
        QCOMPARE(json.value(u"original_payload_included_bytes").toInt(), 512 << 10);
        QCOMPARE(json.value(u"original_payload_sha256").toString().toLatin1(),
                 QCryptographicHash::hash(raw, QCryptographicHash::Sha256).toHex());
        const DeadLetter small{.key = letter.key, .stage = u"frame"_s, .size = 3, .raw = "abc"};
        const QJsonObject whole = QJsonDocument::fromJson(deadLetterMessage(small, {}).second).object();
        QCOMPARE(QByteArray::fromBase64(whole.value(u"original_payload_base64").toString().toLatin1()),
                 QByteArray("abc"));
        QVERIFY(!whole.contains(u"original_payload_sha256"_s));
        QCOMPARE(whole.value(u"error_type").toString(), u"invalid_format"_s);
    }
};

QTEST_GUILESS_MAIN(IngestPoisonTest)

#include "tst_ingest_poison.moc"
