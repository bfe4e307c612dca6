// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QLocalServer>

namespace assay::app {

/// One console per data folder: a second start brings the first to the front and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// @return true when another console answered and was asked to come forward
    bool handOver();
    /// Answers later starts from now on.
    void listen();
    /// Answers no more.
    void stop() { m_server.close(); }

Q_SIGNALS:
    void asked();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace assay::app
