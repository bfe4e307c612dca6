// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/tuning_what_if.h"

#include "service/policy_edit.h"
#include "ui/ask/what_if_curve.h"
#include "ui/ask/what_if_figures.h"
#include "ui/kit/tr.h"

namespace assay::ui {

namespace {

constexpr std::chrono::milliseconds pause{60};

} // namespace

TuningWhatIf::TuningWhatIf(TuningModel &model, const QString &storePath, QWidget *parent)
    : QObject(parent), m_model(model), m_host(storePath), m_figures(new WhatIfFigures(parent)),
      m_curve(new WhatIfCurve(parent))
{
    m_figures->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &TuningWhatIf::ask);
    connect(&m_model, &TuningModel::changed, this, &TuningWhatIf::modelChanged);
    connect(&m_host, &WhatIfHost::answered, this, [this](quint64, const WhatIfReply &reply) { show(reply); });
    connect(&m_host, &WhatIfHost::refused, this, [this](quint64, const Error &error) { showRefusal(error); });
    connect(m_curve, &WhatIfCurve::thresholdWanted, this, [this](double threshold) {
        m_model.draft("cost.confidence_threshold"_setting.index, threshold);
    });
    m_pause.start();
}

SettingChanges TuningWhatIf::replayable() const
{
    SettingChanges changes = m_model.drafted();
    changes.removeIf([](const auto &entry) { return !isReplayable(entry.key()); });
    return changes;
}

void TuningWhatIf::modelChanged()
{
    if (replayable().isEmpty())
        hideFigures(); // at once: nothing is drafted any more
    m_pause.start();
}

void TuningWhatIf::ask()
{
    const SettingChanges changes = replayable();
    if (m_everAsked && changes == m_asked && !changes.isEmpty()) {
        showFigures(); // what they say holds
        return;
    }
    m_everAsked = true;
    m_asked = changes;
    m_host.ask(changes);
}

void TuningWhatIf::showFigures()
{
    if (replayable().isEmpty())
        return hideFigures();
    m_figures->show();
    Q_EMIT headline(m_figures->headline());
}

void TuningWhatIf::hideFigures()
{
    m_figures->hide();
    Q_EMIT headline({});
}

void TuningWhatIf::show(const WhatIfReply &reply)
{
    m_figures->setAnswer(reply.answer);
    showFigures();
    m_curve->setReply(reply);
}

void TuningWhatIf::showRefusal(const Error &error)
{
    m_figures->setRefusal(error.message);
    showFigures();
    if (m_asked.isEmpty()) // else the curve of before still holds, but for the drafted point
        m_curve->setRefusal(error.code == Errc::NotFound ? Tr::tr("No turns are recorded yet.")
                                                         : error.message);
}

} // namespace assay::ui
