// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtNetwork/QSslCertificate>

namespace assay {

/// Does one of the certificate's subject alternative names stand for `host`?
///
/// Qt also accepts the common name, which browsers and RFC 9525 gave up; this is asked on top of it.
/// A wildcard stands for exactly one whole leftmost label. An IP address must be named as one.
///
/// @param host as in the URL, in ASCII form
/// @source RFC 9525, sections 6.3 and 6.4
bool certificateNames(const QSslCertificate &certificate, const QString &host);

} // namespace assay
