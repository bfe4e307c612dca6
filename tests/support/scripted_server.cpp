// SPDX-License-Identifier: Apache-2.0
#include "support/scripted_server.h"

#include "base/worker_thread.h"

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>

#include <future>
#include <mutex>

namespace assay::test {

using namespace Qt::StringLiterals;

/// Shared between the test's threads and the server's; every member under the mutex.
struct ScriptedServer::State
{
    mutable std::mutex mutex{}; // not QMutex: ThreadSanitizer does not see into Qt
    QList<ScriptedReply> queue{};
    Handler handler{};
    ScriptedReply fallback = openAiStream({u"Hello."_s});
    QList<RecordedRequest> requests{};
    int accepted = 0;
    int open = 0;
    int closedByClient = 0;
};

namespace {

using State = ScriptedServer::State;

/// One connection: reads requests, writes the scripted replies.
class Connection final : public QObject
{
public:
    Connection(QTcpSocket *socket, std::shared_ptr<State> state, int number)
        : m_socket(socket), m_state(std::move(state)), m_number(number)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::disconnected, this, &Connection::ended);
    }

private:
    void read()
    {
        m_buffer += m_socket->readAll();
        if (!m_busy)
            nextRequest();
    }

    void nextRequest()
    {
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        RecordedRequest request = parseHead(m_buffer.first(headEnd));
        const qsizetype length = request.header("content-length").toLongLong();
        if (m_buffer.size() < headEnd + 4 + length)
            return;
        request.body = m_buffer.mid(headEnd + 4, length);
        request.connection = m_number;
        m_buffer.remove(0, headEnd + 4 + length);
        m_busy = true;
        m_reply = choose(request);
        QTimer::singleShot(m_reply.latency, Qt::PreciseTimer, this, &Connection::sendHead);
    }

    static RecordedRequest parseHead(const QByteArray &head)
    {
        RecordedRequest request;
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                request.headers.append({line.first(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
        return request;
    }

    ScriptedReply choose(const RecordedRequest &request)
    {
        ScriptedServer::Handler handler;
        {
            const std::scoped_lock lock(m_state->mutex);
            m_state->requests.append(request);
            if (!m_state->queue.isEmpty())
                return m_state->queue.takeFirst();
            if (!m_state->handler)
                return m_state->fallback;
            handler = m_state->handler;
        }
        return handler(request);
    }

    void sendHead()
    {
        m_next = 0;
        if (!m_reply.raw.isEmpty()) {
            m_socket->write(m_reply.raw);
            finish();
            return;
        }
        if (m_reply.status == 0) {
            finish();
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(m_reply.status) +
                          " Scripted\r\nContent-Type: " + m_reply.contentType + "\r\n";
        for (const auto &[name, value] : m_reply.headers)
            head += name + ": " + value + "\r\n";
        if (m_reply.chunked) {
            head += "Transfer-Encoding: chunked\r\n";
        } else {
            qsizetype length = 0;
            for (const QByteArray &piece : m_reply.pieces)
                length += piece.size();
            // A reply that ends early announces more than it sends.
            const bool whole = m_reply.end == ReplyEnd::Finish;
            head += "Content-Length: " + QByteArray::number(whole ? length : length + 1) + "\r\n";
        }
        m_socket->write(head + "\r\n");
        sendPiece();
    }

    void sendPiece()
    {
        while (m_next < m_reply.pieces.size()) {
            const QByteArray &piece = m_reply.pieces.at(m_next++);
            if (m_reply.chunked && !piece.isEmpty())
                m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
            else
                m_socket->write(piece);
            m_socket->flush();
            if (m_reply.betweenPieces.count() > 0 && m_next < m_reply.pieces.size()) {
                QTimer::singleShot(m_reply.betweenPieces, Qt::PreciseTimer, this, &Connection::sendPiece);
                return;
            }
        }
        if (m_reply.chunked && m_reply.end == ReplyEnd::Finish)
            m_socket->write("0\r\n\r\n");
        finish();
    }

    void finish()
    {
        switch (m_reply.end) {
        case ReplyEnd::Finish:
            m_busy = false;
            nextRequest();
            return;
        case ReplyEnd::Stall: return;
        case ReplyEnd::Close:
            m_scriptedEnd = true;
            m_socket->disconnectFromHost();
            return;
        case ReplyEnd::Reset:
            m_scriptedEnd = true;
            m_socket->abort();
            return;
        }
        Q_UNREACHABLE();
    }

    void ended()
    {
        {
            const std::scoped_lock lock(m_state->mutex);
            --m_state->open;
            if (!m_scriptedEnd)
                ++m_state->closedByClient;
        }
        deleteLater();
    }

    QTcpSocket *m_socket;
    std::shared_ptr<State> m_state;
    int m_number;
    QByteArray m_buffer;
    ScriptedReply m_reply;
    qsizetype m_next = 0;
    bool m_busy = false;
    bool m_scriptedEnd = false;
};

/// Accepts connections on the server's thread.
class Worker final : public QTcpServer
{
public:
    Worker(std::shared_ptr<State> state, std::optional<ServerTls> tls) : m_state(std::move(state))
    {
        if (!tls)
            return;
        m_tls.emplace();
        m_tls->setLocalCertificateChain(QSslCertificate::fromPath(tls->certificateChain));
        QFile keyFile(tls->privateKey);
        if (!keyFile.open(QIODevice::ReadOnly))
            qFatal("ScriptedServer: cannot read %s", qPrintable(tls->privateKey));
        m_tls->setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    }

    quint16 start()
    {
        setMaxPendingConnections(1000);
        if (!listen(QHostAddress(QHostAddress::LocalHost)))
            qFatal("ScriptedServer: %s", qPrintable(errorString()));
        return serverPort();
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        QTcpSocket *socket = nullptr;
        if (m_tls) {
            auto *secure = new QSslSocket;
            secure->setSslConfiguration(*m_tls);
            socket = secure;
        } else {
            socket = new QTcpSocket;
        }
        socket->setSocketDescriptor(handle);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        int number = 0;
        {
            const std::scoped_lock lock(m_state->mutex);
            ++m_state->open;
            number = ++m_state->accepted;
        }
        auto *connection = new Connection(socket, m_state, number);
        connection->setParent(this);
        if (auto *secure = qobject_cast<QSslSocket *>(socket))
            secure->startServerEncryption();
    }

private:
    std::shared_ptr<State> m_state;
    std::optional<QSslConfiguration> m_tls;
};

} // namespace

struct ScriptedServer::Runner
{
    WorkerThread<Worker> thread;
};

QByteArray RecordedRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

ScriptedServer::ScriptedServer(std::optional<ServerTls> tls)
    : m_state(std::make_shared<State>()), m_tls(tls.has_value()),
      m_runner(new Runner{WorkerThread<Worker>(u"scripted-server"_s, m_state, std::move(tls))})
{
    std::promise<quint16> port;
    m_runner->thread.post([&port](Worker &worker) { port.set_value(worker.start()); });
    m_port = port.get_future().get();
}

ScriptedServer::~ScriptedServer() = default;

quint16 ScriptedServer::port() const
{
    return m_port;
}

QUrl ScriptedServer::url(const QString &path, const QString &host) const
{
    return QUrl((m_tls ? u"https://"_s : u"http://"_s) + host + u':' + QString::number(m_port) + path);
}

void ScriptedServer::enqueue(ScriptedReply reply)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->queue.append(std::move(reply));
}

void ScriptedServer::setHandler(Handler handler)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->handler = std::move(handler);
}

void ScriptedServer::setFallback(ScriptedReply reply)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->fallback = std::move(reply);
}

QList<RecordedRequest> ScriptedServer::requests() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->requests;
}

qsizetype ScriptedServer::requestCount() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->requests.size();
}

int ScriptedServer::connectionCount() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->accepted;
}

int ScriptedServer::openConnectionCount() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->open;
}

int ScriptedServer::closedByClientCount() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->closedByClient;
}

} // namespace assay::test
