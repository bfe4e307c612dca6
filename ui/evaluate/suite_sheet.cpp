// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/suite_sheet.h"

#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int exportWidth = 480;
constexpr int notesWidth = 680;
constexpr int linesHeight = 220;

} // namespace

SuiteSheet::SuiteSheet(QWidget *host)
    : Sheet(Tr::tr("Suite"), host), m_title(new PlainLabel(QString(), Type::Body, Tone::Second)),
      m_fields(new QWidget), m_suite(new QComboBox), m_form(new QComboBox), m_lines(new PlainTextView),
      m_cancel(new Button(Icon::None, QString(), ButtonKind::Ghost)),
      m_button(new Button(Icon::Export, Tr::tr("Choose where"), ButtonKind::Primary))
{
    m_title->setWordWrap(true);
    column()->addWidget(m_title);
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(4);
    for (const auto &[name, box] : {std::pair(Tr::tr("Suite"), m_suite), std::pair(Tr::tr("Form"), m_form)}) {
        box->setAccessibleName(name);
        fields->addWidget(new PlainLabel(name, Type::Small, Tone::Second));
        fields->addWidget(box);
    }
    for (const auto &[text, form] : {std::pair(Tr::tr("Assay's YAML"), SuiteForm::Yaml),
                                     std::pair(Tr::tr("JSON lines, one scenario a line"), SuiteForm::Jsonl),
                                     std::pair(Tr::tr("A folder of scenario files"), SuiteForm::Scenarios),
                                     std::pair(Tr::tr("promptfoo's tests"), SuiteForm::Promptfoo)})
        m_form->addItem(text, static_cast<int>(form));
    column()->addWidget(m_fields);
    m_lines->setFixedHeight(linesHeight);
    m_lines->setAccessibleName(Tr::tr("Lines"));
    m_lines->setTabChangesFocus(true);
    column()->addWidget(m_lines);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_button);
    column()->addLayout(row);
    m_button->setKeyHint(QKeySequence(Qt::Key_Return));
    m_cancel->setKeyHint(QKeySequence(Qt::Key_Escape));
    connect(m_cancel, &Button::clicked, this, &Sheet::close);
    connect(m_button, &Button::clicked, this, &SuiteSheet::take);
}

void SuiteSheet::showParts(bool isExport)
{
    m_fields->setVisible(isExport);
    m_button->setVisible(isExport);
    m_lines->setVisible(!isExport);
    m_cancel->setText(isExport ? Tr::tr("Cancel") : Tr::tr("Close"));
}

void SuiteSheet::openExport(const QList<SuiteFacts> &suites)
{
    m_title->setText(Tr::tr("Export a suite"));
    m_suite->clear();
    for (const SuiteFacts &one : suites)
        if (one.problem.isEmpty())
            m_suite->addItem(visibleLine(one.name, 80), one.source);
    showParts(true);
    openAt(exportWidth, m_suite);
}

void SuiteSheet::openNotes(const QString &title, const QStringList &lines)
{
    m_title->setText(title);
    m_lines->setText(lines.join(u'\n'));
    showParts(false);
    openAt(notesWidth, m_lines);
}

QString SuiteSheet::text() const
{
    return m_title->fullText() + u'\n' + m_lines->fullText();
}

void SuiteSheet::take()
{
    if (m_suite->currentIndex() < 0)
        return say(Tr::tr("No suite is chosen."));
    close();
    Q_EMIT exportWanted(m_suite->currentData().toString(), m_suite->currentText(),
                        static_cast<SuiteForm>(m_form->currentData().toInt()));
}

void SuiteSheet::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_button->isVisible())
        take();
    else
        Sheet::keyPressEvent(event);
}

} // namespace assay::ui
