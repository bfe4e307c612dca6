// SPDX-License-Identifier: Apache-2.0
#include "stream/message_text.h"

#include "base/text.h"

#include <QtCore/QLocale>

#include <dashstream.pb.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

namespace wire = dashstream::v1;

constexpr qsizetype longest = 200;

/// The parts that are not empty, on one line.
QString line(const QStringList &parts)
{
    QString all;
    for (const QString &part : parts) {
        const QString one = QStringView(part).left(longest * 4).toString().simplified();
        if (!one.isEmpty())
            all += (all.isEmpty() ? u""_s : u" "_s) + one;
    }
    if (all.size() <= longest)
        return all;
    qsizetype cut = longest - 1;
    if (all.at(cut - 1).isHighSurrogate())
        --cut;
    return all.left(cut) + u'…';
}

QString duration(qint64 micros)
{
    if (micros == 0 || micros == std::numeric_limits<qint64>::max())
        return {};
    return QLocale::c().toString(static_cast<double>(micros) / 1000.0, 'f', 1) + u" ms"_s;
}

/// "GRAPH_START" of EVENT_TYPE_GRAPH_START; the number when the name is not known.
template<typename E>
QString enumName(const std::string &name, E value, const char *prefix)
{
    if (name.empty())
        return QString::number(static_cast<int>(value));
    QString text = QString::fromStdString(name);
    return text.startsWith(QLatin1StringView(prefix)) ? text.mid(QLatin1StringView(prefix).size()) : text;
}

QString bytes(std::size_t count)
{
    return QString::number(count) + u" B"_s;
}

QString attribute(const wire::Event &event, const char *key)
{
    const auto found = event.attributes().find(key);
    return found != event.attributes().end() ? textOf(found->second.string_value()) : QString();
}

} // namespace

QString textOf(const std::string &utf8)
{
    return cleanText(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

QString eventNameOf(const wire::Event &event)
{
    return enumName(wire::EventType_Name(event.event_type()), event.event_type(), "EVENT_TYPE_");
}

QString summaryOf(const wire::Event &event)
{
    QString detail;
    for (const char *key : {"error", "message", "alert_type", "thought", "summary", "graph_name"})
        if (detail.isEmpty())
            detail = attribute(event, key);
    return line({eventNameOf(event), textOf(event.node_id()), duration(event.duration_us()), detail});
}

QString summaryOf(const wire::StateDiff &diff)
{
    return line({diff.operations_size() > 0 ? QString::number(diff.operations_size()) + u" operations"_s
                                            : u"full state "_s + bytes(diff.full_state().size())});
}

QString summaryOf(const wire::TokenChunk &chunk)
{
    return line({textOf(chunk.model()), u"#%1"_s.arg(chunk.chunk_index()), textOf(chunk.text())});
}

QString summaryOf(const wire::ToolExecution &tool)
{
    using Tool = wire::ToolExecution;
    return line({textOf(tool.tool_name()),
                 enumName(Tool::ExecutionStage_Name(tool.stage()), tool.stage(), "EXECUTION_STAGE_"),
                 duration(tool.duration_us()), textOf(tool.error())});
}

QString summaryOf(const wire::Checkpoint &checkpoint)
{
    return line({textOf(checkpoint.state_type()), bytes(checkpoint.state().size())});
}

QString summaryOf(const wire::Metrics &metrics)
{
    return line({textOf(metrics.scope()), textOf(metrics.scope_id()),
                 QString::number(metrics.metrics_size()) + u" figures"_s});
}

QString summaryOf(const wire::Error &error)
{
    return line({textOf(error.error_code()), textOf(error.message())});
}

QString summaryOf(const wire::ExecutionTrace &trace)
{
    return line({trace.completed() ? u"completed"_s : u"not completed"_s,
                 QString::number(trace.total_duration_ms()) + u" ms"_s,
                 QString::number(trace.total_tokens()) + u" tokens"_s});
}

QString summaryOf(const QualityReading &reading)
{
    const std::optional<float> score =
        reading.scores.overall ? reading.scores.overall : meanOf(reading.scores);
    QString verdict;
    if (reading.passed)
        verdict = *reading.passed ? u"passed"_s : u"failed"_s;
    return line({reading.scope, score ? QString::number(static_cast<double>(*score), 'f', 2) : QString(),
                 verdict, reading.issues.join(u", ")});
}

QString summaryOf(const LlmReading &reading)
{
    return line(
        {reading.purpose, reading.model,
         u"%1+%2 tokens"_s.arg(reading.promptTokens.value_or(0)).arg(reading.completionTokens.value_or(0)),
         reading.cost ? formatUsd(*reading.cost) : QString(),
         reading.duration ? duration(reading.duration->count()) : QString()});
}

} // namespace assay
