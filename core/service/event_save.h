// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_feed_view.h"

namespace assay {

/// Copies records of a spool into a capture file, a little at a time. The file appears under its name
/// only when it is whole. Part of EventFeed.
class CaptureSaver
{
public:
    /// @param numbers the records to take; empty = those what.first … what.last of the spool, which otherwise
    ///        count in `numbers`. @errors of CaptureWriter::create(); NotFound (nothing to save)
    static Result<CaptureSaver> start(const FeedSave &what, std::shared_ptr<CaptureReader> spool,
                                      std::vector<quint32> numbers);

    /// Copies up to `limit` records. @return false when the file is complete.
    /// @errors DiskFull, Io, Corrupt: no file is left behind
    Result<bool> step(qsizetype limit);
    void abandon();

    qint64 saved() const { return m_at - m_first; }
    qint64 total() const { return m_last + 1 - m_first; }

private:
    CaptureSaver() = default;

    std::shared_ptr<CaptureReader> m_spool;
    std::unique_ptr<CaptureWriter> m_writer;
    std::vector<quint32> m_numbers;
    QString m_path;
    QString m_part; ///< the file while it is being written
    qint64 m_first = 0;
    qint64 m_last = -1;
    qint64 m_at = 0;
};

} // namespace assay
