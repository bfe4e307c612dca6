// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QJsonObject>

#include <functional>

namespace assay {

/// Hands out each line that is not empty as an object, with its number from 1, until `take` fails.
/// @errors InvalidArgument naming the line; what `take` says
Result<> eachJsonLine(const QByteArray &lines,
                      const std::function<Result<>(int number, const QJsonObject &)> &take);

} // namespace assay
