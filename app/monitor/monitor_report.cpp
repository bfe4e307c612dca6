// SPDX-License-Identifier: Apache-2.0
#include "monitor/monitor_report.h"

#include "base/tr.h"

#include <QtCore/QJsonArray>

#include <cmath>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

/// A miss by at most this is a near one. @source the guide's quality distribution
constexpr float nearMiss = 0.05F;

QString figure(double value, int decimals = 2)
{
    return QString::number(value, 'f', decimals);
}

QString part(const std::optional<float> &score)
{
    return score ? figure(static_cast<double>(*score)) : u"–"_s;
}

/// Two decimals, and more where a missed threshold would otherwise read as reached.
QString scoreText(float score, float threshold)
{
    int decimals = 2;
    if (score < threshold)
        while (decimals < 7 && figure(static_cast<double>(score), decimals).toFloat() >= threshold)
            ++decimals;
    return figure(static_cast<double>(score), decimals);
}

QString mark(float score, float threshold)
{
    if (score >= threshold)
        return u"✅"_s;
    return score >= threshold - nearMiss ? u"⚠️"_s : u"❌"_s;
}

QJsonValue jsonScore(const std::optional<float> &score)
{
    // The shortest text that is this float, as people wrote it: 0.95 and not 0.949999988.
    return score ? QJsonValue(QString::number(*score).toDouble()) : QJsonValue();
}

template<typename T>
QJsonValue jsonOf(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

std::optional<bool> MonitoredTurn::passed() const
{
    return score ? std::optional(*score >= threshold) : std::nullopt;
}

std::optional<MonitoredTurn> MonitorReport::add(const ReadingRow &row)
{
    const QualityRow &reading = row.quality;
    if (reading.scope != "quality"_L1)
        return std::nullopt;
    qint64 &number = m_numbers[reading.threadId];
    number = reading.turnNumber.value_or(number + 1);
    MonitoredTurn turn{.threadId = reading.threadId,
                       .number = number,
                       .turnId = reading.turnId,
                       .source = reading.source,
                       .time = reading.timestamp,
                       .scores = reading.scores,
                       .score = reading.scores.overall ? reading.scores.overall : meanOf(reading.scores),
                       .threshold = reading.threshold.value_or(m_threshold),
                       .issues = reading.issues,
                       .toolUsed = row.toolUsed};
    ++m_responses;
    if (turn.score) {
        ++m_scored;
        m_scoreSum += static_cast<double>(*turn.score);
        m_low += *turn.passed() ? 0 : 1;
    }
    m_toolKnown += turn.toolUsed ? 1 : 0;
    m_toolUsed += turn.toolUsed.value_or(false) ? 1 : 0;
    return turn;
}

QString MonitorReport::line(const MonitoredTurn &turn) const
{
    const QString score =
        turn.score ? scoreText(*turn.score, turn.threshold) + u' ' + mark(*turn.score, turn.threshold)
                   : u"–"_s;
    QString text = Tr::tr("Turn %1: Score %2 (Acc:%3, Rel:%4, Comp:%5)")
                       .arg(QString::number(turn.number), score, part(turn.scores.accuracy),
                            part(turn.scores.relevance), part(turn.scores.completeness));
    if (!turn.issues.isEmpty())
        text += u"  "_s + turn.issues.join(u", "_s).simplified();
    return m_allThreads ? turn.threadId.simplified() + u"  "_s + text : text;
}

std::optional<double> MonitorReport::average() const
{
    return m_scored > 0 ? std::optional(m_scoreSum / static_cast<double>(m_scored)) : std::nullopt;
}

QStringList MonitorReport::summary() const
{
    const std::optional<double> mean = average();
    QStringList lines{Tr::tr("Average: %1").arg(mean ? figure(*mean) : u"–"_s),
                      Tr::tr("Issues: %n low-quality responses", nullptr, static_cast<int>(m_low)),
                      Tr::tr("Tool use: %1")
                          .arg(m_toolKnown > 0
                                   ? QString::number(std::lround(100.0 * static_cast<double>(m_toolUsed) /
                                                                 static_cast<double>(m_toolKnown))) +
                                         u'%'
                                   : u"–"_s)};
    if (m_scored < m_responses)
        lines.append(Tr::tr("Without a score: %1 of %2").arg(m_responses - m_scored).arg(m_responses));
    if (m_allThreads)
        lines.append(Tr::tr("Responses: %1 in %2 threads").arg(m_responses).arg(m_numbers.size()));
    return lines;
}

QJsonObject MonitorReport::json(const MonitoredTurn &turn)
{
    return {{u"thread_id"_s, turn.threadId},
            {u"turn"_s, turn.number},
            {u"turn_id"_s, turn.turnId.isEmpty() ? QJsonValue() : QJsonValue(turn.turnId)},
            {u"time"_s, toIso(turn.time)},
            {u"source"_s, turn.source},
            {u"score"_s, jsonScore(turn.score)},
            {u"accuracy"_s, jsonScore(turn.scores.accuracy)},
            {u"relevance"_s, jsonScore(turn.scores.relevance)},
            {u"completeness"_s, jsonScore(turn.scores.completeness)},
            {u"threshold"_s, jsonScore(turn.threshold)},
            {u"passed"_s, jsonOf(turn.passed())},
            {u"issues"_s, QJsonArray::fromStringList(turn.issues)},
            {u"tool_used"_s, jsonOf(turn.toolUsed)}};
}

QJsonObject MonitorReport::summaryJson() const
{
    const std::optional<double> toolUse =
        m_toolKnown > 0 ? std::optional(static_cast<double>(m_toolUsed) / static_cast<double>(m_toolKnown))
                        : std::nullopt;
    const QJsonObject figures{{u"responses"_s, m_responses},           {u"scored"_s, m_scored},
                              {u"average"_s, jsonOf(average())},       {u"low_quality"_s, m_low},
                              {u"tool_use"_s, jsonOf(toolUse)},        {u"threads"_s, m_numbers.size()},
                              {u"threshold"_s, jsonScore(m_threshold)}};
    return {{u"summary"_s, figures}};
}

} // namespace assay::app
