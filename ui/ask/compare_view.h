// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/compare_model.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QStackedWidget;

namespace assay::ui {

class ComparedFacts;
class DiffPair;
class DiffView;
class EmptyState;
class PlainLabel;
class SegmentedTabs;

/// Two answers of a turn beside each other or as one text, with what changed between them. Shown as a
/// sheet over the conversation; Esc asks to close it.
class CompareView final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(QWidget *parent = nullptr);

    /// Compares the first with the returned answer. A turn with fewer than two says so.
    void setTurn(const Turn &turn);
    /// Chooses sides by their place in comparedAnswers(); out of range is ignored.
    void compare(int left, int right);

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    void refresh();

    Turn m_turn;
    QList<ComparedAnswer> m_answers;
    PlainLabel *m_title;
    SegmentedTabs *m_mode;
    QComboBox *m_left;
    QComboBox *m_right;
    ComparedFacts *m_facts;
    QWidget *m_changes;
    DiffView *m_before;
    DiffView *m_after;
    DiffPair *m_texts;
    QStackedWidget *m_states;
    EmptyState *m_empty;
};

} // namespace assay::ui
