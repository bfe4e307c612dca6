// SPDX-License-Identifier: Apache-2.0
#include "stream/codec.h"
#include "stream/extract.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <dashstream.pb.h>

#include <cmath>

using namespace assay;
using namespace Qt::StringLiterals;
namespace wire = dashstream::v1;
using Message = wire::DashStreamMessage;

namespace {

/// Messages of the kinds that are read straight from their bytes, usual and odd.
class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}

    Message message()
    {
        Message made;
        switch (m_random.bounded(3)) {
        case 0: fill(*made.mutable_event()); break;
        case 1: fill(*made.mutable_metrics()); break;
        default: fill(*made.mutable_token_chunk()); break;
        }
        return made;
    }

    bool often(int percent) { return m_random.bounded(100) < percent; }
    QRandomGenerator &random() { return m_random; }

private:
    std::string text()
    {
        static const QStringList all{u"agent"_s,  u""_s,        u"two words"_s, u"\ttab and  blanks "_s,
                                     u"naïve"_s,  u"退款"_s,    u"true"_s,      u"x,y"_s,
                                     u"a\nb"_s,   u"tn_1"_s,    u"gpt-4o"_s,    u"LOW_QUALITY"_s,
                                     u"graph"_s,  u"th_1234"_s, u"nul\0l"_s,    QString(300, u'z'),
                                     u"simple"_s, u"50% done"_s};
        // Odd texts are rare, so that most messages have none.
        const qsizetype at = often(96) ? QList<qsizetype>{0, 9, 10, 13, 16}.at(m_random.bounded(5))
                                       : m_random.bounded(static_cast<int>(all.size()));
        return all.at(at).toStdString();
    }

    double number()
    {
        static const std::array figures{0.0,  0.125, 0.95, 0.625,        1.0,   0.9499999, -0.0000001,
                                        0.68, 0.375, 1.5,  std::nan(""), 1e300, 0.005};
        return often(95) ? m_random.bounded(1.0) : figures[m_random.bounded(quint32(figures.size()))];
    }

    qint64 integer()
    {
        static const std::array<qint64, 7> odd{
            0, -1, 1250, 1750, INT64_MAX, INT64_MIN, 9'007'199'254'740'993};
        return often(90) ? m_random.bounded(5000) : odd[m_random.bounded(quint32(odd.size()))];
    }

    void fill(wire::Header &header)
    {
        header.set_message_id(often(97) ? std::string(16, static_cast<char>(m_random.bounded(256))) : "");
        header.set_timestamp_us(often(98) ? 1'795'000'000'000'000 + integer() % 5000 : -5);
        header.set_tenant_id("default");
        header.set_thread_id(text());
        header.set_sequence(static_cast<quint64>(integer()));
        header.set_type(wire::MESSAGE_TYPE_EVENT);
        header.set_schema_version(often(98) ? 1 : m_random.bounded(3));
    }

    void fill(wire::AttributeValue &value)
    {
        switch (m_random.bounded(7)) {
        case 0: value.set_int_value(integer()); break;
        case 1: value.set_float_value(number()); break;
        case 2: value.set_bool_value(true); break;
        case 3: value.set_bytes_value(text()); break;
        case 4:
            if (often(5))
                value.mutable_array_value()->add_values()->set_string_value(text());
            break;
        default: value.set_string_value(text());
        }
    }

    void fill(wire::Event &event)
    {
        if (often(98))
            fill(*event.mutable_header());
        event.set_event_type(static_cast<wire::EventType>(often(95) ? m_random.bounded(92) : integer()));
        event.set_node_id(text());
        event.set_duration_us(integer());
        for (const char *key : {"error", "message", "turn_id", "alert_type", "graph_name", "other"})
            if (often(20))
                fill((*event.mutable_attributes())[key]);
    }

    void fill(wire::MetricValue &value)
    {
        if (often(60))
            value.set_float_value(number());
        else if (often(60))
            value.set_int_value(integer());
        else if (often(60))
            value.set_bool_value(often(50));
        else if (often(60))
            value.set_string_value(text());
        value.set_unit("ratio");
        value.set_type(wire::MetricValue::METRIC_TYPE_GAUGE);
    }

    void fill(wire::Metrics &metrics)
    {
        fill(*metrics.mutable_header());
        metrics.set_scope(often(80) ? "quality" : often(50) ? "quality_attempt" : text());
        metrics.set_scope_id(text());
        for (const char *key : {"accuracy", "relevance", "completeness", "quality_score"})
            if (often(70))
                (*metrics.mutable_metrics())[key].set_float_value(number());
        for (const char *key : {"quality_average", "quality_accuracy", "passed", "latency_ms", "retry_count",
                                "turn_number", "threshold", "quality_issues_count", "attempt", "else"})
            if (often(15))
                fill((*metrics.mutable_metrics())[key]);
        for (const char *key : {"turn_id", "model", "category", "query_category", "app_type", "query_id"})
            if (often(40))
                (*metrics.mutable_tags())[key] = text();
        for (const char *key : {"low_accuracy", "tool_results_ignored", "tenant_id"})
            if (often(20))
                (*metrics.mutable_tags())[key] = "true";
        if (often(3))
            (*metrics.mutable_tags())[text()] = "true";
    }

    void fill(wire::TokenChunk &chunk)
    {
        fill(*chunk.mutable_header());
        chunk.set_request_id("r");
        chunk.set_text(text());
        chunk.set_chunk_index(static_cast<quint32>(integer()));
        chunk.set_model(text());
        for (int i = m_random.bounded(4); i > 0; --i) {
            chunk.add_token_ids(m_random.generate());
            chunk.add_logprobs(-1.5F);
        }
        if (often(5))
            chunk.mutable_stats()->set_total_tokens(5);
    }

    QRandomGenerator m_random;
};

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QualityReading readingOf(const Extract::Quality &quality)
{
    return {.source = quality.source,
            .scope = textOf(quality.scope),
            .scores = quality.scores,
            .passed = quality.passed,
            .threshold = quality.threshold,
            .issues = textOf(quality.issues).split(u'\n', Qt::SkipEmptyParts),
            .issueCount = quality.issueCount,
            .latencyMs = quality.latencyMs,
            .retryCount = quality.retryCount,
            .turnNumber = quality.turnNumber,
            .attempt = quality.attempt,
            .scopeId = textOf(quality.scopeId),
            .queryId = textOf(quality.queryId),
            .model = textOf(quality.model),
            .category = textOf(quality.category),
            .application = textOf(quality.application),
            .reasoning = {}};
}

/// What the two make of the same bytes; empty when they agree.
QString difference(const Extract &extract, const Decoded<DecodedMessage> &decoded)
{
    if (!decoded)
        return u"Codec refuses it: "_s + decoded.error().message;
    const auto is = [](const char *what, const auto &a, const auto &b) {
        return a == b ? QString() : u"another %1"_s.arg(QLatin1StringView(what));
    };
    const QByteArray id(extract.messageId.data(), static_cast<qsizetype>(extract.messageId.size()));
    QString found = is("kind", extract.kind, decoded->kind) + is("id", id, decoded->header.messageId) +
                    is("thread", textOf(extract.threadId), decoded->header.threadId) +
                    is("turn", textOf(extract.turnId), decoded->turnId) +
                    is("time", fromMicros(extract.timestampUs), decoded->header.timestamp) +
                    is("sequence", extract.sequence, decoded->header.sequence) +
                    is("quality", extract.hasQuality, decoded->quality.has_value());
    if (textOf(extract.summary) != decoded->summary)
        found += u"summary “%1”, not “%2”"_s.arg(textOf(extract.summary), decoded->summary);
    if (extract.hasQuality && decoded->quality)
        found += is("reading", readingOf(extract.quality), *decoded->quality);
    return found;
}

} // namespace

class ExtractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheCodecReads()
    {
        Maker maker(20261121);
        ExtractReader reader;
        Codec codec;
        int read = 0;
        constexpr int messages = 60'000;
        for (int i = 0; i < messages; ++i) {
            const QByteArray plain = QByteArray::fromStdString(maker.message().SerializeAsString());
            const Extract *extract = reader.read(plain);
            if (extract == nullptr)
                continue;
            ++read;
            const QString differs = difference(*extract, codec.decode('\0' + plain, DecodeMode::Tolerant));
            QVERIFY2(differs.isEmpty(), qPrintable(u"message %1: %2"_s.arg(i).arg(differs)));
        }
        qInfo() << read << "of" << messages << "were read straight from their bytes";
        QVERIFY2(read > messages / 2, "hardly anything took the short way, so nothing was compared");
    }

    void damagedBytesAreReadAsTheCodecReadsThem()
    {
        Maker maker(7);
        ExtractReader reader;
        Codec codec;
        int read = 0;
        for (int i = 0; i < 60'000; ++i) {
            QByteArray plain = QByteArray::fromStdString(maker.message().SerializeAsString());
            for (int flips = 1 + maker.random().bounded(3); flips > 0 && !plain.isEmpty(); --flips)
                plain[maker.random().bounded(plain.size())] = static_cast<char>(maker.random().bounded(256));
            if (maker.often(10))
                plain.chop(maker.random().bounded(plain.size() + 1));
            if (maker.often(5))
                plain += plain; // the same member twice
            const Extract *extract = reader.read(plain);
            if (extract == nullptr)
                continue;
            ++read;
            const QString differs = difference(*extract, codec.decode('\0' + plain, DecodeMode::Tolerant));
            QVERIFY2(differs.isEmpty(), qPrintable(u"message %1: %2"_s.arg(i).arg(differs)));
        }
        qInfo() << read << "damaged messages were still read";
        QVERIFY(read > 1000);
    }
};

QTEST_GUILESS_MAIN(ExtractTest)

#include "tst_extract.moc"
