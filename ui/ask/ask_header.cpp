// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/ask_header.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int left = 14;
constexpr int gap = 16;
constexpr int glyph = 11;
constexpr int leastTitle = 150;
constexpr int titleExtra = 2 * Button::ghostInset + 16;

Band passBand(const ThreadFacts &facts)
{
    return bandOf(facts.pass.judged == 0 ? 1.0 : static_cast<double>(facts.pass.passed) / facts.pass.judged);
}

int figuresRoom(const QString &text)
{
    return static_cast<int>(std::ceil(figuresWidth(font(Type::Body), text))) + gap;
}

} // namespace

AskHeader::AskHeader(Actions &actions, QWidget *parent)
    : QWidget(parent), m_title(new Button(QString(), ButtonKind::Ghost, this)),
      m_new(new Button(Icon::Plus, Tr::tr("New thread"), ButtonKind::Secondary, this))
{
    m_title->setType(Type::Title);
    m_title->setChevron(true);
    m_new->setKeyHint(actions.at(ActionId::NewThread)->shortcut());
    connect(m_title, &Button::clicked, actions.at(ActionId::ThreadList), &QAction::trigger);
    connect(m_new, &Button::clicked, actions.at(ActionId::NewThread), &QAction::trigger);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setThread({}, {}, {});
}

void AskHeader::setThread(const QString &title, const QString &threadId, const ThreadFacts &facts)
{
    m_full = title.isEmpty() ? Tr::tr("New thread") : shortLine(title, 120);
    m_id = shortLine(threadId, 24);
    m_facts = facts;
    setAccessibleName(title.isEmpty() ? m_full
                                      : u"%1, %2, %3, %4"_s.arg(m_full, turnsText(facts.turns),
                                                                costText(facts.cost), passText(facts.pass)));
    plainToolTip(m_title, m_full);
    place();
}

QPoint AskHeader::listPoint() const
{
    return m_title->mapToGlobal(QPoint(0, m_title->height() + 6));
}

QSize AskHeader::sizeHint() const
{
    return {900, metric::titleBar};
}

QSize AskHeader::minimumSizeHint() const
{
    return {left + leastTitle + gap + m_new->sizeHint().width(), metric::titleBar};
}

void AskHeader::place()
{
    const QSize newSize = m_new->sizeHint();
    m_new->setGeometry(width() - newSize.width(), (height() - newSize.height()) / 2, newSize.width(),
                       newSize.height());
    const QFont titleFont = assay::ui::font(Type::Title, QFont::DemiBold);
    const int titleWidth =
        static_cast<int>(std::ceil(QFontMetricsF(titleFont).horizontalAdvance(m_full))) + titleExtra;
    const int room = width() - left - newSize.width() - gap;
    const bool any = m_facts.turns > 0;

    m_showPass = any && m_facts.pass.judged > 0;
    m_showTurns = m_showCost = any;
    m_showId = !m_id.isEmpty();
    const int pass = m_showPass ? glyph + 6 + figuresRoom(passText(m_facts.pass)) : 0;
    const int cost = m_showCost ? figuresRoom(costText(m_facts.cost)) : 0;
    const int turns = m_showTurns ? figuresRoom(turnsText(m_facts.turns)) : 0;
    const int id =
        m_showId ? static_cast<int>(std::ceil(QFontMetricsF(mono(Type::Small)).horizontalAdvance(m_id))) + gap
                 : 0;
    // A long title gives way first, down to what still tells threads apart.
    const int wanted = std::min(titleWidth, leastTitle + 70);
    int facts = pass + cost + turns + id + gap;
    const auto leaveOut = [&](bool &shown, int size) {
        if (shown && wanted + facts > room) {
            shown = false;
            facts -= size;
        }
    };
    leaveOut(m_showId, id);
    leaveOut(m_showCost, cost);
    leaveOut(m_showTurns, turns);
    leaveOut(m_showPass, pass);
    const int titleRoom = std::clamp(room - facts, leastTitle, titleWidth);
    m_title->setText(elided(m_full, titleFont, titleRoom - titleExtra).replace(u'&', u"&&"_s));
    m_title->setAccessibleName(Tr::tr("Thread: %1").arg(m_full));
    m_title->setGeometry(left, (height() - metric::controlHeight) / 2,
                         std::min(titleRoom, m_title->sizeHint().width()), metric::controlHeight);
    m_factsLeft = left + m_title->width() + gap / 2;
    update();
}

void AskHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void AskHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintParts(painter);
}

void AskHeader::paintParts(QPainter &painter) const
{
    const Tokens &t = tokens();
    const bool any = m_showId || m_showTurns || m_showCost || m_showPass;
    if (any)
        painter.fillRect(QRect(m_factsLeft, 13, 1, height() - 26), t.hairline);
    qreal x = m_factsLeft + gap;
    const auto write = [&](const QString &text, const QFont &face, const QColor &ink) {
        painter.setFont(face);
        painter.setPen(ink);
        const qreal wide = std::ceil(figuresWidth(face, text));
        drawFigures(painter, QRectF(x, 0, wide + 2, height()), text, Qt::AlignLeft | Qt::AlignVCenter);
        x += wide + gap;
    };
    const QFont body = assay::ui::font(Type::Body);
    if (m_showId)
        write(m_id, mono(Type::Small), t.textSecond);
    if (m_showTurns)
        write(turnsText(m_facts.turns), body, t.textSecond);
    if (m_showCost)
        write(costText(m_facts.cost), body, t.textSecond);
    if (m_showPass) {
        paintBandGlyph(painter, {x, (height() - glyph) / 2.0, glyph, glyph}, passBand(m_facts));
        x += glyph + 6;
        write(passText(m_facts.pass), body, t.textSecond);
    }
}

} // namespace assay::ui
