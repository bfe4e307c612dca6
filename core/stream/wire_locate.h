// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/decode_failure.h"

#include <QtCore/QByteArrayView>

namespace assay {

/// Where the value of a field begins in a message whose bytes have passed checkWire(). Of a field that
/// is not there: where the message that should have it begins. Private to core/stream.
qsizetype locateField(QByteArrayView message, const QList<FieldStep> &way);

} // namespace assay
