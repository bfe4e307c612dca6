// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace assay {

/// Bounds for JSON from outside. Checked before the parser sees a byte.
struct JsonLimits
{
    qsizetype maxBytes = 16 << 20;
    int maxDepth = 64;
};

/// Parses JSON from outside.
/// @errors InvalidArgument (too large, too deep, not UTF-8, not JSON), with the byte offset.
Result<QJsonDocument> parseJson(const QByteArray &bytes, JsonLimits limits = {});

/// The same, where only an object will do.
Result<QJsonObject> parseJsonObject(const QByteArray &bytes, JsonLimits limits = {});

} // namespace assay
