// SPDX-License-Identifier: Apache-2.0
#include "models/tls_names.h"

#include <QtNetwork/QHostAddress>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

bool nameMatches(QStringView pattern, QStringView host)
{
    if (!pattern.startsWith(u"*."))
        return pattern.compare(host, Qt::CaseInsensitive) == 0;
    const qsizetype dot = host.indexOf(u'.');
    const QStringView parent = pattern.sliced(2);
    return dot > 0 && parent.contains(u'.') && parent.compare(host.sliced(dot + 1), Qt::CaseInsensitive) == 0;
}

} // namespace

bool certificateNames(const QSslCertificate &certificate, const QString &host)
{
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(host);
    if (!address.isNull()) {
        const QStringList listed = names.values(QSsl::IpAddressEntry);
        return std::ranges::any_of(listed, [&](const QString &name) {
            return QHostAddress(name).isEqual(address, QHostAddress::StrictConversion);
        });
    }
    QString bare = host;
    if (bare.endsWith(u'.'))
        bare.chop(1);
    const QStringList listed = names.values(QSsl::DnsEntry);
    return std::ranges::any_of(listed, [&](const QString &name) { return nameMatches(name, bare); });
}

} // namespace assay
