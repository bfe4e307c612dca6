// SPDX-License-Identifier: Apache-2.0
#include "models/anthropic_model.h"

#include "base/json.h"
#include "base/tr.h"
#include "models/http_errors.h"

#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QJsonObject requestBody(const RemoteEndpoint &endpoint, const ChatRequest &chat)
{
    QStringList system;
    QJsonArray messages;
    for (const PromptMessage &message : chat.messages) {
        if (message.role == "system"_L1)
            system.append(message.text);
        else
            messages.append(QJsonObject{{u"role"_s, message.role}, {u"content"_s, message.text}});
    }
    // Anthropic refuses temperatures above 1.
    QJsonObject body{{u"model"_s, endpoint.model},
                     {u"messages"_s, messages},
                     {u"max_tokens"_s, chat.maxTokens},
                     {u"temperature"_s, std::clamp(chat.temperature, 0.0, 1.0)},
                     {u"stream"_s, true}};
    if (!system.isEmpty())
        body.insert(u"system"_s, system.join(u"\n\n"_s));
    return body;
}

void takeUsage(const QJsonObject &usage, CompletionDelta &delta)
{
    const auto count = [&](QLatin1StringView key) {
        return std::max<qint64>(0, usage.value(key).toInteger(0));
    };
    // The three kinds of input are counted apart and none holds another.
    if (usage.contains("input_tokens"_L1))
        delta.promptTokens = count("input_tokens"_L1) + count("cache_creation_input_tokens"_L1) +
                             count("cache_read_input_tokens"_L1);
    if (usage.contains("output_tokens"_L1))
        delta.completionTokens = count("output_tokens"_L1);
}

QString textOfBlocks(const QJsonArray &blocks)
{
    QString text;
    for (const QJsonValue &block : blocks)
        if (block.toObject().value("type"_L1) == "text"_L1)
            text += block.toObject().value("text"_L1).toString();
    return text;
}

CompletionDelta readMessage(const QJsonObject &message)
{
    CompletionDelta delta;
    delta.model = message.value("model"_L1).toString();
    delta.text = textOfBlocks(message.value("content"_L1).toArray());
    delta.finishReason = message.value("stop_reason"_L1).toString();
    takeUsage(message.value("usage"_L1).toObject(), delta);
    return delta;
}

} // namespace

HttpRequest AnthropicDialect::request(const RemoteEndpoint &endpoint, const ChatRequest &chat) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = endpoint.baseUrl;
    request.url.setPath(endpoint.baseUrl.path() + u"/messages"_s);
    request.headers = {{"Content-Type", "application/json"},
                       {"Accept", "text/event-stream"},
                       {"anthropic-version", "2023-06-01"},
                       {"x-api-key", endpoint.key.toUtf8()}};
    request.body = QJsonDocument(requestBody(endpoint, chat)).toJson(QJsonDocument::Compact);
    return request;
}

Result<CompletionDelta> AnthropicDialect::readEvent(const SseEvent &event, const QString &peer) const
{
    const Result<QJsonObject> object = parseJsonObject(event.data);
    if (!object)
        return fail(notAnApi(peer, Tr::tr("an event that is not JSON")));
    const QString type = object->value("type"_L1).toString();
    CompletionDelta delta;
    if (type == "error"_L1)
        return fail(errorForObject(object->value("error"_L1).toObject(), peer, {}));
    if (type == "message_start"_L1)
        return readMessage(object->value("message"_L1).toObject());
    if (type == "content_block_start"_L1) {
        delta.text = textOfBlocks({object->value("content_block"_L1)});
    } else if (type == "content_block_delta"_L1) {
        const QJsonObject change = object->value("delta"_L1).toObject();
        if (change.value("type"_L1) == "text_delta"_L1)
            delta.text = change.value("text"_L1).toString();
    } else if (type == "message_delta"_L1) {
        delta.finishReason = object->value("delta"_L1).toObject().value("stop_reason"_L1).toString();
        takeUsage(object->value("usage"_L1).toObject(), delta);
    } else if (type == "message_stop"_L1) {
        delta.done = true;
    } else if (type.isEmpty()) {
        return fail(notAnApi(peer, Tr::tr("an event without a type")));
    }
    return delta; // new event types are to be ignored, says the provider
}

Result<CompletionDelta> AnthropicDialect::readWhole(const QByteArray &json, const QString &peer) const
{
    const Result<QJsonObject> object = parseJsonObject(json);
    if (!object)
        return fail(notAnApi(peer, Tr::tr("text that is not JSON")));
    if (object->value("error"_L1).isObject())
        return fail(errorForObject(object->value("error"_L1).toObject(), peer, {}));
    if (!object->value("content"_L1).isArray())
        return fail(notAnApi(peer, Tr::tr("JSON without \"content\"")));
    CompletionDelta delta = readMessage(*object);
    delta.done = true;
    return delta;
}

} // namespace assay
