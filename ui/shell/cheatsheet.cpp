// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/cheatsheet.h"

#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tokens.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 860;
constexpr int highest = 640;

QKeySequence firstKeys(const ActionSpec &spec)
{
    return QKeySequence::fromString(QString::fromLatin1(spec.keys).section(u"; "_s, 0, 0),
                                    QKeySequence::PortableText);
}

/// One column: a heading, then a row per action of the scopes given.
QWidget *makeColumn(std::initializer_list<ActionScope> scopes)
{
    auto *column = new QWidget;
    auto *grid = new QGridLayout(column);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const ActionScope scope : scopes) {
        auto *heading = new PlainLabel(scopeTitle(scope), Type::Body, Tone::Third);
        heading->setType(Type::Body, QFont::DemiBold);
        grid->addWidget(heading, row++, 0, 1, 2);
        for (const ActionSpec &spec : actionTable()) {
            if (spec.scope != scope || *spec.keys == '\0')
                continue;
            auto *text = new PlainLabel(Tr::tr(spec.text), Type::Body, Tone::Primary);
            text->setWordWrap(true);
            grid->addWidget(text, row, 0);
            grid->addWidget(new KeyCap(firstKeys(spec)), row, 1, Qt::AlignRight | Qt::AlignVCenter);
            grid->setRowMinimumHeight(row++, metric::rowDense);
        }
        grid->setRowMinimumHeight(row++, 8);
    }
    grid->setRowStretch(row, 1);
    return column;
}

} // namespace

Cheatsheet::Cheatsheet(QWidget *host) : QFrame(host)
{
    setAccessibleName(Tr::tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    auto *title = new PlainLabel(Tr::tr("Keys"), Type::Title, Tone::Primary);
    title->setType(Type::Title, QFont::DemiBold);
    layout->addWidget(title);

    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 12, 0);
    columns->setSpacing(40);
    columns->addWidget(makeColumn({ActionScope::Everywhere, ActionScope::AskTurns, ActionScope::Events}), 1);
    columns->addWidget(makeColumn({ActionScope::Ask, ActionScope::EventList}), 1);
    auto *scroller = new QScrollArea;
    scroller->setWidgetResizable(true);
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setFocusPolicy(Qt::NoFocus);
    scroller->viewport()->setAutoFillBackground(false);
    scroller->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() has it filled
    layout->addWidget(scroller, 1);
    layout->addWidget(
        new PlainLabel(Tr::tr("Esc closes. Ctrl+K finds every command by name."), Type::Small, Tone::Second));

    host->installEventFilter(this);
    hide();
}

void Cheatsheet::open()
{
    m_focusBefore = QApplication::focusWidget();
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void Cheatsheet::closeSheet()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void Cheatsheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Question || event->key() == Qt::Key_Return)
        closeSheet();
    else
        QFrame::keyPressEvent(event);
}

bool Cheatsheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Cheatsheet::place()
{
    const QWidget *host = parentWidget();
    const int width = std::min(widest, host->width() - 48);
    const int height = std::min(highest, host->height() - 80);
    setGeometry((host->width() - width) / 2, (host->height() - height) / 2, width, height);
}

void Cheatsheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, QRectF(rect()), metric::radius + 2, tokens().raised, tokens().strongLine);
}

} // namespace assay::ui
