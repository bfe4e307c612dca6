// SPDX-License-Identifier: Apache-2.0
#include "stream/filter_row.h"

#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

const UtcTime now = fromMicros(1'763'733'600'000'000);

bool matches(const QString &text, const FilterRow &row)
{
    const auto filter = parseFilter(text, FilterUse::Events);
    if (!filter)
        qWarning("%s", qPrintable(filterProblemText(text, filter.error())));
    return filter && filter->matches(row, now);
}

LogRecord recordAt(qint64 offset)
{
    return LogRecord{.topic = u"dashstream-quality"_s,
                     .partition = 5,
                     .offset = offset,
                     .timestamp = now,
                     .key = "th_key",
                     .value = "0123456789"};
}

DecodedMessage reading()
{
    DecodedMessage message{.header = {.messageId = QByteArray::fromHex("5f0c91be"),
                                      .timestamp = now - std::chrono::minutes(1),
                                      .tenantId = u"acme"_s,
                                      .threadId = u"th_51aa07"_s,
                                      .sequence = 77},
                           .kind = MessageKind::Metrics,
                           .summary = u"quality 0.82 failed"_s,
                           .compressed = true,
                           .size = 698};
    message.quality = QualityReading{.source = QualityReading::Source::Monitor,
                                     .scope = u"quality"_s,
                                     .scores = {.accuracy = 0.79F, .relevance = 0.94F, .completeness = 0.73F},
                                     .issues = {u"tool_results_ignored"_s},
                                     .latencyMs = 2880};
    return message;
}

template<typename E>
void compareTokens(FilterColumn column)
{
    QStringList known;
    for (const char *name : filterColumn(column).values)
        known.append(QString::fromLatin1(name));
    for (const QString &token : tokensOf<E>())
        QVERIFY2(known.contains(token), qPrintable(token));
}

} // namespace

class TestFilterRow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_table_knows_every_token()
    {
        compareTokens<MessageKind>(FilterColumn::Type);
        compareTokens<QualityReading::Source>(FilterColumn::Source);
        compareTokens<DecodeReason>(FilterColumn::Reason);
        compareTokens<Tier>(FilterColumn::Tier);
        compareTokens<Strategy>(FilterColumn::Strategy);
        compareTokens<TurnStatus>(FilterColumn::Status);
        compareTokens<Label>(FilterColumn::Label);
    }

    void a_reading_is_found_by_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *text, bool found = true) {
            QTest::newRow(text) << QString::fromUtf8(text) << found;
        };
        row("type = metrics and scope = quality and source = monitor");
        row("score >= 0.82 and score < 0.8201"); // the mean: nobody sent an overall score
        row("accuracy = 0.79 and relevance = 94%");
        row("issue = tool_results_ignored and issues = 1");
        row("thread = th_51aa07 and tenant = acme");
        row("message_id = 5f0c91be");
        row("topic = dashstream-quality and partition = 5 and offset = 921377");
        row("sequence = 77 and compressed and size < 1kB");
        row("latency > 2s and latency < 3s");
        row("time > -2min");
        row("quality and failed");
        row("not exists passed and not exists threshold and not exists turn_number and not exists model");
        row("cost >= 0", false);
        row("exists reason", false);
    }
    void a_reading_is_found_by()
    {
        QFETCH(QString, text);
        const LogRecord record = recordAt(921'377);
        const DecodedMessage message = reading();
        const EventFilterRow row(record, message);
        QTEST(matches(text, row), "found");
    }

    void a_model_call_has_cost_and_tokens()
    {
        const LogRecord record = recordAt(1);
        DecodedMessage message{.kind = MessageKind::Metrics, .scope = u"llm"_s};
        message.llm = LlmReading{.model = u"gpt-4o-mini"_s,
                                 .promptTokens = 412,
                                 .completionTokens = 188,
                                 .cost = Micros{500},
                                 .duration = std::chrono::milliseconds(1210)};
        const EventFilterRow row(record, message);
        QVERIFY(matches(u"scope = llm and model contains MINI and tokens = 600 and cost = $0.0005"_s, row));
        QVERIFY(matches(u"latency = 1210ms and thread = th_key"_s, row));
        QVERIFY(!matches(u"exists score or exists issue or exists sequence or issues = 0"_s, row));
        message.llm->completionTokens.reset();
        QVERIFY(matches(u"tokens = 412"_s, row));
        message.llm->promptTokens.reset();
        QVERIFY(matches(u"not exists tokens"_s, row));
    }

    void strangers_figures_never_overflow()
    {
        const LogRecord record = recordAt(1);
        DecodedMessage message = reading();
        message.quality->latencyMs = std::numeric_limits<qint64>::max();
        message.header.sequence = std::numeric_limits<quint64>::max();
        const EventFilterRow row(record, message);
        QVERIFY(matches(u"latency > 100000d and sequence > 1000000000"_s, row));
        message.quality->latencyMs = std::numeric_limits<qint64>::min();
        QVERIFY(matches(u"latency < 0"_s, row));
    }

    void an_event_has_a_name_and_a_node()
    {
        const LogRecord record = recordAt(1);
        const DecodedMessage message{.kind = MessageKind::Event, .event = u"NODE_END"_s, .node = u"judge"_s};
        const EventFilterRow row(record, message);
        QVERIFY(matches(u"event = node_end and node = judge and type = event"_s, row));
        QVERIFY(matches(u"event != GRAPH_ERROR"_s, row));
        QVERIFY(!matches(u"exists tool or exists scope"_s, row));
    }

    void an_undecodable_record_has_its_place_and_reason()
    {
        LogRecord record = recordAt(915'610);
        const Decoded<DecodedMessage> failed = tl::unexpected(DecodeFailure{
            .stage = DecodeStage::Zstd, .reason = DecodeReason::TruncatedZstd, .message = u"ends early"_s});
        const EventFilterRow row(record, failed);
        QVERIFY(matches(u"type = undecodable and reason = truncated_zstd and partition = 5"_s, row));
        QVERIFY(matches(u"thread = th_key and size = 10 and early and time = 2025-11-21T14:00:00Z"_s, row));
        QVERIFY(matches(u"not exists score and not exists compressed and not exists sequence"_s, row));
        QVERIFY(!matches(u"not score < 0.9"_s, row));
        record.value = QByteArray();
        QVERIFY(matches(u"type = tombstone and not exists reason and not exists text"_s, row));
    }
};

QTEST_GUILESS_MAIN(TestFilterRow)
#include "tst_filter_row.moc"
