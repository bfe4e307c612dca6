// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <tl/expected.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <type_traits>

namespace assay {

/// What kind of failure happened. Code branches on this; people read Error::message.
enum class Errc : std::uint8_t {
    InvalidArgument, ///< the caller's value is wrong; asking again does not help
    NotFound,
    Unauthorized, ///< no key, or a refused one (401, 403)
    Timeout,
    Cancelled,
    Unavailable, ///< 5xx, a peer that hung up: may work when asked again
    Unreachable, ///< connection refused, a name that cannot be resolved: nobody is there to be asked again
    RateLimited, ///< 429; Error::retryAfter may say when
    TlsRefused,  ///< the peer's certificate was not accepted; never retried
    Protocol,    ///< the peer answered something that is not its protocol
    Corrupt,     ///< stored or received bytes fail their own checks
    DiskFull,
    ReadOnly,
    Io,
    Internal,
};

/// One failure, ready to be logged, shown or retried.
struct Error
{
    Errc code = Errc::Internal;
    QString message{}; ///< one sentence for the operator: what happened, where, what to do
    QString where{};   ///< dotted room path, outermost first: "judge.http"
    std::chrono::milliseconds retryAfter{0}; ///< the peer's wish; 0 = none given

    /// True for Timeout, Unavailable and RateLimited.
    bool isRetryable() const noexcept;

    /// This error with `room` put in front of `where`; called once per layer on the way up.
    Error within(QStringView room) &&;

    bool operator==(const Error &) const = default;
};

/// Stable token of a code for JSON and logs: "rate_limited".
QString toToken(Errc code);

/// A T, or the Error that stood in its way. Ignoring one is a compile warning.
template<typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using Base = tl::expected<T, Error>;
    using Base::Base;
    Result(Base &&base) : Base(std::move(base)) {}

    /// Goes on with f(value), or passes the error through. `f` returns a Result.
    template<typename F>
    auto then(F &&f) &&
    {
        if constexpr (std::is_void_v<T>) {
            using Next = std::invoke_result_t<F>;
            return *this ? std::invoke(std::forward<F>(f)) : Next(tl::unexpected(std::move(this->error())));
        } else {
            using Next = std::invoke_result_t<F, T &&>;
            return *this ? std::invoke(std::forward<F>(f), std::move(**this))
                         : Next(tl::unexpected(std::move(this->error())));
        }
    }
};

/// `return fail(Errc::NotFound, Tr::tr("No thread %1.").arg(id));`
[[nodiscard]] tl::unexpected<Error> fail(Errc code, QString message);

/// Passes an error on: `return fail(std::move(reply.error()));`
[[nodiscard]] tl::unexpected<Error> fail(Error error);

} // namespace assay
