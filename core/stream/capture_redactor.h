// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/codec.h"
#include "stream/log.h"

namespace assay {

/// redactRecord() for many records: keeps its codec. Threading: one per thread.
class CaptureRedactor
{
public:
    LogRecord redacted(const LogRecord &record);

private:
    QByteArray frame(const QByteArray &value);

    Framer m_framer;
    Codec m_codec;
};

} // namespace assay
