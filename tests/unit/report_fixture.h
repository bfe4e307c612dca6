// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/analytics_report.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtTest/QTest>

namespace assay {

inline const UtcTime reportedUntil = fromMicros(1'795'262'400'000'000); // 2026-11-21T12:00:00Z

inline KpiFigure sampleFigure(Kpi kpi)
{
    using enum KpiUnit;
    const bool isCount = kpiInfo(kpi).unit == Count;
    KpiFigure figure{.kpi = kpi};
    figure.now = {.value = isCount ? 1247.0 : 0.702, .count = 1247, .interval = Interval{0.677, 0.727}};
    figure.before = {.value = isCount ? 1300.0 : 0.75, .count = 1300};
    figure.delta = isCount ? -53.0 : -0.048;
    if (isCount)
        figure.now.interval.reset();
    else
        figure.target = KpiTarget{.name = QStringLiteral("targets.x"), .value = 0.9};
    return figure;
}

/// The deployment guide's day, with a gap of three hours and a change of the policy.
inline AnalyticsPage samplePage()
{
    AnalyticsPage page{.range = {reportedUntil - std::chrono::hours(24), reportedUntil},
                       .responses = 1247,
                       .cost = Micros{4'340'000}};
    for (const KpiInfo &info : kpiTable())
        page.kpis.append(sampleFigure(info.kpi));
    page.bands = {{0.95F, 1.0F, 876, 876 / 1247.0},
                  {0.9F, 0.95F, 298, 298 / 1247.0},
                  {0.8F, 0.9F, 51, 51 / 1247.0},
                  {0.0F, 0.8F, 22, 22 / 1247.0}};
    page.scores = QList<qint64>(101);
    page.scores[50] = 22;
    page.scores[89] = 51;
    page.scores[90] = 298;
    page.scores[97] = 876;
    for (int hour = 0; hour < 24; ++hour) {
        const UtcTime from = page.range.from + std::chrono::hours(hour);
        AnalyticsBucket bucket{.range = {from, from + std::chrono::hours(1)}, .minutes = 60};
        if (hour < 9 || hour > 11) {
            bucket.responses = hour == 23 ? 1247 - 20 * 59 : 59;
            bucket.passed = hour == 23 ? 876 - 20 * 41 : 41;
            bucket.failed = bucket.responses - bucket.passed;
            bucket.passRate = static_cast<double>(bucket.passed) / static_cast<double>(bucket.responses);
            bucket.passInterval = wilsonInterval(bucket.passed, bucket.responses);
            bucket.latencyP95 = 1.2;
            bucket.cost = Micros{hour == 23 ? 4'340'000 - 20 * 200'000 : 200'000};
            bucket.minutesWithData = 60;
        }
        page.buckets.append(bucket);
    }
    page.issues = {{QStringLiteral("tool_results_ignored"), 73, 73 / 1247.0},
                   {QStringLiteral("factual_errors"), 8, 8 / 1247.0}};
    page.models = {
        {.model = QStringLiteral("gpt-4o-mini"), .responses = 1121, .calls = 1121, .cost = Micros{560'000}},
        {.model = QStringLiteral("gpt-4"), .responses = 126, .calls = 126, .cost = Micros{3'780'000}}};
    page.purposes = {{QStringLiteral("draft"), 1247, Micros{4'340'000}}};
    page.costs = {{0.0001, 0.001, 1121}, {0.01, 0.1, 126}};
    page.latencies = {{0.1, 1.0, 1000}, {1.0, 10.0, 247}};
    page.retries = {{0, 1000, 800}, {1, 247, 76}};
    page.policies = {{page.range.from + std::chrono::hours(6), 8}};
    page.policyTurns = {{7, 354}, {8, 893}};
    page.gaps = {.minutes = 1440, .minutesWithData = 1260, .undecodable = 5};
    return page;
}

/// What a program prints. Fails the test when it does not end well.
inline QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// Tables of an .xlsx or .html file, by a reader that knows nothing of our writers.
inline QJsonObject readBack(const QString &path)
{
    return QJsonDocument::fromJson(
               outputOf(QStringLiteral("python3"),
                        {QStringLiteral(ASSAY_SOURCE_DIR "/tests/unit/read_report.py"), path}))
        .object();
}

/// "table/row/column" → value. @source RFC 4180
inline QHash<QString, QString> readCsv(const QByteArray &bytes)
{
    QHash<QString, QString> values;
    QStringList fields{QString()};
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            fields.last() += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && c == u',') {
            fields.append(QString());
        } else if (!quoted && c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n') {
            if (fields.size() == 4)
                values.insert(fields.mid(0, 3).join(u'/'), fields.at(3));
            fields = {QString()};
            ++i;
        } else {
            fields.last() += c;
        }
    }
    return values;
}

} // namespace assay
