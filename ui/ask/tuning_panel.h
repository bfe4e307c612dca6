// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/tuning_model.h"

#include <QtWidgets/QWidget>

class QScrollArea;
class QVBoxLayout;

namespace assay::ui {

class Actions;
class Button;
class Hairline;
class PlainLabel;
class StateLink;
class TuningField;
class TuningSide;
class TuningWhatIf;

/// Right column below the inspector: drafts changes of the tuning, says in words what they will do, and
/// puts them in force. Two columns when wide, one when narrow.
class TuningPanel final : public QWidget
{
    Q_OBJECT

public:
    TuningPanel(SettingsHub &hub, Actions &actions, QWidget *parent = nullptr);
    ~TuningPanel() override;

    /// Says from now on what a draft would have done with the turns of this store.
    void watchTurns(const QString &storePath);

    TuningModel &model() { return m_model; }
    /// What the panel says in words now.
    QString words() const;
    /// Puts the keyboard on the first control.
    void focusFirst();
    /// Opens the list of profiles.
    void chooseProfile();

    QSize sizeHint() const override { return {448, 214}; }
    QSize minimumSizeHint() const override { return {300, 120}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead(Actions &actions);
    void makeFields();
    void connectActions(Actions &actions);
    void arrange();
    void addCurve();
    void refresh();
    void fitHead();
    void showDifference();

    TuningModel m_model;
    QAction *m_applyAction;
    PlainLabel *m_title;
    StateLink *m_state;
    Button *m_revert;
    Button *m_apply;
    QScrollArea *m_scroll;
    QVBoxLayout *m_body;
    TuningSide *m_side;
    TuningWhatIf *m_whatIf = nullptr;
    PlainLabel *m_headline;
    QList<TuningField *> m_first; ///< beside the words
    QList<TuningField *> m_left;  ///< below
    QList<TuningField *> m_right;
    TuningField *m_committee = nullptr;
    int m_columns = 0;
};

} // namespace assay::ui
