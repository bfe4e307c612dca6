// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QScrollArea;
class QVBoxLayout;

namespace assay::ui {

class Button;
class EmptyState;

/// The messages a draft was asked with, as sent; one draft at a time.
class PromptView final : public QWidget
{
    Q_OBJECT

public:
    explicit PromptView(QWidget *parent = nullptr);

    /// The newest draft is chosen when another turn comes; a chosen one stays chosen.
    void setTurn(const Turn &turn);

private:
    struct Draft
    {
        QString name{};
        QList<PromptMessage> messages{};
        QString key{}; ///< tells drafts apart without comparing their texts
    };

    static QList<Draft> draftsOf(const Turn &turn);
    void showDraft(int index);
    void copyAll() const;

    QString m_turnId;
    QString m_shownKey;
    QList<Draft> m_drafts;
    QComboBox *m_chooser;
    Button *m_copy;
    QScrollArea *m_scroll;
    QVBoxLayout *m_messages;
    EmptyState *m_empty;
};

} // namespace assay::ui
