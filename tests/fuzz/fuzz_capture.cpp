// SPDX-License-Identifier: Apache-2.0
// Any bytes as a capture file: opened, and every record that it says it has is read.
#include "stream/capture.h"

#include <QtCore/QString>

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

using namespace assay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const int fd = ::memfd_create("capture", MFD_CLOEXEC);
    if (fd < 0 || ::write(fd, data, size) != static_cast<ssize_t>(size))
        std::abort();
    const auto capture = CaptureReader::open(QStringLiteral("/proc/self/fd/%1").arg(fd));
    if (capture) {
        const CaptureReader &reader = **capture;
        for (qint64 number = 0; number < std::min<qint64>(reader.count(), 1000); ++number) {
            const Result<LogRecord> record = reader.record(number);
            if (!record && record.error().code != Errc::Corrupt)
                std::abort();
        }
        (void)reader.streams();
        (void)reader.firstAtOrAfter(fromMicros(1'700'000'000'000'000)).has_value();
        (void)reader.numberOf(QStringLiteral("t"), 0, 1).has_value();
    }
    ::close(fd);
    return 0;
}
