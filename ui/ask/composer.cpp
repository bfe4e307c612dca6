// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/composer.h"

#include "agent/agent.h"
#include "base/text.h"
#include "ui/ask/question_edit.h"
#include "ui/ask/turn_text.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QActionGroup>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QMargins outside{20, 12, 20, 16};
constexpr QMargins inside{6, 8, 8, 8};
/// What stands above the ghost buttons begins where their content does.
constexpr QMargins textIndent{4, 0, 0, 0};

/// Text for a button or menu, where "&" would make a mnemonic.
QString menuText(const QString &text)
{
    return shortLine(text, 60).replace(u'&', u"&&"_s);
}

QString strategyChoiceText(StrategyChoice choice)
{
    switch (choice) {
    case StrategyChoice::Auto: return Tr::tr("Auto");
    case StrategyChoice::DualPath: return Tr::tr("Dual path");
    case StrategyChoice::MultiStrategy: return Tr::tr("Multi-strategy");
    }
    Q_UNREACHABLE();
}

Button *menuButton(Icon icon, QWidget *parent)
{
    auto *button = new Button(icon, QString(), ButtonKind::Ghost, parent);
    button->setCompact(true);
    button->setChevron(true);
    return button;
}

} // namespace

Composer::Composer(Actions &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_edit(new QuestionEdit(this)),
      m_notice(new WrappedText(Type::Small, QFont::Medium, Tone::Fail, this)), m_menus(new QWidget(this)),
      m_buttons(new QWidget(this)), m_profile(menuButton(Icon::Settings, m_menus)),
      m_strategy(menuButton(Icon::Strategy, m_menus)), m_sources(menuButton(Icon::Database, m_menus)),
      m_estimate(new PlainLabel(QString(), Type::Small, Tone::Third, m_menus)),
      m_stop(new Button(Icon::Stop, Tr::tr("Stop"), ButtonKind::Secondary, m_buttons)),
      m_send(new Button(Icon::ArrowUp, Tr::tr("Send"), ButtonKind::Primary, m_buttons))
{
    m_edit->setPlaceholderText(Tr::tr("Ask about the knowledge base"));
    m_edit->setAccessibleName(Tr::tr("Question"));
    m_notice->hide();

    auto *menus = new QHBoxLayout(m_menus);
    menus->setContentsMargins(0, 0, 0, 0);
    menus->setSpacing(4);
    for (Button *button : {m_profile, m_strategy, m_sources})
        menus->addWidget(button);
    menus->addSpacing(4);
    menus->addWidget(m_estimate);
    menus->addStretch(1);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_send);
    m_bar = new QBoxLayout(QBoxLayout::LeftToRight);
    m_bar->setSpacing(6);
    m_bar->addWidget(m_menus, 1);
    m_bar->addWidget(m_buttons);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(outside + inside);
    column->setSpacing(8);
    for (QWidget *part : QWidgetList{m_edit, m_notice}) {
        auto *line = new QHBoxLayout;
        line->setContentsMargins(textIndent + (part == m_notice ? QMargins(2, 0, 0, 0) : QMargins()));
        line->addWidget(part);
        column->addLayout(line);
    }
    column->addLayout(m_bar);

    wire();
    setProfiles({}, {}, false);
    setStrategy(StrategyChoice::Auto);
    setSources({});
    setRunning(false);
}

void Composer::wire()
{
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::noteText);
    connect(m_edit, &QuestionEdit::escaped, this, &Composer::left);
    connect(m_edit, &QuestionEdit::focused, this, [this](bool on) {
        m_focused = on;
        update();
    });
    connect(m_edit, &QuestionEdit::cut, this, [this](qsizetype all, qsizetype taken) {
        say(taken > 0
                ? Tr::tr(
                      "The pasted text has %L1 characters; the first %L2 were taken. At most %L3 are sent.")
                      .arg(all)
                      .arg(taken)
                      .arg(longestQuestion)
                : Tr::tr("The question is full: at most %L1 characters are sent. Shorten it first.")
                      .arg(longestQuestion));
    });
    connect(m_send, &Button::clicked, this, &Composer::send);
    connect(m_stop, &Button::clicked, m_actions.at(ActionId::Stop), &QAction::trigger);
    connect(m_profile, &Button::clicked, this, &Composer::openProfiles);
    connect(m_strategy, &Button::clicked, this, &Composer::openStrategies);
    connect(m_sources, &Button::clicked, this, &Composer::openSources);
    QWidget *before = m_edit;
    for (Button *button : {m_profile, m_strategy, m_sources, m_stop, m_send}) {
        setTabOrder(before, button);
        before = button;
    }
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_silent = true;
    m_edit->setPlainText(cleanText(text.left(QuestionEdit::maximum)));
    m_edit->moveCursor(QTextCursor::End);
    m_silent = false;
}

void Composer::send()
{
    const QString question = text();
    if (question.trimmed().isEmpty())
        say(Tr::tr("The question is empty; nothing was sent. Write one first."));
    else if (question.trimmed().size() > longestQuestion)
        say(Tr::tr("The question has %L1 characters; at most %L2 are sent. Shorten it and send again.")
                .arg(question.trimmed().size())
                .arg(longestQuestion));
    else
        Q_EMIT asked(question.trimmed());
    focusInput();
}

void Composer::say(const QString &reason)
{
    m_said = reason;
    m_notice->setText(reason);
    m_notice->setVisible(!reason.isEmpty());
}

void Composer::focusInput()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::noteText()
{
    say({});
    const QString question = text();
    m_estimate->setText(
        question.trimmed().isEmpty() ? QString() : Tr::tr("est. %L1 tokens").arg(estimateTokens(question)));
    fitBar();
    if (!m_silent)
        Q_EMIT textEdited();
}

void Composer::setProfiles(const QList<Profile> &profiles, const QString &current, bool changed)
{
    m_profiles = profiles;
    m_current = current;
    m_profile->setText(menuText(profileTitle(current)) + (changed ? u" •"_s : QString()));
    plainToolTip(m_profile, changed
                                ? Tr::tr("Profile %1, with values changed since").arg(profileTitle(current))
                                : Tr::tr("Profile: a named set of tuning values"));
    fitBar();
}

void Composer::setStrategy(StrategyChoice choice)
{
    m_choice = choice;
    m_strategy->setText(strategyChoiceText(choice));
    plainToolTip(m_strategy, Tr::tr("Strategy: how the next answers are sought"));
    fitBar();
}

void Composer::setSources(const QList<SourceInfo> &sources)
{
    m_sourceInfos = sources;
    const auto on = std::ranges::count_if(sources, &SourceInfo::on);
    m_sources->setText(QString::number(on));
    plainToolTip(m_sources, Tr::tr("Sources: where passages come from"));
    fitBar();
}

void Composer::setRunning(bool running)
{
    m_stop->setEnabled(running);
}

/// From roomy to tight: all; no captions; no estimate and no key caps either; two rows.
void Composer::setDensity(int density)
{
    const bool captions = density == 0;
    m_profile->setCaption(captions ? Tr::tr("Profile") : QString());
    m_strategy->setCaption(captions ? Tr::tr("Strategy") : QString());
    m_sources->setCaption(captions ? Tr::tr("Sources") : QString());
    for (Button *button : {m_profile, m_strategy, m_sources})
        button->setType(Type::Small);
    m_profile->setAccessibleName(Tr::tr("Profile %1").arg(m_profile->text()));
    m_strategy->setAccessibleName(Tr::tr("Strategy %1").arg(m_strategy->text()));
    m_sources->setAccessibleName(Tr::tr("Sources %1").arg(m_sources->text()));
    m_estimate->setVisible(density < 2 && !m_estimate->fullText().isEmpty());
    const bool caps = density != 2;
    m_stop->setKeyHint(caps ? m_actions.at(ActionId::Stop)->shortcut() : QKeySequence());
    m_send->setKeyHint(caps ? m_actions.at(ActionId::Send)->shortcut() : QKeySequence());
    m_bar->setDirection(density == 3 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

int Composer::barWidth() const
{
    int width = 4 * 3 + 8 + 8 + 6;
    for (const Button *button : {m_profile, m_strategy, m_sources, m_stop, m_send})
        width += button->sizeHint().width();
    return width + (m_estimate->isHidden() ? 0 : m_estimate->sizeHint().width());
}

void Composer::fitBar()
{
    const int room = box().width() - inside.left() - inside.right();
    for (int density = 0; density <= 3; ++density) {
        setDensity(density);
        if (barWidth() <= room)
            return;
    }
}

void Composer::popup(QMenu *menu, const Button *below)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(below->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

void Composer::openProfiles()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    for (const Profile &profile : std::as_const(m_profiles)) {
        const QString words = profile.summary.isEmpty()
                                  ? profileTitle(profile.name)
                                  : profileTitle(profile.name) + u" – "_s + profile.summary;
        QAction *action = menu->addAction(shortLine(words, 110).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(profile.name == m_current);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, name = profile.name] { Q_EMIT profileChosen(name); });
    }
    popup(menu, m_profile);
}

void Composer::openStrategies()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    struct Entry
    {
        StrategyChoice choice;
        QString words;
    };
    const std::array entries{
        Entry{StrategyChoice::Auto, Tr::tr("the predicted confidence decides")},
        Entry{StrategyChoice::DualPath, Tr::tr("direct and search side by side; costs both")},
        Entry{StrategyChoice::MultiStrategy, Tr::tr("several ways at once; a vote decides")}};
    for (const Entry &entry : entries) {
        QAction *action = menu->addAction(strategyChoiceText(entry.choice) + u" – "_s + entry.words);
        action->setCheckable(true);
        action->setChecked(entry.choice == m_choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, choice = entry.choice] { Q_EMIT strategyChosen(choice); });
    }
    popup(menu, m_strategy);
}

void Composer::openSources()
{
    auto *menu = new QMenu(this);
    for (const SourceInfo &source : std::as_const(m_sourceInfos)) {
        QAction *action = menu->addAction(menuText(source.name) + u" – "_s + menuText(source.detail));
        action->setCheckable(true);
        action->setChecked(source.on);
        action->setEnabled(false); // where passages come from is set in the settings
    }
    popup(menu, m_sources);
}

QRect Composer::box() const
{
    return rect().marginsRemoved(outside);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, width(), 1), t.hairline);
    paintBox(painter, box(), metric::radius, t.raised, t.strongLine);
    if (m_focused)
        paintFocusRing(painter, box(), metric::radius);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitBar();
}

void Composer::mousePressEvent(QMouseEvent *event)
{
    if (box().contains(event->position().toPoint()))
        focusInput();
    else
        QWidget::mousePressEvent(event);
}

} // namespace assay::ui
