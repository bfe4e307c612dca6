// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <mutex>

namespace assay {

/// Takes secrets out of text before it is logged, shown or written: every secret it was told of, as
/// it is, in base64 (also URL-safe, and from any position inside a longer run), in hex and
/// URL-encoded.
///
/// Threading: every member from any thread.
class Redactor
{
public:
    /// Remembers a secret, in memory only. Values under 6 characters are not remembered: taking
    /// them out would tear holes into ordinary words.
    void learn(const QString &secret);

    /// `text` with every form of every known secret replaced by "[secret]".
    QString redacted(const QString &text) const;

private:
    mutable std::mutex m_mutex;
    QSet<QString> m_known;
    QStringList m_forms; ///< longest first
};

} // namespace assay
