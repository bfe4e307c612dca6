// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_source.h"
#include "support/event_samples.h"

namespace assay::test {

/// A source that reads a log in memory, which has to outlive it.
inline FeedSource scriptedSource(ScriptedLog &log, const QString &name = QStringLiteral("broker:9092"))
{
    return {.kind = FeedSource::Kind::Kafka, .name = name, .open = [&log] {
                FeedSource::Readers readers;
                readers.push_back(log.makeReader());
                return Result<FeedSource::Readers>(std::move(readers));
            }};
}

} // namespace assay::test
