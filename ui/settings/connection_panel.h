// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "settings/settings_hub.h"
#include "ui/kit/tokens.h"

#include <QCoro/QCoroTask>
#include <QtWidgets/QWidget>

#include <functional>

class QVBoxLayout;

namespace assay::ui {

class Button;
class PlainLabel;

/// A local server that was found, and what using it would change.
struct ServerOffer
{
    QString name{};    ///< "Ollama at 127.0.0.1:11434"
    QString summary{}; ///< "llama3.2:3b, qwen2.5:7b"
    SettingChanges changes{};
};

/// One step of a connection that was tried.
struct ConnectionStep
{
    enum class State : std::uint8_t { Passed, Failed, Skipped };
    QString label{}; ///< "Encryption"
    State state = State::Skipped;
    QString text{}; ///< what was found, or why it failed
};

/// What the connection panel asks of the world outside. Each may be empty: then its part is left out.
struct ConnectionHooks
{
    /// Calls the model once, as it is set now. @return a sentence such as "answered in 0.4 s"
    std::function<QCoro::Task<Result<QString>>(QString model)> test{};
    /// Looks for local servers on their usual ports.
    std::function<QCoro::Task<QList<ServerOffer>>()> findServers{};
    /// Tries the connection to Kafka as it is set now.
    std::function<QCoro::Task<Result<QList<ConnectionStep>>>()> testKafka{};
};

/// Says which models are in use, tests them on request, and offers local servers. Offers are never
/// used unasked.
class ConnectionPanel final : public QWidget
{
    Q_OBJECT

public:
    ConnectionPanel(SettingsHub &hub, ConnectionHooks hooks, QWidget *parent = nullptr);

    /// Looks for local servers again.
    void look();

Q_SIGNALS:
    /// A model answered a test just now.
    void answered(const QString &model);

private:
    /// What a test of a model said. It stands for the settings it was made with, and goes with them.
    struct Trial
    {
        Button *button = nullptr;
        PlainLabel *answer = nullptr;
        int run = 0; ///< of the newest test; an older one's answer is dropped
    };

    void addModel(const QString &role, SettingKey<QString> key);
    void test(SettingKey<QString> key, qsizetype trial);
    void say(const Trial &trial, const QString &text, Tone tone);
    void forgetTrials();
    void showOffers(const QList<ServerOffer> &offers);
    void use(const ServerOffer &offer);

    SettingsHub &m_hub;
    ConnectionHooks m_hooks;
    QVBoxLayout *m_layout;
    QList<Trial> m_trials;
    QWidget *m_offers = nullptr;
    Button *m_look = nullptr;
    PlainLabel *m_found = nullptr;
    QString m_foundText; ///< what looking for servers came to
};

} // namespace assay::ui
