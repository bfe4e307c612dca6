// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QPlainTextEdit>

namespace assay::ui {

/// The input of the composer: plain text, as high as its text from one line to eight, then it scrolls.
/// Holds at most `maximum` characters, so that no paste can hold up the window.
class QuestionEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr qsizetype maximum = 33'000;
    static constexpr int mostLines = 8;

    explicit QuestionEdit(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A paste had `all` characters, of which `taken` were inserted.
    void cut(qsizetype all, qsizetype taken);
    void focused(bool on);
    /// Esc, when nobody else wanted it.
    void escaped();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using QPlainTextEdit::appendHtml;
    int lines() const;
    void fit();

    int m_shownLines = 1;
};

} // namespace assay::ui
