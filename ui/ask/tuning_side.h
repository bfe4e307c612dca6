// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/tuning_model.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QMenu;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace assay::ui {

class Actions;
class Button;
class PlainLabel;
class WrappedText;

/// The tuning panel's second column: profile, what applying will do in words, undo, redo and save.
class TuningSide final : public QWidget
{
    Q_OBJECT

public:
    /// How far its words stand inside it: as far as the text of a ghost button does.
    static constexpr int inset = 6;

    TuningSide(TuningModel &model, Actions &actions, QWidget *parent = nullptr);

    /// Shows the model's state anew.
    void refresh();
    /// Puts figures between the words and the buttons; they are shown when their owner shows them.
    void addFigures(QWidget *figures);
    /// Opens the list of profiles.
    void chooseProfile();
    /// Opens the field for the name of a new profile.
    void nameProfile();
    /// What stands in the words now.
    QString words() const;

private:
    QWidget *makeProfileRow(Actions &actions);
    QWidget *makeHistoryRow(Actions &actions);
    void fillMenu(QMenu &menu);
    void keepProfile();
    void leaveName();
    bool eventFilter(QObject *watched, QEvent *event) override;

    TuningModel &m_model;
    QKeySequence m_saveKeys;
    QStackedWidget *m_top;
    Button *m_profile;
    QLineEdit *m_name;
    PlainLabel *m_heading;
    WrappedText *m_words;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    Button *m_undo;
    Button *m_redo;
    Button *m_save;
};

} // namespace assay::ui
