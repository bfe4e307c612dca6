// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

#include <mutex>

namespace assay {

/// API keys by provider, handed from the main thread, which may ask the keyring, to the agent's
/// thread, which may not wait. In memory only.
///
/// Threading: every member from any thread.
class SharedKeys
{
public:
    void set(const QString &provider, const QString &key)
    {
        const std::scoped_lock lock(m_mutex);
        m_keys.insert(provider, key);
    }
    QString of(const QString &provider) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_keys.value(provider);
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, QString> m_keys;
};

} // namespace assay
