// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "stream/kafka_config.h"

// Whether a broker's host and port can be reached at all. Private to core/stream.

namespace assay {

using Deadline = std::chrono::steady_clock::time_point;

/// An address of a broker, as connect() takes it.
struct BrokerAddress
{
    QByteArray bytes{}; ///< a sockaddr
    int family = 0;
};

/// @errors NotFound (no such host), Timeout (the name server does not answer), Cancelled
Result<QList<BrokerAddress>> resolveBroker(const QString &broker, KafkaAddresses family, Deadline deadline,
                                           const CancelToken &token);

/// Connects to one of `addresses` and hangs up. @errors Unavailable, Timeout, Cancelled: why
Result<> reachBroker(const QString &broker, const QList<BrokerAddress> &addresses, Deadline deadline,
                     const CancelToken &token);

} // namespace assay
