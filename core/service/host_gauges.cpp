// SPDX-License-Identifier: Apache-2.0
#include "service/host_gauges.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<qint64> kibOf(const QByteArray &meminfo, const char *key)
{
    for (const QByteArray &line : meminfo.split('\n'))
        if (line.startsWith(key))
            return line.sliced(qstrlen(key)).simplified().split(' ').first().toLongLong();
    return std::nullopt;
}

} // namespace

std::optional<double> HostGauges::cpuPercentFrom(const QByteArray &stat)
{
    const QList<QByteArray> words = stat.left(stat.indexOf('\n')).simplified().split(' ');
    if (words.size() < 6 || words.first() != "cpu")
        return std::nullopt;
    qint64 all = 0;
    for (qsizetype i = 1; i < std::min<qsizetype>(words.size(), 9); ++i)
        all += words.at(i).toLongLong();
    const qint64 busy = all - words.at(4).toLongLong() - words.at(5).toLongLong(); // idle, waiting for disks
    const qint64 before = std::exchange(m_busy, busy);
    const qint64 allBefore = std::exchange(m_all, all);
    if (before < 0 || all <= allBefore)
        return std::nullopt;
    return 100.0 * static_cast<double>(busy - before) / static_cast<double>(all - allBefore);
}

std::optional<double> HostGauges::memoryPercentFrom(const QByteArray &meminfo)
{
    const std::optional<qint64> total = kibOf(meminfo, "MemTotal:");
    const std::optional<qint64> available = kibOf(meminfo, "MemAvailable:");
    if (!total || !available || *total <= 0)
        return std::nullopt;
    return 100.0 * static_cast<double>(*total - *available) / static_cast<double>(*total);
}

std::optional<double> HostGauges::cpuPercent()
{
    return cpuPercentFrom(contentOf(u"/proc/stat"_s));
}

std::optional<double> HostGauges::memoryPercent() const
{
    return memoryPercentFrom(contentOf(u"/proc/meminfo"_s));
}

} // namespace assay
