// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "stream/kafka_config.h"

#include <QtCore/QList>

namespace assay {

/// What a connection has to get through, in this order.
enum class KafkaStep : std::uint8_t { Settings, Dns, Tcp, Tls, Sasl, Topic, Authorization };

enum class KafkaStepState : std::uint8_t {
    Ok,
    Failed,
    NotNeeded, ///< the security setting does without
    NotReached ///< an earlier step failed
};

struct KafkaStepResult
{
    KafkaStep step = KafkaStep::Settings;
    KafkaStepState state = KafkaStepState::NotReached;
    QString text{}; ///< what was found, or why it failed and what to do: one sentence; may be empty

    bool operator==(const KafkaStepResult &) const = default;
};

/// "Host name", "Connection", "Encryption", … Translated.
QString labelOf(KafkaStep step);

/// Stable token for JSON: "dns".
QString tokenOf(KafkaStep step);

/// "ok", "not needed", … Translated.
QString textOf(KafkaStepState state);

/// Tries a connection step by step, all of them listed in order. Changes nothing on the cluster.
/// Blocks, at most `deadline` and a second: not for the UI thread. A cancelled one ends within a second.
QList<KafkaStepResult> probeKafka(const KafkaConfig &config, CancelToken token,
                                  std::chrono::milliseconds deadline = std::chrono::seconds(15));

/// True when every step is Ok or NotNeeded.
bool isConnected(const QList<KafkaStepResult> &steps);

} // namespace assay
