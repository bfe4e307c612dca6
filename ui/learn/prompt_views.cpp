// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/prompt_views.h"

#include "ui/ask/wrapped_text.h"
#include "ui/kit/button.h"
#include "ui/kit/controls.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/tr.h"
#include "ui/learn/prompt_lists.h"

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QScrollArea>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 8;
constexpr int mostLimit = 200;
constexpr int usualLimit = 12;

QVBoxLayout *columnOf(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    return column;
}

PlainLabel *name(const QString &text)
{
    return new PlainLabel(text, Type::Small, Tone::Second);
}

QComboBox *chooserNamed(const QString &accessibleName)
{
    auto *box = new QComboBox;
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

QScrollArea *scrolled(QWidget *inside)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

QString moneyText(const Cost &cost)
{
    return (cost.estimated ? u"≈"_s : QString()) + formatUsd(cost.amount);
}

} // namespace

PromptDiffPage::PromptDiffPage(QWidget *parent)
    : QWidget(parent), m_against(chooserNamed(Tr::tr("Version to compare with"))),
      m_same(new PlainLabel(Tr::tr("The two are the same text."), Type::Body, Tone::Second)),
      m_diff(new DiffView)
{
    auto *row = new QHBoxLayout;
    row->addWidget(name(Tr::tr("Compared with")));
    row->addWidget(m_against, 1);
    auto *column = columnOf(this);
    column->addLayout(row);
    column->addWidget(m_same);
    column->addWidget(scrolled(m_diff), 1);
    m_diff->setFocusPolicy(Qt::StrongFocus);
    m_diff->setAccessibleName(Tr::tr("Difference"));
    connect(m_against, &QComboBox::currentIndexChanged, this, &PromptDiffPage::againstChanged);
}

void PromptDiffPage::setVersions(PromptKind kind, const QList<PromptVersion> &versions, int against)
{
    const int kept = m_kind == kind ? this->against() : against;
    m_kind = kind;
    const QSignalBlocker quiet(m_against);
    m_against->clear();
    for (const PromptVersion &one : versions) {
        const QString force = one.inForce ? u" · "_s + Tr::tr("in force") : QString();
        m_against->addItem(u"v%1 · %2%3 · %4"_s.arg(QString::number(one.version), one.hash.left(8), force,
                                                    versionFactsText(one)),
                           one.version);
    }
    m_against->setCurrentIndex(std::max(0, m_against->findData(kept)));
}

int PromptDiffPage::against() const
{
    return std::max(1, m_against->currentData().toInt());
}

void PromptDiffPage::setTexts(const QString &before, const QString &after)
{
    m_same->setVisible(before == after);
    m_diff->setTexts(before, after);
}

PromptSentPage::PromptSentPage(QWidget *parent)
    : QWidget(parent), m_turns(chooserNamed(Tr::tr("Recorded turn"))),
      m_note(new WrappedText(Type::Small, QFont::Normal, Tone::Second)), m_text(new PlainTextView)
{
    auto *row = new QHBoxLayout;
    row->addWidget(name(Tr::tr("Recorded turn")));
    row->addWidget(m_turns, 1);
    auto *column = columnOf(this);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    m_text->setAccessibleName(Tr::tr("What would be sent"));
    m_text->setTabChangesFocus(true);
    connect(m_turns, &QComboBox::currentIndexChanged, this, &PromptSentPage::turnChanged);
}

void PromptSentPage::setTurns(const Result<QList<PromptTurn>> &turns)
{
    const QString before = turnId();
    const QSignalBlocker quiet(m_turns);
    m_turns->clear();
    if (turns)
        for (const PromptTurn &one : *turns)
            m_turns->addItem(visibleLine(one.question, 120), one.id);
    m_turns->setCurrentIndex(std::max(0, m_turns->findData(before)));
    m_turns->setEnabled(m_turns->count() > 0);
    m_text->setVisible(m_turns->count() > 0);
    m_note->setText(!turns ? turns.error().message
                    : m_turns->count() == 0
                        ? Tr::tr("No turn is recorded yet. Ask something, and see here what is sent.")
                        : QString());
    m_note->setVisible(!m_note->shown().isEmpty());
}

QString PromptSentPage::turnId() const
{
    return m_turns->currentData().toString();
}

void PromptSentPage::setRendered(const Result<RenderedPrompt> &rendered)
{
    m_note->setTone(rendered ? Tone::Second : Tone::Fail);
    m_note->setText(rendered ? rendered->note : rendered.error().message);
    m_note->setVisible(!m_note->shown().isEmpty());
    m_text->setText(rendered ? messagesText(rendered->messages) : QString());
}

QString PromptSentPage::shown() const
{
    return m_text->fullText();
}

PromptTrialPage::PromptTrialPage(Button *run, Button *stop, QWidget *parent)
    : QWidget(parent), m_suite(chooserNamed(Tr::tr("Suite"))),
      m_limit(new Stepper(Tr::tr("Questions of the suite"), 1, mostLimit)),
      m_note(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_result(new WrappedText(Type::Body, QFont::Normal, Tone::Primary))
{
    for (const QString &suite : {u"tool_use"_s, u"quality_evaluation"_s, u"full"_s})
        m_suite->addItem(suite, suite);
    m_limit->setValue(usualLimit);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(name(Tr::tr("Suite")));
    row->addWidget(m_suite, 1);
    row->addWidget(name(Tr::tr("Questions")));
    row->addWidget(m_limit);
    row->addWidget(run);
    row->addWidget(stop);
    auto *inside = new QWidget;
    auto *lines = columnOf(inside);
    lines->addWidget(m_result);
    lines->addStretch(1);
    auto *column = columnOf(this);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(scrolled(inside), 1);
    m_result->setMaximum(20'000);
    m_result->setAccessibleName(Tr::tr("What the suite shows"));
}

QString PromptTrialPage::suite() const
{
    return m_suite->currentData().toString();
}

int PromptTrialPage::limit() const
{
    return m_limit->value();
}

void PromptTrialPage::setNote(const QString &note)
{
    m_note->setText(note.isEmpty()
                        ? Tr::tr("Every question is asked with the prompts in force, and once more with this "
                                 "text in the place of its template. Nothing is recorded or promoted.")
                        : note);
    m_note->setTone(note.isEmpty() ? Tone::Second : Tone::Near);
}

void PromptTrialPage::setProgress(const TrialProgress &now)
{
    m_result->setTone(Tone::Second);
    m_result->setText(
        Tr::tr("%1 of %2 answers, spent %3").arg(now.done).arg(now.total).arg(moneyText(now.spent)));
}

void PromptTrialPage::setResult(const Result<PromptTrial> &trial)
{
    m_result->setTone(trial                                   ? Tone::Primary
                      : trial.error().code == Errc::Cancelled ? Tone::Second
                                                              : Tone::Fail);
    if (!trial)
        return m_result->setText(trial.error().message);
    QStringList lines{trial->comparison.verdict(), QString()};
    for (const RunFigure &one : trial->comparison.figures)
        lines.append(one.label + u": "_s + figureText(one));
    int changed = 0;
    for (const ScenarioChange &one : trial->comparison.changes) {
        if (!one.worsened() && !one.improved())
            continue;
        if (changed++ == 0)
            lines.append(QString());
        lines.append((one.worsened() ? Tr::tr("lost") : Tr::tr("gained")) + u": "_s + one.id);
    }
    lines.append(QString());
    lines.append(
        Tr::tr("%1, %n question(s), spent %2", nullptr, static_cast<int>(trial->comparison.changes.size()))
            .arg(trial->suite, moneyText(trial->spent)));
    m_result->setText(lines.join(u'\n'));
}

QString PromptTrialPage::shown() const
{
    return m_result->shown();
}

PromptExamplePage::PromptExamplePage(Button *take, QWidget *parent)
    : QWidget(parent), m_like(new SearchField(Tr::tr("Most like this question; empty: the newest"))),
      m_nearest(new Stepper(Tr::tr("Examples that a question is given"), 1, 20)),
      m_said(new WrappedText(Type::Small, QFont::Normal, Tone::Second)), m_list(new ExampleList), m_take(take)
{
    m_nearest->setValue(3);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_like, 1);
    row->addWidget(name(Tr::tr("Nearest")));
    row->addWidget(m_nearest);
    row->addWidget(take);
    auto *column = columnOf(this);
    column->addLayout(row);
    column->addWidget(m_said);
    auto *inside = new QWidget;
    auto *lines = columnOf(inside);
    lines->addWidget(m_list);
    lines->addStretch(1);
    column->addWidget(scrolled(inside), 1);
    connect(m_like, &QLineEdit::textEdited, this, &PromptExamplePage::likeEdited);
    connect(m_list, &ExampleList::chosenChanged, this,
            [this] { m_take->setEnabled(!m_list->chosen().isEmpty()); });
    m_take->setEnabled(false);
}

void PromptExamplePage::setTurns(const Result<QList<PromptExample>> &turns)
{
    m_list->setExamples(turns.value_or(QList<PromptExample>()));
    m_said->setTone(turns ? Tone::Second : Tone::Fail);
    m_said->setText(!turns ? turns.error().message
                    : turns->isEmpty()
                        ? Tr::tr("No turn with an answer is labelled good yet. Label some in Ask or Triage: "
                                 "they can be given to the model as examples.")
                        : Tr::tr("Turns labelled good. Those that are ticked become the text of “Examples”; "
                                 "a prompt has them where it says {{examples}}."));
}

QString PromptExamplePage::like() const
{
    return m_like->text().trimmed();
}

int PromptExamplePage::nearest() const
{
    return m_nearest->value();
}

QList<PromptExample> PromptExamplePage::chosen() const
{
    return m_list->chosen();
}

QString PromptExamplePage::said() const
{
    return m_said->shown();
}

} // namespace assay::ui
