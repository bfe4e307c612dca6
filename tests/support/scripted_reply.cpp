// SPDX-License-Identifier: Apache-2.0
#include "support/scripted_reply.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace assay::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject openAiUsage(TokenCounts usage)
{
    return {{u"prompt_tokens"_s, usage.first},
            {u"completion_tokens"_s, usage.second},
            {u"total_tokens"_s, usage.first + usage.second}};
}

QByteArray openAiChunk(const QString &model, const QJsonObject &delta, const QJsonValue &finish)
{
    const QJsonObject choice{{u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, finish}};
    return compact({{u"id"_s, u"chatcmpl-1"_s},
                    {u"object"_s, u"chat.completion.chunk"_s},
                    {u"model"_s, model},
                    {u"choices"_s, QJsonArray{choice}}});
}

QByteArray named(const char *event, const QJsonObject &data)
{
    return QByteArray("event: ") + event + "\ndata: " + compact(data) + "\n\n";
}

} // namespace

ScriptedReply ScriptedReply::after(std::chrono::milliseconds wait) const
{
    ScriptedReply copy = *this;
    copy.latency = wait;
    return copy;
}

ScriptedReply ScriptedReply::ending(ReplyEnd how) const
{
    ScriptedReply copy = *this;
    copy.end = how;
    return copy;
}

ScriptedReply ScriptedReply::with(QByteArray name, QByteArray value) const
{
    ScriptedReply copy = *this;
    copy.headers.append({std::move(name), std::move(value)});
    return copy;
}

ScriptedReply ScriptedReply::pausing(std::chrono::milliseconds between) const
{
    ScriptedReply copy = *this;
    copy.betweenPieces = between;
    return copy;
}

ScriptedReply jsonReply(const QJsonObject &body, int status)
{
    ScriptedReply reply;
    reply.status = status;
    reply.pieces = {compact(body)};
    return reply;
}

ScriptedReply errorReply(int status, const QString &message)
{
    return jsonReply({{u"error"_s, QJsonObject{{u"message"_s, message}, {u"type"_s, u"scripted"_s}}}},
                     status);
}

ScriptedReply htmlReply(int status)
{
    ScriptedReply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.pieces = {"<!DOCTYPE html><html><head><title>Router login</title></head><body>Hello</body></html>"};
    return reply;
}

ScriptedReply sseReply(const QList<QByteArray> &data)
{
    ScriptedReply reply;
    reply.contentType = "text/event-stream";
    reply.chunked = true;
    for (const QByteArray &entry : data)
        reply.pieces.append("data: " + entry + "\n\n");
    return reply;
}

ScriptedReply openAiStream(const QStringList &pieces, std::optional<TokenCounts> usage, const QString &model)
{
    QList<QByteArray> data{openAiChunk(model, {{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}}, {})};
    for (const QString &piece : pieces)
        data.append(openAiChunk(model, {{u"content"_s, piece}}, {}));
    data.append(openAiChunk(model, {}, u"stop"_s));
    if (usage)
        data.append(compact({{u"id"_s, u"chatcmpl-1"_s},
                             {u"model"_s, model},
                             {u"choices"_s, QJsonArray()},
                             {u"usage"_s, openAiUsage(*usage)}}));
    data.append("[DONE]");
    return sseReply(data);
}

ScriptedReply openAiWhole(const QString &text, std::optional<TokenCounts> usage, const QString &model)
{
    const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
    QJsonObject body{
        {u"id"_s, u"chatcmpl-1"_s},
        {u"model"_s, model},
        {u"choices"_s,
         QJsonArray{QJsonObject{{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, u"stop"_s}}}}};
    if (usage)
        body.insert(u"usage"_s, openAiUsage(*usage));
    return jsonReply(body);
}

ScriptedReply anthropicStream(const QStringList &pieces, TokenCounts usage, const QString &model)
{
    ScriptedReply reply;
    reply.contentType = "text/event-stream";
    reply.chunked = true;
    const QJsonObject started{
        {u"id"_s, u"msg_1"_s},
        {u"role"_s, u"assistant"_s},
        {u"model"_s, model},
        {u"content"_s, QJsonArray()},
        {u"usage"_s, QJsonObject{{u"input_tokens"_s, usage.first}, {u"output_tokens"_s, 1}}}};
    reply.pieces = {named("message_start", {{u"type"_s, u"message_start"_s}, {u"message"_s, started}}),
                    named("content_block_start", {{u"type"_s, u"content_block_start"_s},
                                                  {u"index"_s, 0},
                                                  {u"content_block"_s, QJsonObject{{u"type"_s, u"text"_s},
                                                                                   {u"text"_s, QString()}}}}),
                    named("ping", {{u"type"_s, u"ping"_s}})};
    for (const QString &piece : pieces)
        reply.pieces.append(
            named("content_block_delta",
                  {{u"type"_s, u"content_block_delta"_s},
                   {u"index"_s, 0},
                   {u"delta"_s, QJsonObject{{u"type"_s, u"text_delta"_s}, {u"text"_s, piece}}}}));
    reply.pieces.append(named("content_block_stop", {{u"type"_s, u"content_block_stop"_s}, {u"index"_s, 0}}));
    reply.pieces.append(
        named("message_delta", {{u"type"_s, u"message_delta"_s},
                                {u"delta"_s, QJsonObject{{u"stop_reason"_s, u"end_turn"_s}}},
                                {u"usage"_s, QJsonObject{{u"output_tokens"_s, usage.second}}}}));
    reply.pieces.append(named("message_stop", {{u"type"_s, u"message_stop"_s}}));
    return reply;
}

ScriptedReply modelList(const QStringList &ids)
{
    QJsonArray list;
    for (const QString &id : ids)
        list.append(QJsonObject{{u"id"_s, id}, {u"object"_s, u"model"_s}});
    return jsonReply({{u"object"_s, u"list"_s}, {u"data"_s, list}});
}

} // namespace assay::test
