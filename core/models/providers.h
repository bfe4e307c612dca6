// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QUrl>

#include <cstdint>
#include <span>

namespace assay {

enum class Dialect : std::uint8_t { OpenAi, Anthropic, Offline };

/// One line of the provider table.
struct Provider
{
    const char *token;       ///< as written before the slash of a model spec
    const char *title;       ///< as shown
    const char *defaultUrl;  ///< base URL; empty for offline
    const char *environment; ///< variable that may hold the key; empty = no key is needed
    Dialect dialect;
    bool isLocal; ///< usually runs on this machine; its port is looked at when local servers are sought
};

/// Every provider, remote ones first.
std::span<const Provider> providers();

/// nullptr for an unknown token.
const Provider *findProvider(QStringView token);

/// A model spec taken apart.
struct ModelName
{
    const Provider *provider = nullptr; ///< never null after parseModelSpec
    QString model{};
};

/// "groq/llama-3.1-8b-instant" or a bare name: `claude…` is Anthropic's, `offline…` the embedded
/// one's, everything else OpenAI's. Only a known provider counts before the slash, since names such
/// as "meta-llama/llama-4" have one of their own.
/// @errors InvalidArgument for an empty name
Result<ModelName> parseModelSpec(const QString &spec);

/// A base URL found usable, and what is to be said about it.
struct BaseUrl
{
    QUrl url{};        ///< without trailing slash
    QString warning{}; ///< one sentence when keys and text travel unencrypted past this network; or empty
};

/// Checks a base URL a person typed: http or https, a host, no user info, query or fragment. Plain
/// http is for this machine and private networks only, unless `allowPlainHttp`, which adds a warning.
/// @errors InvalidArgument saying what to change
Result<BaseUrl> checkBaseUrl(const QString &text, bool allowPlainHttp);

/// Loopback, a private address (RFC 1918, RFC 4193, fe80::/10), "localhost" or a name without a dot?
bool isPrivateHost(const QString &host);

} // namespace assay
