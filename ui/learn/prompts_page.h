// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/prompt_host.h"
#include "ui/kit/actions.h"

#include <QtCore/QMap>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QStackedWidget;

namespace assay::ui {

class Button;
class ErrorState;
class PlainLabel;
class PromptDiffPage;
class PromptExamplePage;
class PromptList;
class PromptSentPage;
class PromptTrialPage;
class PromptVersionList;
class SegmentedTabs;
class WrappedText;

/// Versions of the prompts: written, compared, shown as sent, tried on a suite, put in force, taken back.
/// A text that was changed and not kept stays while another template is looked at.
///
/// Threading: UI thread.
class PromptsPage final : public QWidget
{
    Q_OBJECT

public:
    /// `host`, `hub` and `actions` outlive this.
    PromptsPage(PromptHost &host, SettingsHub &hub, Actions &actions, QWidget *parent = nullptr);

    void focusDefault();
    /// Takes the last promotion of the template in hand back.
    void rollBack();
    /// Takes the last change of the text back; where it was not changed, the last promotion.
    void undo();
    /// Turns were stored.
    void refresh();

    enum class View : std::uint8_t { Text, Difference, Sent, Trial, Examples };
    void showView(View view);

    PromptKind kind() const { return m_kind; }
    void choose(PromptKind kind);
    PromptList &list() { return *m_list; }
    PromptVersionList &versions() { return *m_versions; }
    QPlainTextEdit &editor() { return *m_editor; }
    PromptDiffPage &difference() { return *m_diff; }
    PromptSentPage &sent() { return *m_sent; }
    PromptTrialPage &trial() { return *m_trial; }
    PromptExamplePage &examples() { return *m_examples; }
    /// What was said last: a problem of the text, or what was done.
    QString said() const;

Q_SIGNALS:
    /// For the title bar: which prompts are not the shipped ones.
    void factsText(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Draft
    {
        int from = 1; ///< version it began with
        QString text{};
    };

    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeHead();
    void connectActions();
    void connectParts();
    Button *button(ActionId id, const QString &text, bool primary);
    void read();
    void take(const Result<PromptOverview> &overview);
    void openVersion(int version);
    void takeText(const Result<ChosenPrompt> &text);
    void edited();
    void updateView();
    void updateSaid();
    void updateActions();
    void keep();
    void promote();
    void tryText();
    void takeExamples();
    void say(const QString &text, bool problem);
    bool isChanged() const;
    const QList<PromptVersion> &versionsOf(PromptKind kind) const;
    const PromptVersion *versionInHand() const;

    PromptHost &m_host;
    SettingsHub &m_hub;
    Actions &m_actions;
    PromptOverview m_overview;
    PromptKind m_kind = PromptKind::Draft;
    int m_version = 0; ///< that is in the editor, or was before it was changed; 0 = none read yet
    QString m_kept;    ///< its text
    QMap<int, Draft> m_drafts;
    int m_wanted = 0; ///< version to open once the overview is read again
    QTimer m_soon;    ///< after typing

    PromptList *m_list;
    PromptVersionList *m_versions;
    PlainLabel *m_title;
    PlainLabel *m_state;
    WrappedText *m_purpose;
    WrappedText *m_said;
    SegmentedTabs *m_tabs;
    QStackedWidget *m_views;
    QPlainTextEdit *m_editor;
    PromptDiffPage *m_diff;
    PromptSentPage *m_sent;
    PromptTrialPage *m_trial;
    PromptExamplePage *m_examples;
    ErrorState *m_failed;
    QStackedWidget *m_states;
};

} // namespace assay::ui
