// SPDX-License-Identifier: Apache-2.0
#include "service/event_save.h"

#include "base/tr.h"

#include <QtCore/QFile>

#include <cstdio>

namespace assay {

using namespace Qt::StringLiterals;

Result<CaptureSaver> CaptureSaver::start(const FeedSave &what, std::shared_ptr<CaptureReader> spool,
                                         std::vector<quint32> numbers)
{
    CaptureSaver saver;
    const qint64 all = numbers.empty() ? spool->count() : static_cast<qint64>(numbers.size());
    saver.m_first = std::max<qint64>(0, what.first);
    saver.m_last = std::min(what.last < 0 ? all - 1 : what.last, all - 1);
    saver.m_at = saver.m_first;
    if (saver.m_last < saver.m_first)
        return fail(Errc::NotFound, Tr::tr("There is nothing to save."));
    saver.m_path = what.path;
    saver.m_part = what.path + u".part"_s;
    Result<std::unique_ptr<CaptureWriter>> writer = CaptureWriter::create(
        saver.m_part, {.source = what.source, .redact = what.redact, .replaceExisting = true});
    if (!writer)
        return fail(std::move(writer.error()));
    saver.m_writer = std::move(*writer);
    saver.m_spool = std::move(spool);
    saver.m_numbers = std::move(numbers);
    return saver;
}

void CaptureSaver::abandon()
{
    m_writer.reset();
    QFile::remove(m_part);
}

Result<bool> CaptureSaver::step(qsizetype limit)
{
    const qint64 end = std::min(m_last + 1, m_at + limit);
    while (m_at < end) {
        const qint64 number =
            m_numbers.empty() ? m_at : static_cast<qint64>(m_numbers[static_cast<std::size_t>(m_at)]);
        Result<LogRecord> record = m_spool->record(number);
        Result<> written = record ? m_writer->append(*record) : fail(std::move(record.error()));
        if (!written) {
            abandon();
            return fail(std::move(written.error()));
        }
        ++m_at;
    }
    if (m_at <= m_last)
        return true;
    if (Result<> finished = m_writer->finish(); !finished) {
        abandon();
        return fail(std::move(finished.error()));
    }
    m_writer.reset();
    // Over an older file of that name in one step: there is always one of them, whole.
    if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0) {
        abandon();
        return fail(Errc::Io,
                    Tr::tr("The capture could not be put at “%1”; choose another place.").arg(m_path));
    }
    return false;
}

} // namespace assay
