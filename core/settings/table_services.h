// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/setting.h"

#include <QtCore/QCoreApplication>

#include <array>

/// Model providers and sources of passages.
namespace assay::table {

/// A provider's address: all seven read alike.
consteval Setting providerUrl(const char *key, const char *label, const char *initial, const char *variable)
{
    return Setting{.key = key,
                   .type = SettingType::Text,
                   .initial = initial,
                   .form = TextForm::Url,
                   .label = label,
                   .help = QT_TRANSLATE_NOOP("AssayCore",
                                             "Base address of this provider's API, up to and with its "
                                             "version, without user name or password."),
                   .environment = variable,
                   .restart = false};
}

consteval Setting secret(const char *key, const char *label, const char *help, const char *variable)
{
    return Setting{.key = key,
                   .type = SettingType::Secret,
                   .initial = "",
                   .label = label,
                   .help = help,
                   .environment = variable};
}

inline constexpr std::array models{
    Setting{.key = "models.timeout_ms",
            .type = SettingType::Duration,
            .initial = qint64(60'000),
            .minimum = 100,
            .maximum = 3'600'000,
            .step = 1000,
            .unit = SettingUnit::Milliseconds,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Model timeout"),
            .help =
                QT_TRANSLATE_NOOP("AssayCore", "Longest a whole model call may take, its repeats included."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Slow models get more time."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Slow calls are given up sooner."),
            .live = true},
    Setting{.key = "models.max_tokens",
            .type = SettingType::Integer,
            .initial = qint64(1024),
            .minimum = 1,
            .maximum = 1'000'000,
            .step = 64,
            .unit = SettingUnit::Tokens,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Longest answer"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Most tokens a model may write in one answer."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Answers may be longer and cost more."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Answers are cut off sooner."),
            .live = true},
    Setting{.key = "models.temperature",
            .type = SettingType::Number,
            .initial = 0.2,
            .minimum = 0.0,
            .maximum = 2.0,
            .step = 0.1,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Temperature"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "How freely a model picks its words; 0 is the most repeatable."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Answers vary more."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Answers vary less."),
            .live = true},
    providerUrl("models.openai_base_url", QT_TRANSLATE_NOOP("AssayCore", "OpenAI address"),
                "https://api.openai.com/v1", "OPENAI_BASE_URL"),
    secret("models.openai_api_key", QT_TRANSLATE_NOOP("AssayCore", "OpenAI key"),
           QT_TRANSLATE_NOOP("AssayCore", "For OpenAI models, as writer or as judge."), "OPENAI_API_KEY"),
    providerUrl("models.anthropic_base_url", QT_TRANSLATE_NOOP("AssayCore", "Anthropic address"),
                "https://api.anthropic.com", "ANTHROPIC_BASE_URL"),
    secret("models.anthropic_api_key", QT_TRANSLATE_NOOP("AssayCore", "Anthropic key"),
           QT_TRANSLATE_NOOP("AssayCore", "For Claude models, as writer or as judge."), "ANTHROPIC_API_KEY"),
    providerUrl("models.groq_base_url", QT_TRANSLATE_NOOP("AssayCore", "Groq address"),
                "https://api.groq.com/openai/v1", "GROQ_BASE_URL"),
    secret("models.groq_api_key", QT_TRANSLATE_NOOP("AssayCore", "Groq key"),
           QT_TRANSLATE_NOOP("AssayCore", "For models that Groq serves."), "GROQ_API_KEY"),
    providerUrl("models.ollama_base_url", QT_TRANSLATE_NOOP("AssayCore", "Ollama address"),
                "http://127.0.0.1:11434/v1", "OLLAMA_BASE_URL"),
    providerUrl("models.llamacpp_base_url", QT_TRANSLATE_NOOP("AssayCore", "llama.cpp address"),
                "http://127.0.0.1:8080/v1", "LLAMACPP_BASE_URL"),
    providerUrl("models.vllm_base_url", QT_TRANSLATE_NOOP("AssayCore", "vLLM address"),
                "http://127.0.0.1:8000/v1", "VLLM_BASE_URL"),
    providerUrl("models.lmstudio_base_url", QT_TRANSLATE_NOOP("AssayCore", "LM Studio address"),
                "http://127.0.0.1:1234/v1", "LMSTUDIO_BASE_URL"),
    Setting{.key = "models.prices_file",
            .type = SettingType::Text,
            .initial = "",
            .form = TextForm::Path,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Price file"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Prices that replace or add to the built-in table; empty for the "
                                      "built-in table alone."),
            .restart = true},
    Setting{.key = "models.ca_file",
            .type = SettingType::Text,
            .initial = "",
            .form = TextForm::Path,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Certificate authorities"),
            .help =
                QT_TRANSLATE_NOOP("AssayCore", "PEM file of authorities trusted beside the system's own, for "
                                               "servers inside a company; empty for none."),
            .restart = true},
};

inline constexpr std::array retrieval{
    Setting{.key = "retrieval.limit",
            .type = SettingType::Integer,
            .initial = qint64(12),
            .minimum = 1,
            .maximum = 100,
            .step = 1,
            .unit = SettingUnit::Documents,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Passages per source"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Most passages asked of each source."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "More evidence per turn; prompts get longer."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Less evidence per turn; prompts get shorter."),
            .live = true},
    Setting{.key = "retrieval.timeout_ms",
            .type = SettingType::Duration,
            .initial = qint64(5'000),
            .minimum = 10,
            .maximum = 600'000,
            .step = 500,
            .unit = SettingUnit::Milliseconds,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Search timeout"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Longest a source may take; the turn goes on without it."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Slow sources get more time."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Slow sources are left out sooner."),
            .live = true},
    Setting{.key = "retrieval.chroma_url",
            .type = SettingType::Text,
            .initial = "",
            .form = TextForm::Url,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Chroma address"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Chroma server to search, such as http://localhost:8000; empty for "
                                      "none."),
            .environment = "CHROMA_URL"},
    Setting{.key = "retrieval.chroma_collection",
            .type = SettingType::Text,
            .initial = "assay",
            .form = TextForm::Name,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Chroma collection"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Collection that is searched."),
            .environment = "CHROMA_COLLECTION"},
    Setting{.key = "retrieval.tavily_base_url",
            .type = SettingType::Text,
            .initial = "https://api.tavily.com",
            .form = TextForm::Url,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Tavily address"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Web search, used only when too few relevant passages were found "
                                      "and a key is set."),
            .environment = "TAVILY_BASE_URL"},
    secret("retrieval.tavily_api_key", QT_TRANSLATE_NOOP("AssayCore", "Tavily key"),
           QT_TRANSLATE_NOOP("AssayCore", "For web search."), "TAVILY_API_KEY"),
};

/// A triage queue that several consoles share.
inline constexpr std::array triage{
    Setting{.key = "triage.shared_database",
            .type = SettingType::Text,
            .initial = "",
            .form = TextForm::Any,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Shared queue"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "PostgreSQL database through which several consoles work on one queue, "
                                      "as in postgresql://user@host/database; without password. Empty: the "
                                      "queue is this console's own."),
            .environment = "ASSAY_TRIAGE_DATABASE",
            .restart = true},
    secret("triage.shared_password", QT_TRANSLATE_NOOP("AssayCore", "Shared queue's password"),
           QT_TRANSLATE_NOOP("AssayCore", "Signs in to that database. PGPASSWORD and ~/.pgpass work too."),
           "ASSAY_TRIAGE_PASSWORD"),
};

} // namespace assay::table
