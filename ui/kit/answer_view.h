// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/answer_text.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace assay::ui {

/// An answer: plain text with the tiny inline format of `parseAnswer`, laid out by ourselves.
/// Selectable and copyable; Left and Right walk the citations, Enter opens one. Put it into a
/// scroll area or a layout: it asks for its height by `heightForWidth`.
class AnswerView final : public QWidget
{
    Q_OBJECT

public:
    /// Most characters shown; the rest is counted in a last line.
    static constexpr qsizetype maximum = 1'200'000;

    explicit AnswerView(QWidget *parent = nullptr);

    /// Replaces the answer. Long ones come in slices; until then their height is estimated.
    void setText(const QString &text);
    /// Adds a piece of a stream; lays out only the last paragraph.
    void append(const QString &piece);
    /// Shows the caret block at the end.
    void setStreaming(bool on);
    /// The answer as received.
    const QString &text() const { return m_source; }
    QString selectedText() const;
    void selectAll();
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Puts the selection, or all without one, on the clipboard as plain text.
    void copy();

Q_SIGNALS:
    /// The label of a citation ("1", "T1") was clicked or Enter pressed on it.
    void citationActivated(const QString &label);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void slice();
    bool feed(qsizetype characters, bool layNow);
    void relayout();
    void noteHeight();
    void walkCitations(int step);
    QString hiddenNote() const;

    QString m_source;
    /// Characters of the source given to the layout so far.
    qsizetype m_fed = 0;
    AnswerText m_text;
    QTimer m_slices;
    AnswerText::Place m_anchor;
    AnswerText::Place m_cursor;
    AnswerText::Place m_cited;
    bool m_byKeyboard = false; ///< the focus came by a key: then it is shown before anything is selected
    QString m_pressed;
    int m_knownHeight = -1;
    bool m_streaming = false;
};

} // namespace assay::ui
