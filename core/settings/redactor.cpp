// SPDX-License-Identifier: Apache-2.0
#include "settings/redactor.h"

#include <QtCore/QUrl>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestSecret = 6;

/// Base64 of a text depends on where in a group of three bytes it begins; of the three ways these
/// are the characters that depend on the secret alone.
QStringList base64Forms(const QByteArray &secret)
{
    QStringList forms;
    for (qsizetype shift = 0; shift < 3; ++shift) {
        QByteArray code = (QByteArray(shift, '\0') + secret).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype firstOwn = (shift * 8 + 5) / 6;
        const qsizetype lastOwn = (shift + secret.size()) * 8 / 6;
        code = code.sliced(firstOwn, lastOwn - firstOwn);
        forms.append(QString::fromLatin1(code));
        forms.append(QString::fromLatin1(code.replace('+', '-').replace('/', '_')));
    }
    return forms;
}

} // namespace

void Redactor::learn(const QString &secret)
{
    if (secret.size() < shortestSecret)
        return;
    const std::scoped_lock lock(m_mutex);
    if (m_known.contains(secret))
        return;
    m_known.insert(secret);
    const QByteArray bytes = secret.toUtf8();
    m_forms.append(secret);
    m_forms.append(QString::fromLatin1(bytes.toHex()));
    m_forms.append(QString::fromLatin1(QUrl::toPercentEncoding(secret)));
    m_forms += base64Forms(bytes);
    m_forms.removeDuplicates();
    std::ranges::stable_sort(m_forms, std::ranges::greater{}, &QString::size);
}

QString Redactor::redacted(const QString &text) const
{
    const std::scoped_lock lock(m_mutex);
    QString clean = text;
    for (const QString &form : m_forms)
        clean.replace(form, u"[secret]"_s, Qt::CaseInsensitive);
    return clean;
}

} // namespace assay
