// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "turn/turn.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace assay::ui {

class Button;
class PlainLabel;
class PlainTextView;
class WrappedText;

/// A sheet over the right of its parent that shows one source as plain text. Esc closes it and gives the
/// focus back.
class SourceSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceSheet(QWidget *parent);

    /// Shows what the turn had of it, with what `answer` took from it marked; the whole passage may follow.
    void open(const Evidence &evidence, const QString &answer);
    /// The whole passage, or why it cannot be shown; ignored when another source is open by now.
    void setPassage(const QString &sourceId, const Result<Evidence> &passage);
    void close();
    const QString &sourceId() const { return m_sourceId; }
    /// What is shown, as the source has it.
    const QString &shownText() const { return m_source; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void showText(const QString &text);

    QString m_sourceId;
    QString m_label;
    QString m_answer;
    QString m_source;
    QPointer<QWidget> m_before;
    PlainLabel *m_mark;
    WrappedText *m_title;
    PlainLabel *m_facts;
    WrappedText *m_problem;
    PlainTextView *m_text;
    Button *m_close;
};

} // namespace assay::ui
