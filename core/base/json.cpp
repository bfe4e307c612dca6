// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include "base/text.h"
#include "base/tr.h"

namespace assay {

namespace {

/// Deepest nesting of [ and { outside strings; stops counting past `limit`.
int nestingDepth(const QByteArray &bytes, int limit)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    bool escaped = false;
    for (const char c : bytes) {
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
            if (deepest > limit)
                return deepest;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

Result<QJsonDocument> parseJson(const QByteArray &bytes, JsonLimits limits)
{
    if (bytes.size() > limits.maxBytes)
        return fail(
            Errc::InvalidArgument,
            Tr::tr("The JSON has %1 bytes; at most %2 are read.").arg(bytes.size()).arg(limits.maxBytes));
    if (nestingDepth(bytes, limits.maxDepth) > limits.maxDepth)
        return fail(Errc::InvalidArgument,
                    Tr::tr("The JSON is nested deeper than %1 levels.").arg(limits.maxDepth));
    if (!isValidUtf8(bytes))
        return fail(Errc::InvalidArgument, Tr::tr("The JSON is not valid UTF-8."));
    QJsonParseError error{};
    QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Errc::InvalidArgument,
                    Tr::tr("Not JSON at byte %1: %2.").arg(error.offset).arg(error.errorString()));
    return document;
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, JsonLimits limits)
{
    return parseJson(bytes, limits).then([](QJsonDocument &&document) -> Result<QJsonObject> {
        if (!document.isObject())
            return fail(Errc::InvalidArgument, Tr::tr("The JSON is not an object."));
        return document.object();
    });
}

} // namespace assay
