// SPDX-License-Identifier: Apache-2.0
#include "commands/ingest_report.h"

#include "common_options.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

struct Figure
{
    const char *name;
    qint64 PartitionAccount::*value;
};

constexpr std::array figures{Figure{"read", &PartitionAccount::read},
                             Figure{"stored", &PartitionAccount::stored},
                             Figure{"duplicates", &PartitionAccount::duplicates},
                             Figure{"conflicts", &PartitionAccount::conflicts},
                             Figure{"echoes", &PartitionAccount::echoes},
                             Figure{"undecodable", &PartitionAccount::undecodable},
                             Figure{"tombstones", &PartitionAccount::tombstones},
                             Figure{"batch_events", &PartitionAccount::parts},
                             Figure{"batch_repeats", &PartitionAccount::partRepeats},
                             Figure{"missing", &PartitionAccount::missing}};

void printJson(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

} // namespace

qint64 accountedFor(const PartitionAccount &a)
{
    return a.stored + a.duplicates + a.conflicts + a.echoes + a.undecodable + a.tombstones;
}

void IngestReport::start(const QList<PartitionAccount> &accounts)
{
    for (const PartitionAccount &account : accounts)
        m_before[{account.topic, account.partition}] = account;
}

void IngestReport::add(const IngestProgress &progress)
{
    for (const LogPosition &position : progress.positions) {
        const Key key{position.topic, position.partition};
        if (!m_partitions.contains(key))
            m_partitions[key].nextAtTick = m_before.value(key).nextOffset;
        Partition &partition = m_partitions[key];
        partition.next = position.nextOffset;
        // The lag of what is stored, not of what has been fetched.
        for (const LogPartitionState &state : progress.states)
            if (state.partition == position.partition && state.end)
                partition.lag = std::max<qint64>(0, *state.end - position.nextOffset);
    }
}

void IngestReport::printProgress()
{
    const double seconds = static_cast<double>(m_sinceTick.restart()) / 1e3;
    for (auto it = m_partitions.begin(); it != m_partitions.end(); ++it) {
        if (it->next == it->nextAtTick)
            continue;
        printPartition(it.key(), *it, seconds);
        it->nextAtTick = it->next;
    }
}

void IngestReport::printPartition(const Key &key, const Partition &partition, double seconds) const
{
    const double rate = static_cast<double>(partition.next - partition.nextAtTick) / std::max(seconds, 1e-3);
    if (m_json) {
        QJsonObject line{{u"progress"_s, true},
                         {u"topic"_s, key.first},
                         {u"partition"_s, key.second},
                         {u"next_offset"_s, partition.next},
                         {u"records_per_second"_s, rate}};
        if (partition.lag)
            line[u"lag"_s] = *partition.lag;
        printJson(line);
        return;
    }
    const QString lag = partition.lag ? u", lag %1"_s.arg(*partition.lag) : QString();
    printLine(u"%1/%2: at offset %3, %4 records/s%5"_s.arg(key.first)
                  .arg(key.second)
                  .arg(partition.next)
                  .arg(rate, 0, 'f', 0)
                  .arg(lag));
}

bool IngestReport::finish(const QList<PartitionAccount> &accounts)
{
    printProgress();
    PartitionAccount total;
    for (const PartitionAccount &account : accounts) {
        const Key key{account.topic, account.partition};
        PartitionAccount run = account;
        for (const Figure &figure : figures) {
            run.*figure.value -= m_before.value(key).*figure.value;
            total.*figure.value += run.*figure.value;
        }
        if (m_partitions.contains(key) || run.read != 0)
            printAccount(run);
    }
    total.partition = -1;
    printAccount(total);
    const bool closes = accountedFor(total) == total.read;
    if (!closes)
        printError(u"the sum does not close: %1 records were read, %2 are accounted for"_s.arg(total.read)
                       .arg(accountedFor(total)));
    return closes;
}

void IngestReport::printAccount(const PartitionAccount &account) const
{
    const bool isTotal = account.partition < 0;
    if (m_json) {
        QJsonObject line{{isTotal ? u"total"_s : u"account"_s, true}};
        if (!isTotal) {
            line[u"topic"_s] = account.topic;
            line[u"partition"_s] = account.partition;
            line[u"next_offset"_s] = account.nextOffset;
        }
        for (const Figure &figure : figures)
            line[QString::fromLatin1(figure.name)] = account.*figure.value;
        line[u"closes"_s] = accountedFor(account) == account.read;
        printJson(line);
        return;
    }
    const QString name = isTotal ? u"in all"_s : u"%1/%2"_s.arg(account.topic).arg(account.partition);
    printLine(
        u"%1: read %2 = stored %3 + duplicates %4 + conflicts %5 + echoes %6 + undecodable %7 + tombstones %8"_s
            .arg(name)
            .arg(account.read)
            .arg(account.stored)
            .arg(account.duplicates)
            .arg(account.conflicts)
            .arg(account.echoes)
            .arg(account.undecodable)
            .arg(account.tombstones));
    if (account.missing > 0)
        printLine(u"  %1 records were never seen: the log no longer holds them"_s.arg(account.missing));
    if (account.parts > 0)
        printLine(u"  and %1 events of batches"_s.arg(account.parts));
}

} // namespace assay::app
