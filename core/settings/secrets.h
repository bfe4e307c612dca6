// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "settings/redactor.h"
#include "settings/settings.h"

#include <QCoro/QCoroTask>
#include <QtCore/QObject>

#include <memory>
#include <optional>

namespace QKeychain {
class Job;
}

namespace assay {

enum class SecretSource : std::uint8_t { Environment, Keyring, None };

/// Where a secret comes from; never the secret itself.
struct SecretStatus
{
    int index = 0;      ///< in settingsTable
    QString variable{}; ///< the environment variable that would set it
    SecretSource source = SecretSource::None;
    QString noKeyring{}; ///< why the keyring could not be asked; empty when it could, or was not needed

    /// "set (environment OPENAI_API_KEY)", "set (keyring)", "not set". Translated.
    QString text() const;

    bool operator==(const SecretStatus &) const = default;
};

/// API keys and passwords: from the environment, else from the desktop's keyring (QtKeychain, service
/// "assay"); in memory only otherwise. Without a keyring nothing is ever written in plain text.
///
/// Threading: lives on the main thread, whose event loop the keyring answers on. The redactor may be
/// used anywhere.
class Secrets final : public QObject
{
    Q_OBJECT

public:
    explicit Secrets(Variables environment, QObject *parent = nullptr);

    /// The secret, or an empty string when it is set nowhere. The keyring's answer is remembered.
    /// @errors Unavailable when it is not in the environment and the keyring cannot be asked
    QCoro::Task<Result<QString>> value(SecretKey key);

    /// Where value() would take it from; a keyring that cannot be asked is part of the answer.
    QCoro::Task<SecretStatus> status(SecretKey key);

    /// status() of every declared secret, in table order.
    QCoro::Task<QList<SecretStatus>> statusOfAll();

    /// Puts a secret into the keyring. One in the environment still goes first.
    /// @errors InvalidArgument (empty, control characters), Unavailable (no keyring, locked)
    QCoro::Task<Result<>> store(SecretKey key, QString secret);

    /// Takes a secret out of the keyring; not having it is no error.
    /// @errors Unavailable
    QCoro::Task<Result<>> remove(SecretKey key);

    /// Takes every secret that passed through here out of a text.
    QString redacted(const QString &text) const { return m_redactor->redacted(text); }
    std::shared_ptr<Redactor> redactor() const { return m_redactor; }

Q_SIGNALS:
    /// A secret was stored or removed; whoever holds a copy asks again.
    void changed(int index);

private:
    struct State;

    // Coroutines hold the state, not this object: it may be gone before a keyring answers.
    static QCoro::Task<Result<QString>> read(std::shared_ptr<State> state, SecretKey key);
    static QCoro::Task<SecretStatus> statusFrom(std::shared_ptr<State> state, SecretKey key);
    static QCoro::Task<QList<SecretStatus>> statusOfAllFrom(std::shared_ptr<State> state);
    static QCoro::Task<Result<>> change(std::shared_ptr<State> state, SecretKey key, QString secret);
    static QCoro::Task<Result<>> ask(std::shared_ptr<State> state, std::shared_ptr<QKeychain::Job> job,
                                     SecretKey key);

    std::shared_ptr<State> m_state;
    std::shared_ptr<Redactor> m_redactor = std::make_shared<Redactor>();
};

} // namespace assay
