// SPDX-License-Identifier: Apache-2.0
#include "models/openai_model.h"

#include "base/json.h"
#include "base/tr.h"
#include "models/http_errors.h"

#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// The reasoning families take no temperature and name the token limit differently.
bool isReasoningFamily(const RemoteEndpoint &endpoint)
{
    if (endpoint.provider != "openai"_L1)
        return false;
    const QString &model = endpoint.model;
    return model.startsWith("o1"_L1) || model.startsWith("o3"_L1) || model.startsWith("o4"_L1) ||
           model.startsWith("gpt-5"_L1);
}

QJsonObject requestBody(const RemoteEndpoint &endpoint, const ChatRequest &chat)
{
    QJsonArray messages;
    for (const PromptMessage &message : chat.messages)
        messages.append(QJsonObject{{u"role"_s, message.role}, {u"content"_s, message.text}});
    QJsonObject body{{u"model"_s, endpoint.model},
                     {u"messages"_s, messages},
                     {u"stream"_s, true},
                     {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}};
    if (isReasoningFamily(endpoint)) {
        body.insert(u"max_completion_tokens"_s, chat.maxTokens);
    } else {
        body.insert(u"max_tokens"_s, chat.maxTokens);
        body.insert(u"temperature"_s, chat.temperature);
    }
    if (chat.jsonObject)
        body.insert(u"response_format"_s, QJsonObject{{u"type"_s, u"json_object"_s}});
    return body;
}

std::optional<qint64> tokenCount(const QJsonValue &value)
{
    const double count = value.toDouble(-1);
    return count >= 0 && count < 1e12 ? std::optional(static_cast<qint64>(count)) : std::nullopt;
}

/// `content` is a string, or a list of parts in some servers' whole replies.
QString contentText(const QJsonValue &content)
{
    if (!content.isArray())
        return content.toString();
    QString text;
    for (const QJsonValue &part : content.toArray())
        text += part.toObject().value("text"_L1).toString();
    return text;
}

/// Chunk and whole reply differ in one name: `delta` or `message`.
Result<CompletionDelta> readObject(const QJsonObject &object, QLatin1StringView messageKey,
                                   const QString &peer)
{
    const QJsonValue error = object.value("error"_L1);
    if (error.isObject())
        return fail(errorForObject(error.toObject(), peer, {}));
    if (error.isString())
        return fail(errorForObject({{u"message"_s, error.toString()}}, peer, {}));
    if (!object.value("choices"_L1).isArray() && !object.contains("usage"_L1))
        return fail(notAnApi(peer, Tr::tr("JSON without \"choices\"")));
    CompletionDelta delta;
    delta.model = object.value("model"_L1).toString();
    const QJsonObject choice = object.value("choices"_L1).toArray().at(0).toObject();
    const QJsonObject message = choice.value(messageKey).toObject();
    delta.text = contentText(message.value("content"_L1)) + message.value("refusal"_L1).toString();
    delta.finishReason = choice.value("finish_reason"_L1).toString();
    const QJsonObject usage = object.value("usage"_L1).toObject();
    delta.promptTokens = tokenCount(usage.value("prompt_tokens"_L1));
    delta.completionTokens = tokenCount(usage.value("completion_tokens"_L1));
    return delta;
}

} // namespace

HttpRequest OpenAiDialect::request(const RemoteEndpoint &endpoint, const ChatRequest &chat) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = endpoint.baseUrl;
    request.url.setPath(endpoint.baseUrl.path() + u"/chat/completions"_s);
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}};
    if (!endpoint.key.isEmpty())
        request.headers.append({"Authorization", "Bearer " + endpoint.key.toUtf8()});
    request.body = QJsonDocument(requestBody(endpoint, chat)).toJson(QJsonDocument::Compact);
    return request;
}

Result<CompletionDelta> OpenAiDialect::readEvent(const SseEvent &event, const QString &peer) const
{
    if (event.data.trimmed() == "[DONE]") {
        CompletionDelta delta;
        delta.done = true;
        return delta;
    }
    const Result<QJsonObject> object = parseJsonObject(event.data);
    if (!object)
        return fail(notAnApi(peer, Tr::tr("an event that is not JSON")));
    return readObject(*object, "delta"_L1, peer);
}

Result<CompletionDelta> OpenAiDialect::readWhole(const QByteArray &json, const QString &peer) const
{
    const Result<QJsonObject> object = parseJsonObject(json);
    if (!object)
        return fail(notAnApi(peer, Tr::tr("text that is not JSON")));
    Result<CompletionDelta> delta = readObject(*object, "message"_L1, peer);
    if (delta)
        delta->done = true;
    return delta;
}

} // namespace assay
