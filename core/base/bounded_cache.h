// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QCache>
#include <QtCore/QString>

namespace assay {

/// What has been worked out of a text, by the text: the passages of a knowledge base come back turn after
/// turn. Keeps about `bytes` of text and the values that belong to it, least recently used out first.
///
/// Threading: an instance belongs to one thread; make it thread_local.
template<typename T>
class TextCache
{
public:
    explicit TextCache(qsizetype bytes) : m_cache(bytes) {}

    /// The value for `text`: the one kept, or what `make()` returns. Texts longer than a quarter of the
    /// cache are not kept.
    template<typename Make>
    T of(QStringView text, Make &&make)
    {
        // Only borrowed for the look-up: a key that is kept owns its text.
        const QString borrowed = QString::fromRawData(text.data(), text.size());
        if (const T *known = m_cache.object(borrowed))
            return *known;
        T value = make();
        const qsizetype cost = text.size() * static_cast<qsizetype>(sizeof(QChar)) * 4 + 256;
        if (cost <= m_cache.maxCost() / 4)
            m_cache.insert(text.toString(), new T(value), cost);
        return value;
    }

private:
    QCache<QString, T> m_cache;
};

} // namespace assay
