// SPDX-License-Identifier: Apache-2.0
#include "single_instance.h"

#include <QtCore/QCryptographicHash>
#include <QtNetwork/QLocalSocket>

#include <unistd.h>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerWithinMs = 500;

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent) : QObject(parent)
{
    const QByteArray hash =
        QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_name = u"assay-%1-%2"_s.arg(::getuid()).arg(QString::fromLatin1(hash));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->write("here\n");
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            Q_EMIT asked();
        }
    });
}

bool SingleInstance::handOver()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(answerWithinMs) && socket.waitForReadyRead(answerWithinMs);
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // what a crashed console left behind
    m_server.listen(m_name);
}

} // namespace assay::app
