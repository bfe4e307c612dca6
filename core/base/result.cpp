// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

namespace assay {

using namespace Qt::StringLiterals;

bool Error::isRetryable() const noexcept
{
    return code == Errc::Timeout || code == Errc::Unavailable || code == Errc::RateLimited;
}

Error Error::within(QStringView room) &&
{
    where = where.isEmpty() ? room.toString() : room.toString() + u'.' + where;
    return std::move(*this);
}

QString toToken(Errc code)
{
    switch (code) {
    case Errc::InvalidArgument: return u"invalid_argument"_s;
    case Errc::NotFound: return u"not_found"_s;
    case Errc::Unauthorized: return u"unauthorized"_s;
    case Errc::Timeout: return u"timeout"_s;
    case Errc::Cancelled: return u"cancelled"_s;
    case Errc::Unavailable: return u"unavailable"_s;
    case Errc::Unreachable: return u"unreachable"_s;
    case Errc::RateLimited: return u"rate_limited"_s;
    case Errc::TlsRefused: return u"tls_refused"_s;
    case Errc::Protocol: return u"protocol"_s;
    case Errc::Corrupt: return u"corrupt"_s;
    case Errc::DiskFull: return u"disk_full"_s;
    case Errc::ReadOnly: return u"read_only"_s;
    case Errc::Io: return u"io"_s;
    case Errc::Internal: return u"internal"_s;
    }
    Q_UNREACHABLE();
}

tl::unexpected<Error> fail(Errc code, QString message)
{
    return tl::unexpected(Error{.code = code, .message = std::move(message), .where = {}, .retryAfter = {}});
}

tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace assay
