// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/message.h"

#include <QtCore/QByteArrayView>

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace assay {

/// What the store keeps of a message, without memory of its own: texts point into the message or
/// into the reader and live until its next call.
struct Extract
{
    struct Quality
    {
        QualityReading::Source source = QualityReading::Source::Callback;
        std::string_view scope{};
        Scores scores{};
        std::optional<bool> passed{};
        std::optional<float> threshold{};
        std::optional<qint64> issueCount{};
        std::optional<qint64> latencyMs{};
        std::optional<qint64> retryCount{};
        std::optional<qint64> turnNumber{};
        std::optional<qint64> attempt{};
        std::string_view issues{}; ///< one a line
        std::string_view scopeId{};
        std::string_view queryId{};
        std::string_view model{};
        std::string_view category{};
        std::string_view application{};
    };

    MessageKind kind = MessageKind::Event;
    std::string_view messageId{};
    std::string_view threadId{};
    std::string_view turnId{};
    std::string_view summary{};
    qint64 timestampUs = 0;
    quint64 sequence = 0;
    bool hasQuality = false;
    Quality quality{};
};

/// Reads the messages that make up most of the traffic straight from their bytes: events, metrics
/// and token chunks, in plain ASCII or UTF-8, well formed in every way, each field once.
///
/// It never judges: whatever is the least bit unusual it leaves to Codec, which either reads it or
/// says what is wrong. What it does read, it reads as Codec does (a test compares the two).
/// Threading: one per thread.
class ExtractReader
{
public:
    ExtractReader();
    ~ExtractReader();
    Q_DISABLE_COPY_MOVE(ExtractReader)

    /// @param message unpacked, without its frame byte. @return nullptr: ask Codec
    const Extract *read(QByteArrayView message);

private:
    struct State;
    std::unique_ptr<State> m;
};

} // namespace assay
