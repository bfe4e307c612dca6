// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/prompts_page.h"

#include "agent/policy_from_settings.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"
#include "ui/learn/prompt_lists.h"
#include "ui/learn/prompt_views.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int turnsOffered = 100;
constexpr int goodTurnsOffered = 30;

} // namespace

void PromptsPage::connectParts()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(250);
    connect(&m_soon, &QTimer::timeout, this, &PromptsPage::updateView);
    connect(m_list, &PromptList::activated, this, [this](int row) { choose(static_cast<PromptKind>(row)); });
    connect(m_versions, &PromptVersionList::activated, this, [this](int row) {
        m_drafts.remove(static_cast<int>(m_kind));
        openVersion(m_versions->versions().at(row).version);
    });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &PromptsPage::edited);
    connect(m_tabs, &SegmentedTabs::currentChanged, this, [this](int view) {
        m_views->setCurrentIndex(view);
        updateView();
    });
    connect(m_diff, &PromptDiffPage::againstChanged, this, &PromptsPage::updateView);
    connect(m_sent, &PromptSentPage::turnChanged, this, &PromptsPage::updateView);
    connect(m_examples, &PromptExamplePage::likeEdited, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_host, &PromptHost::progressed, m_trial, &PromptTrialPage::setProgress);
    connect(m_failed, &ErrorState::retry, this, &PromptsPage::read);
}

void PromptsPage::connectActions()
{
    const std::pair<ActionId, std::function<void()>> table[] = {
        {ActionId::KeepPrompt, [this] { keep(); }},
        {ActionId::PromotePrompt, [this] { promote(); }},
        {ActionId::RollBackPrompt, [this] { rollBack(); }},
        {ActionId::ShowPromptText, [this] { showView(View::Text); }},
        {ActionId::ShowPromptDifference, [this] { showView(View::Difference); }},
        {ActionId::ShowPromptSent, [this] { showView(View::Sent); }},
        {ActionId::ShowPromptTrial, [this] { showView(View::Trial); }},
        {ActionId::ShowPromptExamples, [this] { showView(View::Examples); }},
        {ActionId::TryPrompt, [this] { tryText(); }},
        {ActionId::StopPromptTrial, [this] { m_host.stop(); }},
        {ActionId::TakePromptExamples, [this] { takeExamples(); }},
    };
    for (const auto &[id, run] : table)
        connect(m_actions.at(id), &QAction::triggered, this, run);
    m_actions.at(ActionId::StopPromptTrial)->setEnabled(false);
}

void PromptsPage::focusDefault()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void PromptsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void PromptsPage::refresh()
{
    if (isVisible() && m_views->currentIndex() == static_cast<int>(View::Sent))
        updateView();
}

void PromptsPage::read()
{
    m_host.readOverview(this, [this](const Result<PromptOverview> &overview) { take(overview); });
}

void PromptsPage::take(const Result<PromptOverview> &overview)
{
    m_states->setCurrentIndex(overview ? 0 : 1);
    if (!overview) {
        m_failed->setError(overview.error().message, {});
        return;
    }
    m_overview = *overview;
    m_list->setOverview(m_overview);
    m_list->setSelected(static_cast<int>(m_kind));
    m_versions->setVersions(versionsOf(m_kind));
    QStringList changed;
    int inForce = 1;
    for (const QList<PromptVersion> &versions : m_overview.versions)
        for (const PromptVersion &one : versions) {
            if (one.inForce && one.version > 1)
                changed.append(u"%1 v%2"_s.arg(promptLabel(one.kind)).arg(one.version));
            if (one.inForce && one.kind == m_kind)
                inForce = one.version;
        }
    Q_EMIT factsText(changed.isEmpty() ? Tr::tr("the prompts that come with Assay are in force")
                                       : Tr::tr("in force: %1").arg(changed.join(u", "_s)));
    updateActions();
    const int wanted = std::exchange(m_wanted, 0);
    openVersion(wanted > 0 ? wanted : m_version > 0 ? m_version : inForce);
}

const QList<PromptVersion> &PromptsPage::versionsOf(PromptKind kind) const
{
    static const QList<PromptVersion> none;
    const auto at = static_cast<qsizetype>(kind);
    return at < m_overview.versions.size() ? m_overview.versions.at(at) : none;
}

const PromptVersion *PromptsPage::versionInHand() const
{
    const QList<PromptVersion> &all = versionsOf(m_kind);
    const auto found = std::ranges::find(all, m_version, &PromptVersion::version);
    return found == all.end() ? nullptr : &*found;
}

void PromptsPage::choose(PromptKind kind)
{
    if (isChanged())
        m_drafts[static_cast<int>(m_kind)] = {.from = m_version, .text = m_editor->toPlainText()};
    m_kind = kind;
    m_version = m_drafts.contains(static_cast<int>(kind)) ? m_drafts[static_cast<int>(kind)].from : 0;
    m_list->setCurrent(static_cast<int>(kind));
    read();
}

void PromptsPage::openVersion(int version)
{
    m_version = version;
    m_host.readText(m_kind, version, this, [this, kind = m_kind, version](const Result<ChosenPrompt> &text) {
        if (kind == m_kind && version == m_version)
            takeText(text);
    });
}

void PromptsPage::takeText(const Result<ChosenPrompt> &text)
{
    if (!text) {
        m_failed->setError(text.error().message, {});
        m_states->setCurrentIndex(1);
        return;
    }
    m_kept = text->text;
    const auto draft = m_drafts.constFind(static_cast<int>(m_kind));
    const QString shown = draft == m_drafts.cend() ? m_kept : draft->text;
    if (m_editor->toPlainText() != shown) {
        const QSignalBlocker quiet(m_editor);
        m_editor->setPlainText(shown);
    }
    const QList<PromptVersion> &rows = m_versions->versions();
    const auto at = std::ranges::find(rows, m_version, &PromptVersion::version);
    m_versions->setSelected(at == rows.end() ? -1 : static_cast<int>(at - rows.begin()));
    m_title->setText(promptLabel(m_kind));
    m_purpose->setText(promptPurpose(m_kind));
    const QList<PromptVersion> &all = versionsOf(m_kind);
    const auto inForce = std::ranges::find_if(all, &PromptVersion::inForce);
    const int now = inForce == all.end() ? 1 : inForce->version;
    m_diff->setVersions(m_kind, all, now == m_version && m_version > 1 ? m_version - 1 : now);
    say({}, false);
    edited();
    updateView();
}

bool PromptsPage::isChanged() const
{
    return m_version > 0 && tidyPrompt(m_editor->toPlainText()) != m_kept;
}

void PromptsPage::edited()
{
    const bool changed = isChanged();
    if (changed)
        m_drafts[static_cast<int>(m_kind)] = {.from = m_version, .text = m_editor->toPlainText()};
    else
        m_drafts.remove(static_cast<int>(m_kind));
    m_list->setChanged(m_kind, changed);
    const PromptVersion *version = versionInHand();
    const bool inForce = version && version->inForce;
    m_state->setText(changed   ? Tr::tr("v%1, changed and not kept").arg(m_version)
                     : inForce ? Tr::tr("v%1, in force").arg(m_version)
                               : Tr::tr("v%1, not in force").arg(m_version));
    m_state->setTone(changed ? Tone::Near : inForce ? Tone::Pass : Tone::Second);
    updateActions();
    updateSaid();
    m_soon.start();
}

void PromptsPage::updateActions()
{
    const bool changed = isChanged();
    const PromptVersion *version = versionInHand();
    m_actions.at(ActionId::KeepPrompt)->setEnabled(changed);
    m_actions.at(ActionId::PromotePrompt)->setEnabled(changed || !version || !version->inForce);
    const bool promoted = std::ranges::any_of(
        versionsOf(m_kind), [](const PromptVersion &one) { return one.inForce && one.version > 1; });
    m_actions.at(ActionId::RollBackPrompt)->setEnabled(promoted);
}

/// The first thing that is wrong with the text, as soon as it is written.
void PromptsPage::updateSaid()
{
    const QList<PromptProblem> problems = checkPrompt(m_kind, m_editor->toPlainText());
    if (!problems.isEmpty())
        say(Tr::tr("Line %1, column %2: %3")
                .arg(QString::number(problems.first().line), QString::number(problems.first().column),
                     problems.first().what),
            true);
    else if (isChanged())
        say({}, false);
}

void PromptsPage::updateView()
{
    const QString text = m_editor->toPlainText();
    switch (static_cast<View>(m_views->currentIndex())) {
    case View::Text: break;
    case View::Difference:
        m_host.readText(m_kind, m_diff->against(), this, [this, text](const Result<ChosenPrompt> &before) {
            if (before)
                m_diff->setTexts(before->text, tidyPrompt(text));
            else
                say(before.error().message, true);
        });
        break;
    case View::Sent:
        m_host.readTurns(turnsOffered, this, [this, text](const Result<QList<PromptTurn>> &turns) {
            m_sent->setTurns(turns);
            if (!m_sent->turnId().isEmpty())
                m_host.render(m_kind, text, m_sent->turnId(), this,
                              [this](const Result<RenderedPrompt> &shown) { m_sent->setRendered(shown); });
        });
        break;
    case View::Trial: m_trial->setNote(unreadPromptNote(m_kind, policyFromSettings(m_hub.current()))); break;
    case View::Examples:
        m_host.readGoodTurns(
            m_examples->like(), goodTurnsOffered, this,
            [this](const Result<QList<PromptExample>> &turns) { m_examples->setTurns(turns); });
        break;
    }
}

void PromptsPage::showView(View view)
{
    m_tabs->setCurrent(static_cast<int>(view));
    switch (view) {
    case View::Text: m_editor->setFocus(Qt::OtherFocusReason); break;
    case View::Difference: m_diff->chooser()->setFocus(Qt::OtherFocusReason); break;
    case View::Sent: m_sent->chooser()->setFocus(Qt::OtherFocusReason); break;
    case View::Trial: break;
    case View::Examples: m_examples->field()->setFocus(Qt::OtherFocusReason); break;
    }
}

void PromptsPage::keep()
{
    m_host.keep(m_kind, m_editor->toPlainText(), {}, this,
                [this, kind = m_kind](const Result<PromptVersion> &kept) {
                    if (!kept)
                        return say(kept.error().message, true);
                    m_drafts.remove(static_cast<int>(kind));
                    m_list->setChanged(kind, false);
                    if (kind == m_kind) {
                        m_kept = tidyPrompt(m_editor->toPlainText());
                        m_wanted = kept->version;
                        m_version = kept->version;
                    }
                    read();
                });
}

void PromptsPage::promote()
{
    if (isChanged())
        return say(Tr::tr("The text is not kept yet: keep it first, so that it can be returned to."), true);
    m_host.promote(m_kind, m_version, this, [this](const Result<PromptEvent> &done) {
        if (!done)
            return say(done.error().message, true);
        m_wanted = done->version;
        read();
    });
}

void PromptsPage::rollBack()
{
    m_host.rollBack(m_kind, this, [this](const Result<PromptEvent> &done) {
        if (!done)
            return say(done.error().message, true);
        m_wanted = done->version;
        read();
    });
}

void PromptsPage::undo()
{
    if (isChanged())
        m_editor->undo();
    else
        rollBack();
}

void PromptsPage::tryText()
{
    showView(View::Trial);
    const PromptTrialOrder order{.kind = m_kind,
                                 .text = m_editor->toPlainText(),
                                 .suite = m_trial->suite(),
                                 .limit = m_trial->limit()};
    // In this order the focus goes from one button to the other.
    m_actions.at(ActionId::StopPromptTrial)->setEnabled(true);
    m_actions.at(ActionId::TryPrompt)->setEnabled(false);
    m_host.tryText(order, this, [this](const Result<PromptTrial> &trial) {
        const bool hadFocus = isAncestorOf(QApplication::focusWidget());
        m_actions.at(ActionId::TryPrompt)->setEnabled(true);
        m_actions.at(ActionId::StopPromptTrial)->setEnabled(false);
        m_trial->setResult(trial);
        if (hadFocus && !isAncestorOf(QApplication::focusWidget())) // the button that had it is off now
            m_tabs->setFocus(Qt::OtherFocusReason);
    });
}

void PromptsPage::takeExamples()
{
    const QList<PromptExample> chosen = m_examples->chosen();
    if (chosen.isEmpty())
        return;
    m_host.readText(PromptKind::Examples, 1, this,
                    [this, chosen, nearest = m_examples->nearest()](const Result<ChosenPrompt> &shipped) {
                        if (!shipped)
                            return say(shipped.error().message, true);
                        const ExamplePool pool{
                            .introduction = shipped->text, .nearest = nearest, .examples = chosen};
                        if (isChanged() && m_kind != PromptKind::Examples)
                            m_drafts[static_cast<int>(m_kind)] = {m_version, m_editor->toPlainText()};
                        m_drafts[static_cast<int>(PromptKind::Examples)] = {1, examplesText(pool)};
                        m_kind = PromptKind::Examples;
                        m_version = 1;
                        m_list->setCurrent(static_cast<int>(m_kind));
                        m_tabs->setCurrent(static_cast<int>(View::Text));
                        read();
                    });
}

void PromptsPage::say(const QString &text, bool problem)
{
    m_said->setTone(problem ? Tone::Fail : Tone::Second);
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

QString PromptsPage::said() const
{
    return m_said->isHidden() ? QString() : m_said->shown();
}

} // namespace assay::ui
