// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"
#include "ui/alerts/rule_list.h"
#include "ui/filter/shared_scope.h"

#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QSplitter;
class QStackedWidget;

namespace assay::ui {

class Actions;
class AlertsHeader;
class EmptyState;
class ErrorState;
class LinesSheet;
class NoteSheet;
class PlainLabel;
class RuleEditor;
class RulePage;
class ScopeChip;
class SearchField;
class SegmentedTabs;
class SilenceSheet;
class Toast;

/// The Alerts workspace: rules by how they stand, what each measured and when it fired, the turns behind, and
/// an editor that tries a rule on what is recorded before it is saved.
///
/// Threading: UI thread; evaluating, history and backtests run on threads of the host.
class AlertsWorkspace final : public QWidget
{
    Q_OBJECT

public:
    /// @param who the operator, for the history. `host` and `actions` outlive this.
    AlertsWorkspace(AlertHost &host, Actions &actions, const QString &who, QWidget *parent = nullptr);
    ~AlertsWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    void focusDefault();
    /// Takes the operator's last action back.
    void undo();
    /// Shows a rule; its firing too, where one is named.
    void showRule(const QString &rule, const QString &firingId = {});
    /// Only firings of this piece of time, with a turn behind them that the filter lets through.
    void setShared(const SharedScope &scope);
    /// Said under the list: why nothing comes to the desktop; empty = it does.
    void setDesktopNote(const QString &note);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    /// Reads a Prometheus rule file and shows what it would bring, or what is wrong with it and where.
    void importFile(const QString &path);
    void exportFile(const QString &path);

    RuleList &list() { return *m_list; }
    RulePage &page() { return *m_page; }
    RuleEditor &editor() { return *m_editor; }
    NoteSheet &noteSheet() { return *m_noteSheet; }
    SilenceSheet &silenceSheet() { return *m_silenceSheet; }
    LinesSheet &linesSheet() { return *m_linesSheet; }
    SearchField &search() { return *m_search; }
    bool isEditing() const;
    const AlertRules &rules() const { return m_rules; }
    /// Which of the five states the list is in.
    enum class Shown : std::uint8_t { Content, Loading, Empty, Filtered, Failed };
    Shown shown() const;

Q_SIGNALS:
    /// For the status bar.
    void statusText(const QString &text);
    /// Narrow Triage, or Events, to what is behind a firing and go there.
    void triageWanted(const assay::ui::SharedScope &scope);
    void eventsWanted(const assay::ui::SharedScope &scope);
    /// Show this turn in Ask.
    void turnWanted(const QString &threadId, const QString &turnId);
    void scopeClearWanted();
    void stateChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // alerts_workspace.cpp
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeActionRow();
    void connectParts();
    void connectActions();
    void readRules();
    void takeOverview();
    void showStates();
    void chooseRow();
    void askHistory();
    void takeHistory();
    QString rangeName() const;

    // alerts_workspace_work.cpp
    void edit();
    void newRule();
    void startEditing(const AlertRule &rule, const QString &original);
    void stopEditing();
    void saveRule();
    void saveRules(const AlertRules &rules, const QString &said);
    void leave();
    void acknowledge();
    void note();
    void linkPolicy();
    void takePolicies(const QString &firingId, const QList<PolicyUse> &policies);
    void toggleDelivery(bool AlertDelivery::*what, const QString &on, const QString &off);
    void openMore();
    void silence();
    void addSilence(const AlertSilence &silence);
    void endSilences(const QList<AlertSilence> &silences);
    void toggleRule();
    void removeRule();
    void chooseImport();
    void chooseExport();
    void takeImport(const QString &path, const AlertImport &import);
    void openTurn();
    std::optional<SharedScope> scopeOfFiring(bool threads) const;
    void openRowMenu(const QPoint &at);
    QList<AlertSilence> silencesOf(const AlertRule &rule) const;
    void tell(const QString &text);
    void remember(std::function<void()> back);

    AlertHost &m_host;
    Actions &m_actions;
    QString m_who;
    AlertRules m_rules; ///< as the file has them
    std::optional<Error> m_failure;
    bool m_wantsFocus = false; ///< the list is to have it once it is there
    bool m_known = false;      ///< the rules were read
    SharedScope m_scope;
    Filter m_scopeFilter;
    std::optional<AlertBacktest> m_measured; ///< of the rule in hand
    std::optional<QList<AlertEntry>> m_entries;
    QString m_historyProblem;
    QString m_historyOf;    ///< rule whose history is shown or on its way
    QStringList m_openSeen; ///< firings of the rule in hand when its history was read
    TimeRange m_range;
    quint64 m_asked = 0;
    bool m_warned = false; ///< that leaving loses what was typed
    QString m_wantedFiring;
    QList<std::function<void()>> m_undo;

    QPointer<AlertsHeader> m_header;
    SearchField *m_search;
    SegmentedTabs *m_length;
    ScopeChip *m_chip;
    RuleList *m_list;
    QStackedWidget *m_states;
    EmptyState *m_filtered;
    ErrorState *m_error;
    PlainLabel *m_trouble;
    RulePage *m_page;
    EmptyState *m_none; ///< where no rule is in hand
    RuleEditor *m_editor;
    QStackedWidget *m_right;
    QWidget *m_actionRow;
    QSplitter *m_across;
    NoteSheet *m_noteSheet = nullptr;
    SilenceSheet *m_silenceSheet = nullptr;
    LinesSheet *m_linesSheet = nullptr;
    Toast *m_toast = nullptr;
    QString m_desktopNote;
    QTimer m_soon;  ///< a rule stays in hand this long before its history is read
    QTimer m_again; ///< while it is shown, the range moves on
};

} // namespace assay::ui
