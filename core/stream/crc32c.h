// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArrayView>

namespace assay {

/// CRC-32C (Castagnoli) of `bytes`, continuing from `before` (0 to start). "123456789" gives 0xE3069283.
/// @source RFC 3720, appendix B.4
quint32 crc32c(QByteArrayView bytes, quint32 before = 0) noexcept;

} // namespace assay
