// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_reader.h"
#include "support/kafka_cluster.h"
#include "support/kafka_writing.h"
#include "support/tcp_proxy.h"

#include <QtCore/QProcess>

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QByteArray number(quint64 n)
{
    return QByteArray::number(n);
}

/// What was read, told apart by offset: a record stored twice in the topic counts as doubled.
struct Account
{
    std::mutex mutex{};
    std::map<int, qint64> next{}; ///< partition → offset
    std::map<int, LogPartitionState> states{};
    QSet<qint64> values{};
    qint64 doubled = 0;
    qint64 missing = 0; ///< offsets skipped

    void take(const LogRecord &record)
    {
        const std::scoped_lock lock(mutex);
        qint64 &expected = next[record.partition];
        if (record.offset < expected)
            return; // a member that took over reads again what the one before had not stored
        missing += record.offset - expected;
        expected = record.offset + 1;
        const qint64 value = record.value.toLongLong();
        doubled += values.contains(value);
        values.insert(value);
    }
    qint64 count()
    {
        const std::scoped_lock lock(mutex);
        return values.size();
    }
    LogPartitionState state(int partition)
    {
        const std::scoped_lock lock(mutex);
        return states[partition];
    }
};

/// A member of a group, or a view, on a thread of its own. What it takes it "stores" in the account.
class Reading
{
public:
    Reading(const KafkaConfig &config, KafkaReading reading, Account &account)
        : m_thread([=, this, &account] { run(config, reading, account); })
    {
    }
    ~Reading()
    {
        m_stop = true;
        m_thread.join();
    }
    int partitions() const { return m_partitions; }

private:
    void run(const KafkaConfig &config, KafkaReading reading, Account &account)
    {
        auto reader = *openKafkaReader(config, reading);
        reader->watchPartitions({.gained = [&](const QList<int> &partitions) {
            QHash<int, qint64> begin;
            const std::scoped_lock lock(account.mutex);
            for (const int partition : partitions)
                begin[partition] = account.next[partition];
            return begin;
        }});
        while (!m_stop) {
            const auto batch = reader->pollBatch(milliseconds(50), 500);
            if (batch)
                for (const LogRecord &record : batch->records)
                    account.take(record);
            else if (!batch.error().isRetryable())
                qFatal("%s", qPrintable(batch.error().message));
            const QList<LogPartitionState> states = reader->states();
            m_partitions = static_cast<int>(states.size());
            const std::scoped_lock lock(account.mutex);
            for (const LogPartitionState &state : states)
                account.states[state.partition] = state;
        }
    }

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_partitions = 0;
    std::thread m_thread;
};

void broker(const QString &action, int node)
{
    const int code = QProcess::execute(u"" ASSAY_SOURCE_DIR "/tests/services/kafka.sh"_s,
                                       {action, cluster::told("KAFKA_DIR"), QString::number(node)});
    QCOMPARE(code, 0);
}

/// A proxy before each broker, for the listener that clients believe to be where the proxy is.
std::vector<std::unique_ptr<TcpProxy>> links()
{
    const QStringList listen = cluster::told("KAFKA_PROXY_LISTEN").split(u',');
    const QStringList upstream = cluster::told("KAFKA_PROXY_UPSTREAM").split(u',');
    std::vector<std::unique_ptr<TcpProxy>> all;
    for (qsizetype i = 0; i < listen.size(); ++i)
        all.push_back(std::make_unique<TcpProxy>(listen[i], upstream[i]));
    return all;
}

/// Everything that was acknowledged has been read, once.
void closeAccount(Writing &writing, Account &seen)
{
    const qint64 written = writing.finish();
    QVERIFY2(waitFor([&] { return seen.count() >= written; }), qPrintable(QString::number(seen.count())));
    qInfo("%lld records written and read", static_cast<long long>(written));
    QCOMPARE(seen.count(), written);
    QCOMPARE(seen.doubled, 0);
    QCOMPARE(seen.missing, 0);
}

} // namespace

class KafkaFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokerKilledAndRevivedLosesAndDoublesNothing()
    {
        const QString topic = cluster::own("killed");
        cluster::makeTopic(topic, 6);
        const KafkaConfig config = cluster::config(topic);
        Account seen;
        Reading view(config, KafkaReading::View, seen);
        Writing writing(config, number);
        QVERIFY(waitFor([&] { return seen.count() > 1000; }));
        for (const int node : {1, 2}) {
            broker(u"kill"_s, node);
            const qint64 before = writing.acknowledged();
            QVERIFY2(waitFor([&] { return writing.acknowledged() > before + 2000; }), "two of three go on");
            const qint64 read = seen.count();
            QVERIFY2(waitFor([&] { return seen.count() > read + 2000; }), "and are read");
            broker(u"revive"_s, node);
            cluster::awaitTopic(topic); // the next must not go before this one has caught up
        }
        closeAccount(writing, seen);
    }

    void aLinkCutTwentyTimesLosesAndDoublesNothing()
    {
        cluster::makeTopic(cluster::own("cut"), 3);
        const auto proxies = links();
        const KafkaConfig config = cluster::config(cluster::own("cut"), "KAFKA_PROXY_LISTEN");
        Account seen;
        Reading view(config, KafkaReading::View, seen);
        Writing writing(config, number);
        QVERIFY(waitFor([&] { return seen.count() > 500; }));
        for (int cut = 0; cut < 20; ++cut) {
            for (const auto &link : proxies)
                link->cut();
            std::this_thread::sleep_for(milliseconds(50 + 20 * cut));
            for (const auto &link : proxies)
                link->mend();
            const qint64 before = writing.acknowledged();
            QVERIFY(waitFor([&] { return writing.acknowledged() > before + 100; }));
        }
        closeAccount(writing, seen);
        int resets = 0;
        for (const auto &link : proxies)
            resets += link->resets();
        qInfo("%d connections cut", resets);
        QVERIFY2(resets >= 40, "the cuts hit open connections");
    }

    /// The link to one broker stalls: what that one leads is stuck, and its lag is not known, and not 0.
    void aStuckPartitionNeverLooksAsIfAllHadBeenRead()
    {
        const QString topic = cluster::own("stuck");
        cluster::makeTopic(topic, 6);
        const QList<int> leaders =
            cluster::leaders(cluster::told("KAFKA_PLAINTEXT").section(u',', 0, 0), topic);
        QList<int> stuck;
        for (int partition = 0; partition < leaders.size(); ++partition)
            if (leaders[partition] == 1)
                stuck.append(partition);
        QVERIFY(!stuck.isEmpty() && stuck.size() < 6);
        const auto proxies = links();
        Account seen;
        Writing writing(cluster::config(topic), number);
        Reading view(cluster::config(topic, "KAFKA_PROXY_LISTEN"), KafkaReading::View, seen);
        const auto all = [&](const std::function<bool(const LogPartitionState &)> &is) {
            return std::ranges::all_of(stuck, [&](int partition) { return is(seen.state(partition)); });
        };
        QVERIFY(waitFor(
            [&] { return seen.count() > 500 && all([](const auto &s) { return s.lag().has_value(); }); }));
        proxies.front()->freeze(true);
        QVERIFY2(waitFor([&] { return all([](const auto &s) { return !s.lag().has_value(); }); }),
                 "the lag of a stuck partition is unknown");
        const qint64 before = seen.count();
        QVERIFY2(waitFor([&] { return seen.count() > before + 2000; }), "the others go on");
        QElapsedTimer watch;
        for (watch.start(); !watch.hasExpired(3000); std::this_thread::sleep_for(milliseconds(5)))
            for (const int partition : stuck) {
                const LogPartitionState state = seen.state(partition);
                QVERIFY(writing.endOf(partition) > state.position.value_or(0));
                QVERIFY(state.lag().value_or(-1) != 0);
            }
        proxies.front()->freeze(false);
        closeAccount(writing, seen);
        QVERIFY2(waitFor([&] { return all([](const auto &s) { return s.lag() == 0; }); }),
                 "and 0 when all has been read");
    }

    void membersThatComeAndGoLoseAndDoubleNothing()
    {
        cluster::makeTopic(cluster::own("shared"), 6);
        const KafkaConfig config = cluster::config(cluster::own("shared"));
        Account seen;
        Writing writing(config, number);
        const auto member = [&] { return std::make_unique<Reading>(config, KafkaReading::Group, seen); };
        auto first = member();
        QVERIFY(waitFor([&] { return first->partitions() == 6 && seen.count() > 500; }));
        auto second = member();
        QVERIFY(waitFor([&] { return first->partitions() == 3 && second->partitions() == 3; }));
        auto third = member();
        QVERIFY(waitFor([&] {
            return first->partitions() == 2 && second->partitions() == 2 && third->partitions() == 2;
        }));
        const qint64 before = seen.count();
        QVERIFY(waitFor([&] { return seen.count() > before + 1000; }));
        first.reset();
        QVERIFY(waitFor([&] { return second->partitions() == 3 && third->partitions() == 3; }));
        closeAccount(writing, seen);
    }
};

QTEST_GUILESS_MAIN(KafkaFaultsTest)
#include "tst_kafka_faults.moc"
