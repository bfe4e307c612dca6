// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/tuning_model.h"

#include "models/model_advice.h"
#include "ui/kit/tr.h"

#include <QtCore/QPointer>

namespace assay::ui {

using namespace Qt::StringLiterals;

TuningModel::TuningModel(SettingsHub &hub, QObject *parent)
    : QObject(parent), m_hub(hub), m_differences(hub.differenceAgainstFile())
{
    connect(&m_hub, &SettingsHub::changed, this, &TuningModel::takeHub);
    connect(&m_hub, &SettingsHub::saved, this, &TuningModel::takeHub);
}

const SettingValue &TuningModel::value(int index) const
{
    const auto drafted = m_draft.constFind(index);
    return drafted == m_draft.cend() ? m_hub.current().at(index).value : *drafted;
}

SettingValue TuningModel::inFile(int index) const
{
    const auto differs = std::ranges::find(m_differences, index, &SettingDifference::index);
    return differs == m_differences.end() ? m_hub.current().at(index).value : differs->inFile;
}

std::optional<QString> TuningModel::draft(int index, const SettingValue &value)
{
    if (const std::optional<SettingProblem> wrong = checkSetting(settingAt(index), value)) {
        const QString text = Tr::tr("%1: %2").arg(labelOf(settingAt(index)), wrong->what);
        say(text, true);
        return text;
    }
    m_notice = {};
    if (m_hub.current().at(index).value == value)
        m_draft.remove(index);
    else
        m_draft.insert(index, value);
    Q_EMIT changed();
    return std::nullopt;
}

QStringList TuningModel::effects() const
{
    QStringList all;
    for (auto one = m_draft.cbegin(); one != m_draft.cend(); ++one)
        all.append(describeEffect(settingAt(one.key()), m_hub.current().at(one.key()).value, *one));
    all.append(adviceOnModels());
    return all;
}

QStringList TuningModel::adviceOnModels() const
{
    QStringList all;
    for (auto one = m_draft.cbegin(); one != m_draft.cend(); ++one) {
        const TextForm form = settingAt(one.key()).form;
        if (form != TextForm::Model && form != TextForm::JudgeModel)
            continue;
        const ModelAdvice advice = adviseOnModel(
            std::get<QString>(*one), form == TextForm::Model ? ModelUse::Answer : ModelUse::Judge);
        if (!advice.text.isEmpty() && !all.contains(advice.text))
            all.append(advice.text);
    }
    return all;
}

bool TuningModel::applyDraft()
{
    // takeHub() drops from the draft what came into force; when nothing did, it is kept.
    const SettingChanges wanted = m_draft;
    const Result<> done = m_hub.apply(wanted);
    if (!done)
        say(done.error().message, true);
    return done.has_value();
}

void TuningModel::apply()
{
    const QStringList advice = adviceOnModels();
    if (!m_draft.isEmpty() && applyDraft())
        say((QStringList(
                 Tr::tr("Revision %1 in force; the next attempt obeys it.").arg(m_hub.current().revision())) +
             advice)
                .join(u' '));
}

bool TuningModel::canRevert() const
{
    return !m_draft.isEmpty() || !m_differences.isEmpty();
}

void TuningModel::revert()
{
    if (!m_draft.isEmpty()) {
        m_draft.clear();
        say(Tr::tr("Changes dropped; revision %1 stays in force.").arg(m_hub.current().revision()));
        return;
    }
    const int before = m_hub.current().revision();
    m_hub.revertToFile();
    if (m_hub.current().revision() != before)
        say(Tr::tr("Back to the file: revision %1 in force.").arg(m_hub.current().revision()));
}

QString TuningModel::undo()
{
    const QString what = m_hub.undoText();
    m_hub.undo();
    if (!what.isEmpty())
        say(Tr::tr("Undone: %1. Revision %2 in force.").arg(what).arg(m_hub.current().revision()));
    return what;
}

QString TuningModel::redo()
{
    const QString what = m_hub.redoText();
    m_hub.redo();
    if (!what.isEmpty())
        say(Tr::tr("Done again: %1. Revision %2 in force.").arg(what).arg(m_hub.current().revision()));
    return what;
}

Result<> TuningModel::applyProfile(const QString &name)
{
    const int dropped = draftCount();
    m_draft.clear();
    const Result<> done = m_hub.applyProfile(name);
    if (!done) {
        say(done.error().message, true);
        return done;
    }
    QString text =
        Tr::tr("Profile %1 in force, revision %2.").arg(profileTitle(name)).arg(m_hub.current().revision());
    if (dropped > 0)
        text += u' ' + (dropped == 1 ? Tr::tr("1 unsaved change was dropped.")
                                     : Tr::tr("%n unsaved changes were dropped.", nullptr, dropped));
    say(text);
    return done;
}

QString TuningModel::profileText() const
{
    const QString name = m_hub.current().profile();
    return m_hub.differsFromProfile() ? profileTitle(name) + u" •"_s : profileTitle(name);
}

void TuningModel::saveToFile()
{
    if (!m_draft.isEmpty() && !applyDraft())
        return;
    if (m_differences.isEmpty()) {
        say(Tr::tr("The file has all of it already."));
        return;
    }
    writeFile();
}

bool TuningModel::saveProfile(const QString &name)
{
    if (const Result<> usable = checkProfileName(name.trimmed()); !usable) {
        say(usable.error().message, true);
        return false;
    }
    if (m_draft.isEmpty() || applyDraft())
        writeProfile(name.trimmed());
    return true;
}

QCoro::Task<> TuningModel::writeFile()
{
    const QPointer<TuningModel> alive(this);
    const QString file = m_hub.file();
    const Result<> written = co_await m_hub.saveToFile();
    if (!alive)
        co_return;
    if (written)
        say(Tr::tr("Saved to %1.").arg(file));
    else
        say(written.error().message, true);
}

QCoro::Task<> TuningModel::writeProfile(QString name)
{
    const QPointer<TuningModel> alive(this);
    const Result<> written = co_await m_hub.saveProfile(name);
    if (!alive)
        co_return;
    if (written)
        say(Tr::tr("Profile %1 saved.").arg(profileTitle(name)));
    else
        say(written.error().message, true);
}

void TuningModel::say(const QString &text, bool problem)
{
    m_notice = {.problem = problem, .text = text};
    Q_EMIT changed();
}

void TuningModel::takeHub()
{
    // What was drafted and has come into force by another way is no change any more.
    m_draft.removeIf([this](const SettingChanges::iterator &one) {
        return m_hub.current().at(one.key()).value == one.value();
    });
    m_differences = m_hub.differenceAgainstFile();
    // What was said of an older revision is no longer so; whoever changed it from here says what is.
    m_notice = {};
    Q_EMIT changed();
}

} // namespace assay::ui
