// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_reach.h"

#include "base/tr.h"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <future>
#include <thread>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds lookEvery{50};

struct Resolved
{
    int code = 0;
    QList<BrokerAddress> addresses{};
};

Resolved lookUp(const QByteArray &host, const QByteArray &port, int family)
{
    addrinfo hints{};
    hints.ai_family = family;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    Resolved resolved;
    resolved.code = ::getaddrinfo(host.constData(), port.constData(), &hints, &found);
    if (resolved.code != 0)
        return resolved;
    for (const addrinfo *one = found; one; one = one->ai_next)
        resolved.addresses.append({.bytes = QByteArray(reinterpret_cast<const char *>(one->ai_addr),
                                                       static_cast<qsizetype>(one->ai_addrlen)),
                                   .family = one->ai_family});
    ::freeaddrinfo(found);
    return resolved;
}

int familyOf(KafkaAddresses addresses, const QString &host)
{
    switch (addresses) {
    case KafkaAddresses::V4: return AF_INET;
    case KafkaAddresses::V6: return AF_INET6;
    case KafkaAddresses::Any: break;
    }
    return host == "localhost"_L1 ? AF_INET : AF_UNSPEC;
}

tl::unexpected<Error> cancelled()
{
    return fail(Errc::Cancelled, Tr::tr("Stopped."));
}

/// 0, or the errno that a connection ended with; ETIMEDOUT when nothing happened in time.
int connectTo(const BrokerAddress &address, Deadline deadline, const CancelToken &token)
{
    const int fd = ::socket(address.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return errno;
    int error = ::connect(fd, reinterpret_cast<const sockaddr *>(address.bytes.constData()),
                          static_cast<socklen_t>(address.bytes.size())) == 0
                    ? 0
                    : errno;
    while (error == EINPROGRESS) {
        if (token.isCancelled() || steady_clock::now() >= deadline) {
            error = token.isCancelled() ? ECANCELED : ETIMEDOUT;
            break;
        }
        pollfd waiting{.fd = fd, .events = POLLOUT, .revents = 0};
        if (::poll(&waiting, 1, static_cast<int>(lookEvery.count())) > 0) {
            socklen_t size = sizeof error;
            ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
        }
    }
    ::close(fd);
    return error;
}

} // namespace

Result<QList<BrokerAddress>> resolveBroker(const QString &broker, KafkaAddresses family, Deadline deadline,
                                           const CancelToken &token)
{
    const qsizetype colon = broker.lastIndexOf(u':');
    QString host = broker.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    // getaddrinfo() cannot be stopped: it is left behind when the name server keeps silent.
    auto answer = std::make_shared<std::promise<Resolved>>();
    std::future<Resolved> future = answer->get_future();
    std::thread([answer, name = host.toUtf8(), port = broker.mid(colon + 1).toUtf8(),
                 wanted = familyOf(family, host)] {
        answer->set_value(lookUp(name, port, wanted));
    }).detach();
    while (future.wait_for(lookEvery) != std::future_status::ready) {
        if (token.isCancelled())
            return cancelled();
        if (steady_clock::now() >= deadline)
            return fail(Errc::Timeout,
                        Tr::tr("No name server has told the address of %1 in time.").arg(host));
    }
    Resolved resolved = future.get();
    if (resolved.code != 0)
        return fail(Errc::NotFound, Tr::tr("There is no host %1 (%2). Check its spelling in "
                                           "telemetry.kafka_brokers.")
                                        .arg(host, QString::fromLocal8Bit(::gai_strerror(resolved.code))));
    return std::move(resolved.addresses);
}

Result<> reachBroker(const QString &broker, const QList<BrokerAddress> &addresses, Deadline deadline,
                     const CancelToken &token)
{
    int error = ETIMEDOUT;
    for (const BrokerAddress &address : addresses) {
        error = connectTo(address, deadline, token);
        if (error == 0)
            return {};
        if (error == ECANCELED)
            return cancelled();
    }
    if (error == ECONNREFUSED)
        return fail(Errc::Unavailable, Tr::tr("Nothing listens at %1. Check the port, and whether the broker "
                                              "runs.")
                                           .arg(broker));
    if (error == ETIMEDOUT)
        return fail(
            Errc::Timeout,
            Tr::tr("%1 does not answer. A firewall may be in between, or the host is down.").arg(broker));
    return fail(
        Errc::Unavailable,
        Tr::tr("%1 cannot be reached: %2.").arg(broker, QString::fromLocal8Bit(std::strerror(error))));
}

} // namespace assay
