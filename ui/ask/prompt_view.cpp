// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/prompt_view.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMessages = 60;
constexpr int tallestMessage = 420;
constexpr qsizetype mostCharacters = 40'000; ///< of one message; Copy takes all of it
constexpr qsizetype mostLines = 1500;
constexpr int textInset = 8; ///< the text view has a margin of its own

QString roleText(const QString &role)
{
    if (role == u"system"_s)
        return Tr::tr("System");
    if (role == u"user"_s)
        return Tr::tr("User");
    if (role == u"assistant"_s)
        return Tr::tr("Assistant");
    return shortLine(role, 40);
}

/// Keeps a text view as tall as its text, up to a limit; beyond that it scrolls.
class HeightKeeper final : public QObject
{
public:
    explicit HeightKeeper(PlainTextView *view) : QObject(view), m_view(view), m_viewport(view->viewport())
    {
        view->installEventFilter(this);
        view->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_view && event->type() == QEvent::Resize)
            QMetaObject::invokeMethod(
                this, [this] { fit(); }, Qt::QueuedConnection);
        // A wheel over a text that shows all of itself scrolls the page.
        if (watched == m_viewport && event->type() == QEvent::Wheel &&
            m_view->verticalScrollBar()->maximum() == 0) {
            event->ignore();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        // A plain document measures its height in lines.
        const QTextDocument &text = *m_view->document();
        const double tall = (text.size().height() + 0.5) * QFontMetricsF(m_view->font()).lineSpacing() +
                            2 * text.documentMargin() + (m_view->height() - m_view->viewport()->height());
        const int wanted =
            static_cast<int>(std::ceil(std::min(tall, static_cast<double>(tallestMessage)))) + 1;
        if (wanted != m_view->height())
            m_view->setFixedHeight(wanted);
    }

    PlainTextView *m_view;
    const QObject *m_viewport; ///< only compared: events still come while the view goes
};

/// What is shown of a message, with a note on what is not.
QString shownPart(const QString &text)
{
    qsizetype end = -1;
    for (qsizetype line = 0; line < mostLines && end < mostCharacters; ++line) {
        end = text.indexOf(u'\n', end + 1);
        if (end < 0)
            return visibleText(text, mostCharacters);
    }
    return visibleText(text, std::min(end, mostCharacters));
}

QWidget *messageBox(const PromptMessage &message)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(textInset, 8, 12, 8);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16 - textInset, 0, 0, 0);
    auto *role = new PlainLabel(roleText(message.role), Type::Small, Tone::Accent);
    role->setType(Type::Small, QFont::DemiBold);
    head->addWidget(role);
    head->addWidget(new ElidedLabel(Tr::tr("%1 characters").arg(QLocale().toString(message.text.size())),
                                    Type::Small, Tone::Third),
                    1);
    column->addLayout(head);
    auto *text = new PlainTextView;
    text->setFont(mono(Type::Small));
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text->setText(shownPart(message.text));
    text->setFixedHeight(metric::row);
    new HeightKeeper(text);
    text->setAccessibleName(Tr::tr("%1 message").arg(role->fullText()));
    column->addWidget(text);
    return box;
}

} // namespace

PromptView::PromptView(QWidget *parent)
    : QWidget(parent), m_chooser(new QComboBox),
      m_copy(new Button(Icon::Copy, Tr::tr("Copy"), ButtonKind::Ghost)), m_scroll(new QScrollArea),
      m_messages(new QVBoxLayout),
      m_empty(new EmptyState(Icon::Ask, Tr::tr("Nothing was sent yet."), QString()))
{
    m_chooser->setAccessibleName(Tr::tr("Draft"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(12);
    m_copy->setCompact(true);
    m_copy->setType(Type::Small);
    plainToolTip(m_copy, Tr::tr("Copy all messages of this draft"));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 10, 8);
    bar->setSpacing(8);
    bar->addWidget(m_chooser, 1);
    bar->addWidget(m_copy);
    auto *body = new QWidget;
    m_messages->setContentsMargins(0, 0, 0, 8);
    m_messages->setSpacing(0);
    body->setLayout(m_messages);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(new Hairline);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_empty, 1);

    connect(m_chooser, &QComboBox::activated, this, &PromptView::showDraft);
    connect(m_copy, &QAbstractButton::clicked, this, &PromptView::copyAll);
}

QList<PromptView::Draft> PromptView::draftsOf(const Turn &turn)
{
    QList<Draft> drafts;
    for (const Attempt &attempt : turn.attempts) {
        for (qsizetype i = 0; i < attempt.candidates.size(); ++i) {
            const Candidate &candidate = attempt.candidates.at(i);
            if (candidate.prompt.isEmpty())
                continue;
            QString path = shortLine(candidate.path, 30);
            drafts.append({.name = Tr::tr("Attempt %1 · %2 · %3")
                                       .arg(QString::number(attempt.number), path.replace(u'_', u' '),
                                            shortLine(candidate.model, 40)),
                           .messages = candidate.prompt,
                           .key = u"%1/%2/%3"_s.arg(turn.id).arg(attempt.number).arg(i)});
        }
    }
    return drafts;
}

void PromptView::setTurn(const Turn &turn)
{
    const bool isOther = turn.id != m_turnId;
    m_turnId = turn.id;
    const QString wanted = isOther ? QString() : m_shownKey;
    const qsizetype before = m_drafts.size();
    m_drafts = draftsOf(turn);
    if (isOther || m_drafts.size() != before) {
        m_chooser->clear();
        for (const Draft &draft : std::as_const(m_drafts))
            m_chooser->addItem(draft.name);
    }
    const auto kept = std::ranges::find(m_drafts, wanted, &Draft::key);
    showDraft(static_cast<int>(kept == m_drafts.end() ? m_drafts.size() - 1 : kept - m_drafts.begin()));
}

void PromptView::showDraft(int index)
{
    const bool any = index >= 0 && index < m_drafts.size();
    m_scroll->setVisible(any);
    m_empty->setVisible(!any);
    m_chooser->setEnabled(any);
    m_copy->setEnabled(any);
    m_chooser->setCurrentIndex(index);
    const QString key = any ? m_drafts.at(index).key : QString();
    if (key == m_shownKey)
        return;
    m_shownKey = key;
    while (QLayoutItem *item = m_messages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!any)
        return;
    const QList<PromptMessage> &messages = m_drafts.at(index).messages;
    for (const PromptMessage &message : messages.mid(0, mostMessages)) {
        if (m_messages->count() > 0)
            m_messages->addWidget(new Hairline);
        m_messages->addWidget(messageBox(message));
    }
    if (messages.size() > mostMessages)
        m_messages->addWidget(new PlainLabel(
            Tr::tr("… %1 more, see Raw.").arg(messages.size() - mostMessages), Type::Small, Tone::Third));
    m_messages->addStretch(1);
}

void PromptView::copyAll() const
{
    const int index = m_chooser->currentIndex();
    if (index < 0 || index >= m_drafts.size())
        return;
    QString all;
    for (const PromptMessage &message : m_drafts.at(index).messages)
        all += u'[' + message.role + u"]\n"_s + message.text + u"\n\n"_s;
    QGuiApplication::clipboard()->setText(all.trimmed());
}

} // namespace assay::ui
