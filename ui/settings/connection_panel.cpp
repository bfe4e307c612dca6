// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/connection_panel.h"

#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int roleWidth = 120;
constexpr int modelWidth = 220;
constexpr int answerLines = 3;
constexpr qsizetype longestAnswer = 170; ///< what fits into them; the tool tip has all

} // namespace

ConnectionPanel::ConnectionPanel(SettingsHub &hub, ConnectionHooks hooks, QWidget *parent)
    : QWidget(parent), m_hub(hub), m_hooks(std::move(hooks)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, metric::grid, 0, 2 * metric::grid);
    m_layout->setSpacing(metric::grid);
    addModel(Tr::tr("Fast model"), "agent.fast_model"_setting);
    addModel(Tr::tr("Premium model"), "agent.premium_model"_setting);
    addModel(Tr::tr("Judge model"), "agent.judge_model"_setting);
    connect(&m_hub, &SettingsHub::changed, this, &ConnectionPanel::forgetTrials);
    if (!m_hooks.findServers)
        return;
    auto *line = new QHBoxLayout;
    m_look = new Button(Icon::Search, Tr::tr("Look for local servers"), ButtonKind::Secondary, this);
    m_look->setCompact(true);
    m_found = new PlainLabel(QString(), Type::Small, Tone::Third, this);
    line->addWidget(m_look);
    line->addWidget(m_found, 1);
    m_layout->addLayout(line);
    connect(m_look, &QAbstractButton::clicked, this, &ConnectionPanel::look);
}

void ConnectionPanel::addModel(const QString &role, SettingKey<QString> key)
{
    auto *line = new QHBoxLayout;
    auto *name = new PlainLabel(role, Type::Body, Tone::Second, this);
    name->setFixedWidth(roleWidth);
    auto *model = new ElidedLabel(m_hub.current().get(key), Type::Body, Tone::Primary, this);
    model->setFixedWidth(modelWidth);
    line->addWidget(name);
    line->addWidget(model);
    if (m_hooks.test) {
        auto *button = new Button(Tr::tr("Test connection"), ButtonKind::Secondary, this);
        button->setCompact(true);
        button->setAccessibleName(Tr::tr("Test connection to the model of: %1").arg(role));
        button->setObjectName(u"test "_s + QString::fromLatin1(settingAt(key.index).key));
        auto *answer = new PlainLabel(QString(), Type::Small, Tone::Third, this);
        answer->setWordWrap(true);
        // An answer takes the room kept for it; nothing moves when it comes or goes.
        answer->setFixedHeight(answerLines * QFontMetrics(assay::ui::font(Type::Small)).lineSpacing());
        line->addWidget(button);
        line->addWidget(answer, 1);
        connect(button, &QAbstractButton::clicked, this,
                [this, key, trial = m_trials.size()] { test(key, trial); });
        m_trials.append({.button = button, .answer = answer});
    } else {
        line->addStretch();
    }
    connect(&m_hub, &SettingsHub::changed, model,
            [key, model](const Settings &now) { model->setText(now.get(key)); });
    m_layout->addLayout(line);
}

void ConnectionPanel::say(const Trial &trial, const QString &text, Tone tone)
{
    trial.answer->setTone(tone);
    trial.answer->setText(text.left(longestAnswer));
    plainToolTip(trial.answer, text);
}

void ConnectionPanel::test(SettingKey<QString> key, qsizetype trial)
{
    const int run = ++m_trials[trial].run;
    m_trials.at(trial).button->setEnabled(false);
    say(m_trials.at(trial), Tr::tr("Asking…"), Tone::Third);
    const QString model = m_hub.current().get(key);
    QCoro::connect(m_hooks.test(model), this, [this, trial, run, model](const Result<QString> &result) {
        if (m_trials.at(trial).run != run)
            return;
        m_trials.at(trial).button->setEnabled(true);
        say(m_trials.at(trial), result ? *result : result.error().message, result ? Tone::Pass : Tone::Low);
        if (result)
            Q_EMIT answered(model);
    });
}

/// Whatever changed, an older answer may not hold any more.
void ConnectionPanel::forgetTrials()
{
    for (Trial &trial : m_trials) {
        ++trial.run;
        trial.button->setEnabled(true);
        say(trial, {}, Tone::Third);
    }
    if (m_found && m_look->isEnabled())
        m_found->setText(m_foundText); // no longer "… is in use"
}

void ConnectionPanel::look()
{
    if (!m_hooks.findServers || !m_look->isEnabled())
        return;
    m_look->setEnabled(false);
    m_found->setText(Tr::tr("Looking…"));
    QCoro::connect(m_hooks.findServers(), this,
                   [this](const QList<ServerOffer> &offers) { showOffers(offers); });
}

void ConnectionPanel::showOffers(const QList<ServerOffer> &offers)
{
    m_look->setEnabled(true);
    m_foundText = offers.isEmpty()
                      ? Tr::tr("No local server answers on the usual ports.")
                      : Tr::tr("%n local server(s) found. Nothing is sent to one unless you use it.", nullptr,
                               static_cast<int>(offers.size()));
    m_found->setText(m_foundText);
    delete m_offers;
    m_offers = new QWidget(this);
    auto *list = new QVBoxLayout(m_offers);
    list->setContentsMargins(0, 0, 0, 0);
    for (const ServerOffer &offer : offers) {
        auto *line = new QHBoxLayout;
        auto *use = new Button(Tr::tr("Use"), ButtonKind::Secondary, m_offers);
        use->setCompact(true);
        use->setAccessibleName(Tr::tr("Use %1").arg(offer.name));
        line->addWidget(new PlainLabel(offer.name, Type::Body, Tone::Primary, m_offers));
        line->addWidget(new ElidedLabel(offer.summary, Type::Small, Tone::Third, m_offers), 1);
        line->addWidget(use);
        list->addLayout(line);
        connect(use, &QAbstractButton::clicked, this, [this, offer] { this->use(offer); });
    }
    m_layout->addWidget(m_offers);
    m_offers->show();
}

void ConnectionPanel::use(const ServerOffer &offer)
{
    const Result<> applied = m_hub.apply(offer.changes); // forgets what was said before
    m_found->setText(applied ? Tr::tr("%1 is in use.").arg(offer.name) : applied.error().message);
}

} // namespace assay::ui
