// SPDX-License-Identifier: Apache-2.0
#include "settings/secrets.h"

#include "base/tr.h"

#include <QCoro/QCoroSignal>
#include <QtCore/QPointer>
#include <qt6keychain/keychain.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A locked keyring asks its owner; that may take a while, but not for ever.
constexpr std::chrono::milliseconds keyringPatience{30'000};

QString variableOf(SecretKey key)
{
    return environmentNames(settingAt(key.index)).value(0);
}

/// The keyring's own word for what went wrong, or nullopt when the job succeeded or found nothing.
std::optional<QString> failureOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound: return std::nullopt;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: return Tr::tr("The keyring stayed locked.");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return Tr::tr("This desktop has no keyring.");
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: return Tr::tr("The keyring does not answer (%1).").arg(job.errorString());
    }
    Q_UNREACHABLE();
}

/// Runs a keyring job to its end. The job must not delete itself: its answer is read afterwards.
/// @errors Unavailable, Timeout
QCoro::Task<Result<>> run(std::shared_ptr<QKeychain::Job> job)
{
    job->start();
    const auto finished = co_await qCoro(job.get(), &QKeychain::Job::finished, keyringPatience);
    if (!finished) {
        // The backend still holds the job: it has to outlive its own late answer.
        QKeychain::Job *const late = job.get();
        QObject::connect(late, &QKeychain::Job::finished, late, [keep = job](QKeychain::Job *) mutable {
            QTimer::singleShot(0, QCoreApplication::instance(), [last = std::move(keep)] {});
        });
        co_return fail(Errc::Timeout, Tr::tr("The keyring did not answer in time; it may be locked."));
    }
    if (const std::optional<QString> failure = failureOf(*job))
        co_return fail(Errc::Unavailable, *failure);
    co_return Result<>();
}

template<typename J>
std::shared_ptr<J> makeJob(SecretKey key)
{
    auto job = std::make_shared<J>(u"assay"_s);
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(QString::fromLatin1(settingAt(key.index).key));
    return job;
}

} // namespace

QString SecretStatus::text() const
{
    switch (source) {
    case SecretSource::Environment: return Tr::tr("set (environment %1)").arg(variable);
    case SecretSource::Keyring: return Tr::tr("set (keyring)");
    case SecretSource::None: return Tr::tr("not set");
    }
    Q_UNREACHABLE();
}

/// What lives as long as the last coroutine that needs it.
struct Secrets::State
{
    Variables environment{};
    QHash<int, QString> fromKeyring{};
    QString silence{}; ///< said when the keyring let a question time out: the next one does not wait again
    std::shared_ptr<Redactor> redactor{};
    QPointer<Secrets> owner{};

    QString given(SecretKey key) const { return environment.value(variableOf(key)); }
};

Secrets::Secrets(Variables environment, QObject *parent)
    : QObject(parent), m_state(std::make_shared<State>(std::move(environment)))
{
    m_state->redactor = m_redactor;
    m_state->owner = this;
    for (int i = 0; i < settingCount; ++i)
        if (settingAt(i).type == SettingType::Secret)
            m_redactor->learn(m_state->given(SecretKey{i}));
}

QCoro::Task<Result<QString>> Secrets::value(SecretKey key)
{
    return read(m_state, key);
}

QCoro::Task<SecretStatus> Secrets::status(SecretKey key)
{
    return statusFrom(m_state, key);
}

QCoro::Task<QList<SecretStatus>> Secrets::statusOfAll()
{
    return statusOfAllFrom(m_state);
}

QCoro::Task<Result<>> Secrets::store(SecretKey key, QString secret)
{
    secret = secret.trimmed();
    m_redactor->learn(secret);
    const bool oneLine =
        std::ranges::none_of(secret, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (secret.isEmpty() || !oneLine)
        co_return fail(Errc::InvalidArgument,
                       Tr::tr("A key is one line of text without control characters."));
    const Result<> done = co_await change(m_state, key, secret);
    co_return done;
}

QCoro::Task<Result<>> Secrets::remove(SecretKey key)
{
    return change(m_state, key, QString());
}

QCoro::Task<Result<>> Secrets::ask(std::shared_ptr<State> state, std::shared_ptr<QKeychain::Job> job,
                                   SecretKey key)
{
    const Result<> done = co_await run(job);
    state->silence = !done && done.error().code == Errc::Timeout ? done.error().message : QString();
    if (!done)
        co_return fail(
            Errc::Unavailable,
            Tr::tr("%1 Set the environment variable %2 instead.").arg(done.error().message, variableOf(key)));
    co_return done;
}

QCoro::Task<Result<QString>> Secrets::read(std::shared_ptr<State> state, SecretKey key)
{
    if (const QString given = state->given(key); !given.isEmpty())
        co_return given;
    if (const auto known = state->fromKeyring.constFind(key.index); known != state->fromKeyring.cend())
        co_return *known;
    if (!state->silence.isEmpty())
        co_return fail(
            Errc::Unavailable,
            Tr::tr("%1 Set the environment variable %2 instead.").arg(state->silence, variableOf(key)));
    const auto job = makeJob<QKeychain::ReadPasswordJob>(key);
    const std::shared_ptr<QKeychain::Job> asked = job; // converted here: g++ 12 mishandles temporaries below
    const Result<> done = co_await ask(state, asked, key);
    if (!done)
        co_return fail(done.error());
    const QString secret = job->error() == QKeychain::EntryNotFound ? QString() : job->textData();
    state->redactor->learn(secret);
    state->fromKeyring.insert(key.index, secret);
    co_return secret;
}

QCoro::Task<SecretStatus> Secrets::statusFrom(std::shared_ptr<State> state, SecretKey key)
{
    SecretStatus status{.index = key.index, .variable = variableOf(key)};
    if (!state->given(key).isEmpty()) {
        status.source = SecretSource::Environment;
        co_return status;
    }
    const Result<QString> secret = co_await read(state, key);
    if (!secret)
        status.noKeyring = secret.error().message;
    else if (!secret->isEmpty())
        status.source = SecretSource::Keyring;
    co_return status;
}

QCoro::Task<QList<SecretStatus>> Secrets::statusOfAllFrom(std::shared_ptr<State> state)
{
    QList<SecretStatus> all;
    for (int i = 0; i < settingCount; ++i) {
        if (settingAt(i).type != SettingType::Secret)
            continue;
        const SecretKey key{i};
        const SecretStatus one = co_await statusFrom(state, key);
        all.append(one);
    }
    co_return all;
}

/// Stores `secret`, or removes the one there is when it is empty.
QCoro::Task<Result<>> Secrets::change(std::shared_ptr<State> state, SecretKey key, QString secret)
{
    std::shared_ptr<QKeychain::Job> job;
    if (secret.isEmpty()) {
        job = makeJob<QKeychain::DeletePasswordJob>(key);
    } else {
        const auto writing = makeJob<QKeychain::WritePasswordJob>(key);
        writing->setTextData(secret);
        job = writing;
    }
    const Result<> done = co_await ask(state, job, key);
    if (!done)
        co_return done;
    state->fromKeyring.insert(key.index, secret);
    if (state->owner)
        Q_EMIT state->owner->changed(key.index);
    co_return done;
}

} // namespace assay
