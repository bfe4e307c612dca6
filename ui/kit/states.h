// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/icons.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace assay::ui {

class Button;
class PlainLabel;

/// Empty pane: one sentence and the one action that fills it. Also for "filtered to nothing".
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// An empty `action` leaves the button out.
    EmptyState(Icon icon, const QString &sentence, const QString &action, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    Button *button() const { return m_button; }

Q_SIGNALS:
    void activated();

private:
    PlainLabel *m_sentence;
    Button *m_button;
};

/// What went wrong, where, and a retry. Foreign text is welcome.
class ErrorState final : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorState(QWidget *parent = nullptr);

    /// `where` may be empty.
    void setError(const QString &what, const QString &where);
    Button *button() const { return m_button; }

Q_SIGNALS:
    void retry();

private:
    PlainLabel *m_what;
    PlainLabel *m_where;
    Button *m_button;
};

/// Grey bars while something loads; paints nothing in its first 150 ms, so that quick loads do not flash.
class Skeleton final : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(int lines = 5, QWidget *parent = nullptr);

    bool visibleBars() const { return m_due; }
    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_timer;
    int m_lines;
    bool m_due = false;
};

} // namespace assay::ui
