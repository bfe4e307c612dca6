// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "learning/classifier.h"

namespace assay {

/// Largest model file that is read.
inline constexpr qint64 largestModelFile = 16 << 20;

/// The model as bytes: "ASSAYML1", the length of what follows, the model, and SHA-256 of all before it.
/// Numbers are little-endian; weights that are 0 are left out.
QByteArray modelBytes(const Classifier &classifier);

/// First 8 hex digits of the file's hash, for names.
QString modelFingerprint(const QByteArray &bytes);

/// Reads what modelBytes() wrote, from anybody: every length and number is checked.
/// @errors Corrupt (damaged, cut short, or no model of Assay's)
Result<Classifier> modelFromBytes(const QByteArray &bytes);

/// The same from a file. @errors NotFound, Io, Corrupt; InvalidArgument (too large)
Result<Classifier> readModelFile(const QString &path);

/// Writes whole or not at all. @errors DiskFull, ReadOnly, Io
Result<> writeModelFile(const QString &path, const QByteArray &bytes);

} // namespace assay
