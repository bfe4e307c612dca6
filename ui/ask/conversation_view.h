// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/ask_state.h"

#include <QtWidgets/QWidget>

class QAbstractButton;
class QAction;
class QStackedLayout;

namespace assay::ui {

class Actions;
class Button;
class CardScroller;
class ErrorState;
class PlainLabel;
class TurnCard;

/// What a new thread shows: what answers here, and questions to begin with.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    /// @param sampleData offered below the questions, unless it is hidden
    explicit WelcomePage(QAction *sampleData, QWidget *parent = nullptr);

    /// Says in one line that the embedded model answers, or that `model` does.
    void setModel(bool offline, const QString &model);
    static QStringList sampleQuestions();
    QList<QAbstractButton *> buttons() const { return m_buttons; }

Q_SIGNALS:
    void questionChosen(const QString &question);

private:
    PlainLabel *m_mode;
    QList<QAbstractButton *> m_buttons;
};

/// The turns of the thread in AskState, or the state that stands in for them: loading, error, empty.
class ConversationView final : public QWidget
{
    Q_OBJECT

public:
    ConversationView(AskState &state, Actions &actions, Clock clock = utcNow, QWidget *parent = nullptr);

    WelcomePage &welcome() { return *m_welcome; }
    CardScroller &scroller() { return *m_scroller; }
    /// The selected card; nullptr without one.
    TurnCard *selectedCard();
    /// Selects the turn `step` further on and gives it the focus.
    void move(int step);
    void focusSelected();
    /// Shows the newest turn, and stays there.
    void toNewest();
    /// Keeps a sheet over the whole conversation, whatever its size becomes. Hidden until shown.
    void setOverlay(QWidget *sheet);

Q_SIGNALS:
    void turnOpened(int index);
    void sourceActivated(const QString &turnId, const QString &label);
    void labelSaved(const QString &turnId, assay::Label label, const QString &note);
    void questionChosen(const QString &question);
    void retry();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPage();
    void placeNewest();
    void followFocus(QWidget *now);

    AskState &m_state;
    QStackedLayout *m_pages;
    CardScroller *m_scroller;
    WelcomePage *m_welcome;
    QWidget *m_loading;
    ErrorState *m_error;
    Button *m_newest;
    QWidget *m_overlay = nullptr;
    bool m_unseen = false; ///< something came below while the user looked further up
};

} // namespace assay::ui
