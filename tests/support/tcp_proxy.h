// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <vector>

/// Passes bytes between a port and another. Cut: every connection is reset, and new ones are dropped,
/// until it is mended. Frozen: connections stay, and nothing passes.
class TcpProxy
{
public:
    TcpProxy(const QString &listen, const QString &upstream)
        : m_upstream(addressOf(upstream)), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const int yes = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        const sockaddr_in address = addressOf(listen);
        if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            ::listen(m_listener, 64) != 0)
            qFatal("the proxy cannot listen at %s", qPrintable(listen));
        m_thread = std::thread([this] { run(); });
    }
    ~TcpProxy()
    {
        m_stop = true;
        m_thread.join();
        ::close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(TcpProxy)

    void cut() { m_cut = true; }
    void mend() { m_cut = false; }
    void freeze(bool frozen) { m_frozen = frozen; }
    int resets() const { return m_resets; } ///< connections that were cut

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
    };

    static sockaddr_in addressOf(const QString &hostAndPort)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(hostAndPort.section(u':', 1).toUShort());
        ::inet_pton(AF_INET, hostAndPort.section(u':', 0, 0).toLatin1().constData(), &address.sin_addr);
        return address;
    }
    static void reset(int fd)
    {
        const linger hard{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        ::close(fd);
    }
    static bool pass(int from, int to)
    {
        char bytes[65536];
        const ssize_t got = ::recv(from, bytes, sizeof bytes, MSG_DONTWAIT);
        if (got <= 0)
            return false;
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = ::send(to, bytes + done, static_cast<std::size_t>(got - done), MSG_NOSIGNAL);
            if (put <= 0)
                return false;
            done += put;
        }
        return true;
    }
    void accept()
    {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        const int server = m_cut ? -1 : ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (server < 0 ||
            ::connect(server, reinterpret_cast<const sockaddr *>(&m_upstream), sizeof m_upstream) != 0) {
            reset(client);
            if (server >= 0)
                ::close(server);
            return;
        }
        m_pairs.push_back({client, server});
    }
    void dropAll()
    {
        for (const Pair &pair : m_pairs) {
            reset(pair.client);
            reset(pair.server);
            ++m_resets;
        }
        m_pairs.clear();
    }
    void run()
    {
        while (!m_stop) {
            if (m_cut)
                dropAll();
            if (m_frozen) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                continue;
            }
            std::vector<pollfd> waiting{{.fd = m_listener, .events = POLLIN, .revents = 0}};
            for (const Pair &pair : m_pairs) {
                waiting.push_back({.fd = pair.client, .events = POLLIN, .revents = 0});
                waiting.push_back({.fd = pair.server, .events = POLLIN, .revents = 0});
            }
            if (::poll(waiting.data(), waiting.size(), 20) <= 0)
                continue;
            std::vector<Pair> kept;
            for (std::size_t i = 0; i < m_pairs.size(); ++i) {
                const Pair pair = m_pairs[i];
                const bool alive = (!waiting[1 + 2 * i].revents || pass(pair.client, pair.server)) &&
                                   (!waiting[2 + 2 * i].revents || pass(pair.server, pair.client));
                if (alive) {
                    kept.push_back(pair);
                } else {
                    reset(pair.client);
                    reset(pair.server);
                }
            }
            m_pairs = std::move(kept);
            if (waiting[0].revents)
                accept();
        }
        dropAll();
    }

    const sockaddr_in m_upstream;
    const int m_listener;
    std::vector<Pair> m_pairs{}; ///< of the thread
    std::atomic<bool> m_cut = false;
    std::atomic<bool> m_frozen = false;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_resets = 0;
    std::thread m_thread;
};
