// SPDX-License-Identifier: Apache-2.0
#include "models/http_pool.h"

#include "base/tr.h"

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslSocket>

#include <cstring>

namespace assay {

namespace {

constexpr int exchangesPerManager = 6; // QNetworkAccessManager's connections per host

} // namespace

HttpPool::HttpPool(QString extraCaFile) : m_extraCaFile(std::move(extraCaFile)) {}

HttpPool::Lease::Lease(std::shared_ptr<HttpPool> pool, std::size_t slot)
    : m_pool(std::move(pool)), m_slot(slot)
{
    ++m_pool->m_slots.at(m_slot).inFlight;
}

HttpPool::Lease::~Lease()
{
    --m_pool->m_slots.at(m_slot).inFlight;
}

QNetworkAccessManager &HttpPool::Lease::manager() const
{
    return *m_pool->m_slots.at(m_slot).manager;
}

std::unique_ptr<HttpPool::Lease> HttpPool::lease(const std::shared_ptr<HttpPool> &pool)
{
    const auto free = std::ranges::find_if(
        pool->m_slots, [](const Slot &slot) { return slot.inFlight < exchangesPerManager; });
    const auto index = static_cast<std::size_t>(free - pool->m_slots.begin());
    if (free == pool->m_slots.end()) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        manager->setAutoDeleteReplies(false);
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        pool->m_slots.push_back({.manager = std::move(manager), .inFlight = 0});
    }
    return std::make_unique<Lease>(pool, index);
}

Result<QSslConfiguration> HttpPool::tls()
{
    if (m_tls)
        return *m_tls;
    if (!QSslSocket::supportsSsl())
        return fail(Errc::TlsRefused, Tr::tr("This installation has no TLS library; install libssl3."));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_extraCaFile.isEmpty()) {
        const QList<QSslCertificate> extra = QSslCertificate::fromPath(m_extraCaFile, QSsl::Pem);
        if (extra.isEmpty())
            return fail(Errc::InvalidArgument,
                        Tr::tr("No certificate can be read from %1. Name a PEM file of the "
                               "authority to trust.")
                            .arg(m_extraCaFile));
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + extra);
    }
    m_tls = tls;
    return tls;
}

OneShotBody::OneShotBody(QByteArray bytes) : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::size() const
{
    return m_bytes.size();
}

bool OneShotBody::reset()
{
    return false;
}

bool OneShotBody::seek(qint64 position)
{
    return position == m_read && QIODevice::seek(position);
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, m_bytes.size() - m_read);
    if (count <= 0)
        return m_read < m_bytes.size() ? 0 : -1;
    std::memcpy(data, m_bytes.constData() + m_read, static_cast<std::size_t>(count));
    m_read += count;
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace assay
