// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/source_sheet.h"

#include "ui/ask/source_text.h"
#include "ui/ask/turn_text.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 560;

QString gradeText(const Evidence &evidence)
{
    switch (evidence.grade) {
    case Relevance::Relevant: return Tr::tr("relevant");
    case Relevance::Ambiguous: return Tr::tr("ambiguous");
    case Relevance::Irrelevant: return Tr::tr("irrelevant");
    }
    Q_UNREACHABLE();
}

} // namespace

SourceSheet::SourceSheet(QWidget *parent)
    : QWidget(parent), m_mark(new PlainLabel(QString(), Type::Small, Tone::Accent, this)),
      m_title(new WrappedText(Type::Title, QFont::DemiBold, Tone::Primary, this)),
      m_facts(new PlainLabel(QString(), Type::Small, Tone::Third, this)),
      m_problem(new WrappedText(Type::Small, QFont::Medium, Tone::Low, this)),
      m_text(new PlainTextView(this)),
      m_close(new Button(Icon::Close, Tr::tr("Close"), ButtonKind::Ghost, this))
{
    m_title->setMaximum(300);
    m_facts->setElide(Qt::ElideMiddle);
    m_text->setFont(assay::ui::font(Type::Body));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(Tr::tr("Passage"));
    m_close->setKeyHint(QKeySequence(Qt::Key_Escape));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_mark);
    head->addWidget(m_facts, 1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 10, 12, 12);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_problem);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_text, 1);
    connect(m_close, &Button::clicked, this, &SourceSheet::close);
    parent->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void SourceSheet::open(const Evidence &evidence, const QString &answer)
{
    m_sourceId = evidence.sourceId;
    m_label = evidence.label;
    m_answer = answer;
    if (isHidden())
        m_before = QApplication::focusWidget();
    m_mark->setText(Tr::tr("Source %1").arg(shortLine(evidence.label, 8)));
    m_title->setText(evidence.title.isEmpty() ? evidence.sourceId : evidence.title);
    m_facts->setText(
        u"%1 · %2 · %3"_s.arg(evidence.retriever.left(60), gradeText(evidence), evidence.sourceId.left(200)));
    m_problem->hide();
    showText(evidence.text);
    setAccessibleName(Tr::tr("Source: %1").arg(shortLine(evidence.title, 120)));
    place();
    show();
    raise();
    m_text->setFocus(Qt::OtherFocusReason);
}

void SourceSheet::setPassage(const QString &sourceId, const Result<Evidence> &passage)
{
    if (isHidden() || sourceId != m_sourceId)
        return;
    if (!passage) {
        m_problem->setText(Tr::tr("Shown as the turn saw it. %1").arg(passage.error().message));
        m_problem->show();
        return;
    }
    if (!passage->title.isEmpty())
        m_title->setText(passage->title);
    if (passage->text != m_source)
        showText(passage->text);
}

void SourceSheet::showText(const QString &text)
{
    m_source = text;
    // Marks are placed on what can be shown, and the note on what was cut has its room.
    const SourceText shown = sourceText(visibleText(text, PlainTextView::maximum() - 200), m_answer, m_label);
    m_text->setText(shown.text, shown.marks);
    m_text->showFirst(PlainMark::Kind::Cited);
}

void SourceSheet::close()
{
    if (isHidden())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void SourceSheet::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(widest, room.width() * 9 / 10);
    setGeometry(room.width() - width, 0, width, room.height());
}

void SourceSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().raised);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().strongLine);
}

/// Esc belongs to the sheet while the focus is in it, not to the workspace's Stop.
bool SourceSheet::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                close();
            return true;
        }
    }
    return QWidget::event(event);
}

bool SourceSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget() && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace assay::ui
