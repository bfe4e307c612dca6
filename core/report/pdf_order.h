// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QtCore/QByteArray>

namespace assay {

/// The same PDF with its objects numbered and written in the order in which they are referred to, made at
/// `generated`. Qt writes fonts in the order of a hash that differs between processes, and the time of its
/// clock; fonts are made the same, too.
/// Private to core/report. @errors Internal (not as Qt writes it)
Result<QByteArray> inOrder(const QByteArray &pdf, UtcTime generated);

} // namespace assay
