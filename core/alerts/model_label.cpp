// SPDX-License-Identifier: Apache-2.0
#include "alerts/quality_series.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Families as providers name them, the longer name before its beginning.
constexpr std::array knownModels{"gpt-4o-mini",
                                 "gpt-4o",
                                 "gpt-4.1-nano",
                                 "gpt-4.1-mini",
                                 "gpt-4.1",
                                 "gpt-4-turbo",
                                 "gpt-4",
                                 "gpt-3.5-turbo",
                                 "o1-mini",
                                 "o1",
                                 "o3-mini",
                                 "o3",
                                 "claude-3-5-sonnet",
                                 "claude-3-5-haiku",
                                 "claude-3-opus",
                                 "claude-3-sonnet",
                                 "claude-3-haiku",
                                 "claude-opus-4",
                                 "claude-sonnet-4",
                                 "claude-3",
                                 "gemini-1.5-pro",
                                 "gemini-1.5-flash",
                                 "gemini-2.0-flash",
                                 "llama-3",
                                 "llama3",
                                 "mistral-large",
                                 "mistral-small",
                                 "mixtral",
                                 "qwen",
                                 "deepseek",
                                 "smollm",
                                 "offline-fast",
                                 "offline-premium"};

} // namespace

QString modelLabel(const QString &model)
{
    if (model.isEmpty())
        return u"unknown"_s;
    const QString lower = model.sliced(model.lastIndexOf(u'/') + 1).toLower();
    for (const char *known : knownModels)
        if (lower.startsWith(QLatin1StringView(known)))
            return QString::fromLatin1(known);
    return u"other"_s;
}

} // namespace assay
