// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QIODevice>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QSslConfiguration>

#include <memory>
#include <optional>
#include <vector>

namespace assay {

/// Access managers enough for any number of exchanges at once.
///
/// One QNetworkAccessManager opens at most six connections to a host and queues the rest silently, so
/// no manager ever gets a seventh exchange. Idle managers stay, with their open connections.
class HttpPool
{
public:
    explicit HttpPool(QString extraCaFile);

    /// The right to start one exchange on a manager, given back on destruction.
    class Lease
    {
    public:
        Lease(std::shared_ptr<HttpPool> pool, std::size_t slot);
        ~Lease();
        Q_DISABLE_COPY_MOVE(Lease)

        QNetworkAccessManager &manager() const;

    private:
        std::shared_ptr<HttpPool> m_pool; // keeps the manager past its client's end
        std::size_t m_slot;
    };

    static std::unique_ptr<Lease> lease(const std::shared_ptr<HttpPool> &pool);

    /// How to speak TLS; the authorities are read at the first call.
    /// @errors InvalidArgument when the extra authorities' file cannot be used
    Result<QSslConfiguration> tls();

private:
    struct Slot
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        int inFlight = 0;
    };

    std::vector<Slot> m_slots;
    QString m_extraCaFile;
    std::optional<QSslConfiguration> m_tls;
};

/// A request body that can be read once. QNetworkAccessManager repeats a request whose connection died
/// before the reply, a POST too, unless the body refuses to be rewound: this one does.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(QByteArray bytes);

    qint64 size() const override;
    bool reset() override;
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace assay
