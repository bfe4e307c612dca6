// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/ask_state.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class Button;
class PlainLabel;

/// The title bar's content in Ask: thread, its id, what it adds up to, New thread. What does not fit is
/// left out, the least telling first.
class AskHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit AskHeader(Actions &actions, QWidget *parent = nullptr);

    /// An empty title is a new thread.
    void setThread(const QString &title, const QString &threadId, const ThreadFacts &facts);
    /// Where the list of threads opens, global.
    QPoint listPoint() const;
    Button *title() const { return m_title; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void paintParts(QPainter &painter) const;

    Button *m_title;
    Button *m_new;
    QString m_full;
    QString m_id;
    ThreadFacts m_facts;
    int m_factsLeft = 0;
    bool m_showId = true;
    bool m_showTurns = true;
    bool m_showCost = true;
    bool m_showPass = true;
};

} // namespace assay::ui
