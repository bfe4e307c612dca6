// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_feed_view.h"

namespace assay {

/// Takes a record apart. `message` is what the codec made of it.
FeedDetail feedDetail(const LogRecord &record, const Decoded<DecodedMessage> &message,
                      qsizetype maxMessageBytes);

/// What a capture says of itself, as the state of a feed that has ended.
FeedState captureState(const CaptureReader &capture, const QString &fileName);

} // namespace assay
