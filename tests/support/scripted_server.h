// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/scripted_reply.h"

#include <QtCore/QUrl>

#include <functional>
#include <memory>

namespace assay::test {

/// One request as the server read it.
struct RecordedRequest
{
    QByteArray method{};
    QByteArray path{}; ///< with query, as sent
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};
    int connection = 0; ///< which connection it came on, from 1

    /// Value of a header, its name compared without case; empty when absent.
    QByteArray header(QByteArrayView name) const;
};

/// PEM files of a TLS server.
struct ServerTls
{
    QString certificateChain{}; ///< server certificate first, then intermediates
    QString privateKey{};
};

/// An HTTP/1.1 server on 127.0.0.1 that answers as it was told, for tests of anything that speaks
/// HTTP: language models, retrievers, webhooks.
///
///     ScriptedServer server;
///     server.enqueue(errorReply(429, u"slow down"_s).with("Retry-After", "1"));
///     server.enqueue(openAiStream({u"Hel"_s, u"lo"_s}));
///     … ask server.url() …
///     QCOMPARE(server.requests().size(), 2);
///
/// Each request takes the next enqueued reply; with none left it gets the handler's, and without a
/// handler the fallback (a streamed "Hello."). Connections are kept alive; hundreds may be open.
///
/// Threading: serves on a thread of its own, so the test's event loop is free for the client. Every
/// member may be called from any thread. To wait, use QTRY_VERIFY on a counter.
class ScriptedServer
{
public:
    /// Called on the server's thread, once per request.
    using Handler = std::function<ScriptedReply(const RecordedRequest &)>;

    /// Listens on a free port, with TLS when `tls` is given.
    explicit ScriptedServer(std::optional<ServerTls> tls = std::nullopt);
    ~ScriptedServer();
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    quint16 port() const;

    /// "http://127.0.0.1:PORT" + path (https with TLS). `host` replaces 127.0.0.1.
    QUrl url(const QString &path = QString(), const QString &host = QStringLiteral("127.0.0.1")) const;

    /// The reply of the next request that has none yet.
    void enqueue(ScriptedReply reply);

    /// Decides from the request, once the queue is empty.
    void setHandler(Handler handler);

    /// The reply when queue and handler are both empty.
    void setFallback(ScriptedReply reply);

    /// Requests read completely, in order of arrival.
    QList<RecordedRequest> requests() const;
    qsizetype requestCount() const;

    int connectionCount() const;     ///< accepted since the start
    int openConnectionCount() const; ///< open now
    int closedByClientCount() const; ///< ended by the client, not by a scripted end

    struct State;

private:
    struct Runner; // the server's thread
    std::shared_ptr<State> m_state;
    quint16 m_port = 0;
    bool m_tls = false;
    std::unique_ptr<Runner> m_runner;
};

} // namespace assay::test
