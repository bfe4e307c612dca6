// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/conversation_view.h"

#include "ui/ask/card_scroller.h"
#include "ui/ask/turn_card.h"
#include "ui/ask/turn_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int newestGap = 6;

/// A question to click: a link that wraps where translations are longer.
class SampleQuestion final : public QAbstractButton
{
public:
    SampleQuestion(const QString &question, QWidget *parent) : QAbstractButton(parent)
    {
        setText(question);
        setAccessibleName(question);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override { return {480, metric::row}; }
    QSize minimumSizeHint() const override { return {200, metric::row}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const QFontMetrics metrics(assay::ui::font(Type::Body, QFont::Medium));
        return metrics.boundingRect(QRect(0, 0, width - inset - 4, 1000), Qt::TextWordWrap, text()).height() +
               10;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, QRectF(0, 6, metric::icon, metric::icon), Icon::ArrowRight, tokens().accentText);
        QFont face = assay::ui::font(Type::Body, QFont::Medium);
        face.setUnderline(underMouse());
        painter.setFont(face);
        painter.setPen(tokens().accentText);
        painter.drawText(rect().adjusted(inset, 5, -4, -5), Qt::TextWordWrap, text());
        if (hasFocus())
            paintFocusRing(painter, rect(), metric::radius);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    static constexpr int inset = 24;
};

} // namespace

QStringList WelcomePage::sampleQuestions()
{
    return {Tr::tr("What is the refund window and how long do card refunds take?"),
            Tr::tr("Why should a duplicate charge never be fixed with a manual credit note?"),
            Tr::tr("How many API requests per minute does the Business plan allow?"),
            Tr::tr("What happens when raising the confidence threshold?"),
            Tr::tr("Why should nobody lower the quality threshold during a judge outage?")};
}

WelcomePage::WelcomePage(QAction *sampleData, QWidget *parent)
    : QWidget(parent), m_mode(new PlainLabel(QString(), Type::Body, Tone::Second, this))
{
    auto *title = new PlainLabel(Tr::tr("Ask a question"), Type::Title, Tone::Primary, this);
    title->setType(Type::Title, QFont::DemiBold);
    auto *begin = new PlainLabel(Tr::tr("To begin with, from the bundled knowledge base:"), Type::Small,
                                 Tone::Third, this);
    m_mode->setWordWrap(true);

    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(m_mode);
    column->addSpacing(16);
    column->addWidget(begin);
    for (const QString &question : sampleQuestions()) {
        auto *button = new SampleQuestion(question, this);
        m_buttons.append(button);
        column->addWidget(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, question] { Q_EMIT questionChosen(question); });
    }
    if (sampleData->isVisible()) {
        column->addSpacing(16);
        column->addWidget(
            new PlainLabel(Tr::tr("Or see what days of traffic look like:"), Type::Small, Tone::Third, this));
        column->addWidget(buttonFor(sampleData, Icon::Database, ButtonKind::Secondary, this), 0,
                          Qt::AlignLeft);
    }
    column->addStretch(3);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(24, 16, 24, 16);
    across->addStretch(1);
    across->addLayout(column, 20);
    across->addStretch(1);
    setModel(true, {});
}

void WelcomePage::setModel(bool offline, const QString &model)
{
    m_mode->setText(offline
                        ? Tr::tr("Offline mode: the embedded model answers from the local knowledge base; no "
                                 "network, no cost.")
                        : Tr::tr("Answers come from %1; the judge scores each one against what was found.")
                              .arg(shortLine(model, 60)));
}

ConversationView::ConversationView(AskState &state, Actions &actions, Clock clock, QWidget *parent)
    : QWidget(parent), m_state(state), m_pages(new QStackedLayout(this)),
      m_scroller(new CardScroller(state, actions, std::move(clock), this)),
      m_welcome(new WelcomePage(actions.at(ActionId::SampleData), this)), m_loading(new QWidget(this)),
      m_error(new ErrorState(this)),
      m_newest(new Button(Icon::ChevronDown, Tr::tr("Newest"), ButtonKind::Secondary, this))
{
    auto *loading = new QVBoxLayout(m_loading);
    loading->setContentsMargins(76, 20, 100, 20);
    loading->addWidget(new Skeleton(8, m_loading));
    loading->addStretch(1);
    for (QWidget *page : QWidgetList{m_scroller, m_welcome, m_loading, m_error})
        m_pages->addWidget(page);
    m_newest->setKeyHint(QKeySequence(Qt::Key_End));
    m_newest->hide();

    connect(&state, &AskState::turnsReset, this, [this] {
        m_unseen = false;
        const bool held = m_scroller->isAncestorOf(QApplication::focusWidget());
        m_scroller->reset();
        showPage();
        if (held) // by a card that is gone
            focusSelected();
    });
    connect(&state, &AskState::turnAdded, this, [this](int index) {
        m_scroller->addRow(index);
        showPage();
    });
    connect(&state, &AskState::turnChanged, this, [this](int index) {
        m_scroller->refreshRow(index);
        m_unseen = m_unseen || index == m_state.turns().size() - 1;
        placeNewest();
    });
    connect(&state, &AskState::selectionChanged, this, [this](int index) {
        const bool pointed = QGuiApplication::mouseButtons() != Qt::NoButton;
        m_scroller->choose(index, !pointed);
    });
    connect(&state, &AskState::conditionChanged, this, &ConversationView::showPage);
    connect(m_scroller, &CardScroller::cardActivated, &state, &AskState::select);
    connect(m_scroller, &CardScroller::cardOpened, this, &ConversationView::turnOpened);
    connect(m_scroller, &CardScroller::sourceActivated, this, &ConversationView::sourceActivated);
    connect(m_scroller, &CardScroller::labelSaved, this, &ConversationView::labelSaved);
    connect(m_scroller, &CardScroller::pinnedChanged, this, [this](bool pinned) {
        m_unseen = m_unseen && !pinned;
        placeNewest();
    });
    connect(m_newest, &Button::clicked, this, &ConversationView::toNewest);
    connect(m_welcome, &WelcomePage::questionChosen, this, &ConversationView::questionChosen);
    connect(m_error, &ErrorState::retry, this, &ConversationView::retry);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followFocus(now); });
    m_scroller->reset();
    showPage();
}

void ConversationView::showPage()
{
    QWidget *page = m_scroller;
    if (m_state.turns().isEmpty()) {
        page = m_welcome;
        if (m_state.error()) {
            m_error->setError(Tr::tr("This thread could not be read."), m_state.error()->message);
            page = m_error;
        } else if (m_state.isLoading()) {
            page = m_loading;
        }
    }
    // Qt hands the focus of a hidden page to whatever comes next, which would select that turn.
    QWidget *focus = QApplication::focusWidget();
    const bool held =
        page != m_pages->currentWidget() && focus && m_pages->currentWidget()->isAncestorOf(focus);
    if (held)
        focus->clearFocus();
    m_pages->setCurrentWidget(page);
    if (held)
        page == m_scroller ? focusSelected() : page->setFocus(Qt::OtherFocusReason);
    placeNewest();
}

void ConversationView::placeNewest()
{
    const bool wanted = m_pages->currentWidget() == m_scroller && !m_scroller->isPinned() && m_unseen;
    const QSize size = m_newest->sizeHint();
    // It stands in a strip of its own: over a card it would cover the card's buttons.
    m_scroller->setStrip(wanted ? size.height() + 2 * newestGap : 0);
    m_newest->setVisible(wanted);
    m_newest->setGeometry((width() - size.width()) / 2, height() - size.height() - newestGap, size.width(),
                          size.height());
    m_newest->raise();
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeNewest();
    if (m_overlay)
        m_overlay->setGeometry(rect());
}

/// A turn whose answer, source or button got the focus is the selected one.
void ConversationView::followFocus(QWidget *now)
{
    if (!now || !m_scroller->viewport()->isAncestorOf(now))
        return;
    for (QWidget *up = now; up && up != m_scroller->viewport(); up = up->parentWidget())
        if (const auto *card = qobject_cast<TurnCard *>(up)) {
            m_state.selectTurn(card->turnId());
            return;
        }
}

TurnCard *ConversationView::selectedCard()
{
    return m_scroller->ensureCard(m_state.selected());
}

void ConversationView::move(int step)
{
    const int count = static_cast<int>(m_state.turns().size());
    if (count == 0)
        return;
    m_state.select(m_state.selected() < 0 ? count - 1 : std::clamp(m_state.selected() + step, 0, count - 1));
    focusSelected();
}

void ConversationView::focusSelected()
{
    if (TurnCard *card = selectedCard())
        card->setFocus(Qt::OtherFocusReason);
    else // until its turns are here
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ConversationView::setOverlay(QWidget *sheet)
{
    m_overlay = sheet;
    sheet->setParent(this);
    sheet->setGeometry(rect());
    sheet->hide();
}

void ConversationView::toNewest()
{
    m_unseen = false;
    m_scroller->toBottom();
    placeNewest();
}

} // namespace assay::ui
