// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/prompt_host.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;

namespace assay::ui {

class Button;
class DiffView;
class ExampleList;
class PlainLabel;
class PlainTextView;
class Stepper;
class WrappedText;

/// What a text differs by from one of the versions.
class PromptDiffPage final : public QWidget
{
    Q_OBJECT

public:
    explicit PromptDiffPage(QWidget *parent = nullptr);

    /// @param against version to begin with; the choice stays while the template stays
    void setVersions(PromptKind kind, const QList<PromptVersion> &versions, int against);
    int against() const;
    void setTexts(const QString &before, const QString &after);
    QComboBox *chooser() { return m_against; }

Q_SIGNALS:
    void againstChanged();

private:
    std::optional<PromptKind> m_kind;
    QComboBox *m_against;
    PlainLabel *m_same;
    DiffView *m_diff;
};

/// What would be sent for a recorded turn.
class PromptSentPage final : public QWidget
{
    Q_OBJECT

public:
    explicit PromptSentPage(QWidget *parent = nullptr);

    void setTurns(const Result<QList<PromptTurn>> &turns);
    /// Empty where there is none.
    QString turnId() const;
    void setRendered(const Result<RenderedPrompt> &rendered);
    QComboBox *chooser() { return m_turns; }
    QString shown() const;

Q_SIGNALS:
    void turnChanged();

private:
    QComboBox *m_turns;
    WrappedText *m_note;
    PlainTextView *m_text;
};

/// Asks a suite with the prompts in force and once more with this text.
class PromptTrialPage final : public QWidget
{
    Q_OBJECT

public:
    PromptTrialPage(Button *run, Button *stop, QWidget *parent = nullptr);

    QString suite() const;
    int limit() const;
    void setNote(const QString &note);
    void setProgress(const TrialProgress &now);
    void setResult(const Result<PromptTrial> &trial);
    QString shown() const;

private:
    QComboBox *m_suite;
    Stepper *m_limit;
    WrappedText *m_note;
    WrappedText *m_result;
};

/// Picks turns that were labelled good.
class PromptExamplePage final : public QWidget
{
    Q_OBJECT

public:
    explicit PromptExamplePage(Button *take, QWidget *parent = nullptr);

    void setTurns(const Result<QList<PromptExample>> &turns);
    QString like() const;
    int nearest() const;
    QList<PromptExample> chosen() const;
    QLineEdit *field() { return m_like; }
    ExampleList &list() { return *m_list; }
    QString said() const;

Q_SIGNALS:
    void likeEdited();

private:
    QLineEdit *m_like;
    Stepper *m_nearest;
    WrappedText *m_said;
    ExampleList *m_list;
    Button *m_take;
};

} // namespace assay::ui
