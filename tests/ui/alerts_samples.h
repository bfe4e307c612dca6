// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_file.h"
#include "store/sqlite_store.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

// Judged answers in a store, and rules files, for tests and pictures of the Alerts workspace.
namespace assay::samples {

using namespace Qt::StringLiterals;

/// A store that takes judged answers, each with its turn.
class AlertDesk
{
public:
    /// @param folder where the data directory is made
    explicit AlertDesk(const QString &folder)
    {
        const QString data = folder + u"/data"_s;
        QDir().mkpath(data);
        auto opened = openStore(data + u"/assay.db"_s);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(opened->store);
    }

    /// @return the turn's id
    QString answer(UtcTime time, float score, const QString &thread = u"th_1"_s,
                   const QStringList &issues = {}, int policyRevision = 1)
    {
        const QString turnId = u"turn_%1"_s.arg(m_offset);
        Turn turn;
        turn.id = turnId;
        turn.threadId = thread;
        turn.question = u"Is invoice %1 settled?"_s.arg(m_offset);
        turn.answer = u"I could not find it."_s;
        turn.askedAt = time;
        turn.status = score >= 0.95F ? TurnStatus::Passed : TurnStatus::Failed;
        turn.verdict.passed = score >= 0.95F;
        turn.verdict.score = score;
        turn.verdict.threshold = 0.95F;
        turn.verdict.policyRevision = policyRevision;
        StoreRecord trace = record(time, u"execution_trace"_s, thread, turnId);
        trace.turn = turn;
        StoreRecord metrics = record(time, u"metrics"_s, thread, turnId);
        metrics.quality = QualityRow{.source = u"callback"_s,
                                     .scope = u"quality"_s,
                                     .scores = {.overall = score},
                                     .passed = score >= 0.95F,
                                     .threshold = 0.95F,
                                     .issues = issues};
        StoreBatch batch;
        batch.records = {trace, metrics};
        batch.positions = {{.topic = u"local-1"_s, .partition = 0, .nextOffset = m_offset}};
        if (const auto written = m_store->write(batch); !written)
            qFatal("%s", qPrintable(written.error().message));
        return turnId;
    }

private:
    StoreRecord record(UtcTime time, const QString &kind, const QString &thread, const QString &turnId)
    {
        const qint64 offset = m_offset++;
        return {.event = {.key = {.topic = u"local-1"_s, .offset = offset},
                          .messageId = QByteArray::number(offset).rightJustified(16, '0'),
                          .kind = kind,
                          .threadId = thread,
                          .turnId = turnId,
                          .timestamp = time,
                          .frame = "f"}};
    }

    std::unique_ptr<Store> m_store;
    qint64 m_offset = 0;
};

/// Writes the alerts file below `config`, where XDG_CONFIG_HOME has to point to.
inline void writeAlertRules(const QString &config, const QByteArray &toml)
{
    QDir().mkpath(config + u"/assay"_s);
    QFile file(config + u"/assay/alerts.toml"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(toml) != toml.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace assay::samples
