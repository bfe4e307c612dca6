// SPDX-License-Identifier: Apache-2.0
// Shows every widget of ui/kit with sample data: kit_gallery [dark|light] [picture.png]
#include "ui/kit/answer_view.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/controls.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/gantt.h"
#include "ui/kit/nav_rail.h"
#include "ui/kit/plain.h"
#include "ui/kit/score_bar.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/stage_ticks.h"
#include "ui/kit/states.h"
#include "ui/kit/status_bar.h"
#include "ui/kit/theme.h"
#include "ui/kit/toast.h"

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto answer =
    "Yes. INV-20934 was settled 9 days ago and is marked `superseded` [T1], so it qualifies for an automatic "
    "refund "
    "inside the 60-day window [1]. Issue it from **Billing › Invoices › Refund**. Do not use a manual credit "
    "note: it "
    "would leave the VAT line open [2].\n- Card refunds arrive in 5–7 business days, SEPA in 2–3 [3].\n"
    "- The customer is e-mailed when the refund settles [3].";

QHBoxLayout *row(QVBoxLayout *column, std::initializer_list<QWidget *> widgets, int spacing = 8)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing);
    for (QWidget *widget : widgets)
        line->addWidget(widget);
    line->addStretch(1);
    column->addLayout(line);
    return line;
}

QWidget *head()
{
    auto *bar = new Pane(Pane::Ground::Surface);
    bar->setFixedHeight(42);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(20, 0, 16, 0);
    line->setSpacing(8);
    auto *title = new Button(u"Duplicate annual charge"_s, ButtonKind::Ghost);
    title->setType(Type::Title);
    title->setChevron(true);
    auto *id = new PlainLabel(u"th_7c41e2"_s, Type::Small, Tone::Second);
    id->setMono(Type::Small);
    auto *glyph = new ScoreBadge(0.97, ScoreBadge::Look::Bare);
    auto *thread = new Button(Icon::Plus, u"New thread"_s, ButtonKind::Secondary);
    thread->setKeys(QKeySequence(u"Ctrl+N"_s));
    auto *search = new SearchField(u"Search or run a command"_s);
    search->setKeyHint(QKeySequence(u"Ctrl+K"_s));
    search->setFixedWidth(248);
    line->addWidget(title);
    line->addWidget(id);
    line->addWidget(new PlainLabel(u"13 turns"_s, Type::Body, Tone::Second));
    line->addWidget(glyph);
    line->addStretch(1);
    line->addWidget(new Button(Icon::Export, u"Export"_s, ButtonKind::Secondary));
    line->addWidget(thread);
    line->addWidget(search);
    return bar;
}

QWidget *turn(bool selected)
{
    auto *card = new Card;
    card->setSelected(selected);
    auto *across = new QHBoxLayout(card);
    across->setContentsMargins(20, 14, 24, 10);
    across->setSpacing(24);
    auto *stamp = new QVBoxLayout;
    stamp->setSpacing(2);
    stamp->addWidget(new PlainLabel(u"#12"_s, Type::Small, Tone::Second));
    stamp->addWidget(new PlainLabel(u"14:03"_s, Type::Small, Tone::Second));
    stamp->addStretch(1);
    across->addLayout(stamp);
    auto *body = new QVBoxLayout;
    body->setSpacing(8);
    auto *top = new QHBoxLayout;
    auto *question = new PlainLabel(u"Can they get the €99 back, and how long will it take?"_s);
    question->setType(Type::Body, QFont::DemiBold);
    top->addWidget(question, 1);
    top->addWidget(new ScoreBadge(0.97));
    body->addLayout(top);
    auto *view = new AnswerView;
    view->setText(QString::fromUtf8(answer));
    body->addWidget(view);
    row(body, {new CiteChip(u"1"_s), new PlainLabel(u"Refund policy §3.2"_s, Type::Small, Tone::Second),
               new CiteChip(u"T1"_s), new PlainLabel(u"billing.get_invoice"_s, Type::Small, Tone::Second)});
    auto *actions = new QHBoxLayout;
    actions->setSpacing(0);
    const auto add = [actions](Icon icon, const QString &text, const QString &key) {
        auto *button = new Button(icon, text, ButtonKind::Ghost);
        button->setKeyHint(QKeySequence(key));
        actions->addWidget(button);
    };
    add(Icon::Copy, u"Copy"_s, u"C"_s);
    add(Icon::Rerun, u"Re-run"_s, u"R"_s);
    add(Icon::Label, u"Label"_s, u"L"_s);
    add(Icon::Flask, u"Add to suite"_s, u"A"_s);
    add(Icon::Triage, u"Send to triage"_s, u"T"_s);
    actions->addStretch(1);
    body->addLayout(actions);
    across->addLayout(body, 1);
    return card;
}

QWidget *streaming()
{
    auto *holder = new Card;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(76, 14, 24, 14);
    auto *view = new AnswerView;
    view->setStreaming(true);
    view->append(
        u"Guten Tag Frau Brandt,\n\nvielen Dank für Ihre Geduld. Die zweite Abbuchung über 99,00 € gehört zu Ihrem letzten Monatszyklus und hätte storniert werden müssen [1]. Betrag automatisch; bei Kartenzahlung trifft er in"_s);
    column->addWidget(view);
    auto *ticks = new StageTicks;
    ticks->setTicks({{u"Predict"_s, u"0.91"_s, TickState::Done},
                     {u"Strategy"_s, u"direct"_s, TickState::Done},
                     {u"Retrieve"_s, u"8 docs"_s, TickState::Done},
                     {u"Grade"_s, u"5 / 2 / 1"_s, TickState::Done},
                     {u"Tools"_s, u"1 result"_s, TickState::Failed},
                     {u"Draft"_s, u"38 tok/s"_s, TickState::Active},
                     {u"Validate"_s, {}, TickState::Pending},
                     {u"Judge"_s, {}, TickState::Pending}});
    column->addWidget(ticks);
    return holder;
}

QWidget *composer()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(20, 10, 20, 10);
    auto *edit = new QPlainTextEdit;
    edit->setPlainText(u"Check whether the July invoice has the same problem"_s);
    edit->setFixedHeight(56);
    column->addWidget(edit);
    const auto choice = [](Icon icon, const QString &caption, const QString &text) {
        auto *button = new Button(icon, text, ButtonKind::Ghost);
        button->setCaption(caption);
        button->setChevron(true);
        return button;
    };
    auto *stop = new Button(Icon::Stop, u"Stop"_s, ButtonKind::Secondary);
    stop->setCompact(true);
    stop->setKeyHint(QKeySequence(u"Esc"_s));
    auto *send = new Button(Icon::ArrowUp, u"Send"_s, ButtonKind::Primary);
    send->setCompact(true);
    send->setKeys(QKeySequence(u"Ctrl+Return"_s));
    auto *off = new Button(Icon::Save, u"Disabled"_s, ButtonKind::Secondary);
    off->setEnabled(false);
    row(column,
        {choice(Icon::Settings, u"Profile"_s, u"Balanced"_s),
         choice(Icon::Strategy, u"Strategy"_s, u"Auto"_s), choice(Icon::Database, u"Sources"_s, u"6"_s),
         choice(Icon::Tools, u"Tools"_s, u"3"_s), stop, send, off},
        4);
    return holder;
}

QWidget *standard()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(20, 4, 20, 4);
    auto *combo = new QComboBox;
    combo->addItems({u"Balanced"_s, u"Fast"_s});
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(u"gpt-4o-mini"_s);
    auto *spin = new QSpinBox;
    spin->setValue(42);
    auto *check = new QCheckBox(u"Check"_s);
    check->setChecked(true);
    auto *radio = new QRadioButton(u"Radio"_s);
    radio->setChecked(true);
    auto *line = new QLineEdit(u"Line edit"_s);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setFixedWidth(80);
    row(column, {combo, editable, spin, check, new QCheckBox(u"Off"_s), radio, line, progress,
                 new QPushButton(u"Push"_s)});
    auto *passing = new Chip(u"+ tool result"_s, ChipTint::Pass);
    auto *low = new Chip(u"incomplete_coverage"_s, ChipTint::Low);
    low->setGlyph(Band::Low);
    row(column, {new Chip(u"fast-8b → premium-70b"_s), passing, low,
                 new Chip(u"last 24 h"_s, ChipTint::Outline), new Chip(u"state = open"_s, ChipTint::Accent),
                 new ScoreBadge(0.98), new ScoreBadge(0.93), new ScoreBadge(0.82), new ScoreBadge(0.61),
                 new ScoreBadge, new KeyCap(QKeySequence(u"Ctrl+Shift+Return"_s))});
    auto *table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels({u"Time"_s, u"Type"_s, u"Thread"_s});
    table->setFixedHeight(104);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metric::rowDense);
    table->setShowGrid(false);
    table->horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i < 9; ++i)
        table->setItem(i / 3, i % 3, new QTableWidgetItem(u"14:06:31.402"_s));
    table->selectRow(1);
    auto *diff = new DiffView;
    diff->setTexts(
        u"I couldn't find the status of that invoice. Please check Billing › Invoices, or contact your administrator."_s,
        u"Yes. INV-20877 was settled on 2 March by card. The receipt is under Billing › Invoices, and no further payment is due."_s);
    column->addWidget(diff);
    column->addWidget(table);
    return holder;
}

void tuning(QVBoxLayout *column)
{
    auto *apply = new Button(u"Apply"_s, ButtonKind::Primary);
    apply->setCompact(true);
    apply->setKeys(QKeySequence(u"Ctrl+Shift+Return"_s));
    auto *revert = new Button(u"Revert"_s, ButtonKind::Secondary);
    revert->setCompact(true);
    row(column, {revert, apply});
    auto *quality = new SliderRow(u"Quality threshold"_s, 0.8, 1, 0.01);
    quality->slider()->setReal(0.95);
    quality->setFileValue(0.95);
    auto *confidence = new SliderRow(u"Confidence threshold"_s, 0.5, 1, 0.01);
    confidence->slider()->setReal(0.75);
    confidence->setFileValue(0.7);
    column->addWidget(quality);
    column->addWidget(confidence);
    auto *stepper = new Stepper(u"Max retries"_s, 0, 5);
    stepper->setValue(3);
    auto *on = new Toggle(u"Mandatory tool context"_s);
    on->setChecked(true);
    row(column, {stepper, new Toggle(u"Dual path"_s), on});
    auto *empty = new EmptyState(Icon::Flask, u"No suites yet."_s, u"Create a suite"_s);
    auto *error = new ErrorState;
    error->setError(u"The broker did not answer."_s, u"localhost:9092, topic dashstream-quality"_s);
    auto *states = new QHBoxLayout;
    states->addWidget(empty);
    states->addWidget(error);
    states->addWidget(new Skeleton(4));
    column->addLayout(states);
}

QWidget *inspector()
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(16, 0, 16, 8);
    column->setSpacing(8);
    auto *tabs = new SegmentedTabs({u"Inspect"_s, u"Prompt"_s, u"Events"_s, u"Raw"_s});
    tabs->setBadge(2, u"14"_s);
    auto *title = new PlainLabel(u"Turn 12"_s);
    title->setType(Type::Body, QFont::DemiBold);
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    top->addWidget(tabs);
    column->addLayout(top);
    column->addWidget(new Hairline);
    auto *gantt = new Gantt;
    gantt->setRows({{u"Predict"_s, {{0, 84}}, u"0.68"_s, u"84"_s, u"0.0000"_s},
                    {u"Strategy"_s, {{84, 12}}, u"search-first"_s, u"12"_s, u"–"_s},
                    {u"Retrieve"_s, {{96, 322}}, u"12 docs"_s, u"322"_s, u"0.0001"_s},
                    {u"Grade"_s, {{418, 286}}, u"5 / 3 / 4"_s, u"286"_s, u"0.0002"_s},
                    {u"Tool context"_s, {{704, 312}}, u"1 result"_s, u"312"_s, u"0.0000"_s},
                    {u"Draft"_s,
                     {{1016, 880, BarKind::Low}, {2430, 1750, BarKind::Pass}},
                     {},
                     u"880 + 1750"_s,
                     u"0.0045"_s},
                    {u"Validate"_s,
                     {{1896, 58, BarKind::Low}, {4180, 60, BarKind::Pass}},
                     {},
                     u"58 + 60"_s,
                     u"0.0000"_s},
                    {u"Judge"_s,
                     {{1954, 472, BarKind::Low}, {4240, 610, BarKind::Pass}},
                     {},
                     u"472 + 610"_s,
                     u"0.0010"_s}},
                   {2430});
    column->addWidget(gantt);
    column->addWidget(new Hairline);
    auto *bars = new ScoreBars;
    bars->setRows({{u"Overall"_s, 0.97, 0.82, 0.95, true},
                   {u"Accuracy"_s, 0.98, 0.79, 0.95},
                   {u"Relevance"_s, 0.91, 0.93, 0.95},
                   {u"Completeness"_s, 0.72, {}, 0.95},
                   {u"Missing"_s, {}, {}, 0.95}});
    column->addWidget(bars);
    column->addWidget(new Hairline);
    tuning(column);
    column->addStretch(1);
    return pane;
}

QWidget *shell()
{
    auto *window = new Pane(Pane::Ground::Surface);
    auto *outer = new QVBoxLayout(window);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    auto *rail = new NavRail;
    rail->setEnvironment(u"prod-eu"_s, true);
    rail->setOperator(u"Operator"_s, u"On shift since 10:00 UTC today"_s);
    rail->addItem(Icon::Ask, u"Ask"_s)->setCount(u"3"_s);
    rail->addItem(Icon::Triage, u"Triage"_s)->setCount(u"47"_s);
    rail->addItem(Icon::Events, u"Events"_s)->setCount(u"1.2k/s"_s);
    rail->addSeparator();
    rail->addItem(Icon::Analytics, u"Analytics"_s);
    rail->addItem(Icon::Alerts, u"Alerts"_s)->setCount(u"2"_s, NavMark::Alarm);
    rail->addSeparator();
    rail->addItem(Icon::Evaluate, u"Evaluate"_s)->setCount(u"1"_s, NavMark::News);
    rail->addItem(Icon::Learn, u"Learn"_s)->setCount(u"12"_s);
    rail->addSeparator();
    rail->addItem(Icon::Platform, u"Platform"_s);
    rail->addItem(Icon::Settings, u"Settings"_s);
    across->addWidget(rail);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(head());
    middle->addWidget(new Hairline);
    auto *work = new QHBoxLayout;
    work->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(turn(true));
    left->addWidget(streaming());
    left->addWidget(composer());
    left->addWidget(standard());
    left->addStretch(1);
    work->addLayout(left, 1);
    work->addWidget(new Hairline(Qt::Vertical));
    auto *right = inspector();
    right->setFixedWidth(448);
    work->addWidget(right);
    middle->addLayout(work, 1);
    across->addLayout(middle, 1);
    outer->addLayout(across, 1);
    auto *status = new StatusBar;
    status->setLeft({{u"Kafka"_s, u"3 topics, lag 12"_s, Dot::Good},
                     {u"Core"_s, u"ready"_s, Dot::Good},
                     {u"Judge"_s, u"rubric v7"_s, Dot::Warn},
                     {u"Spend today"_s, u"$38.20 of $60"_s},
                     {{}, u"Turn 13 streaming, 1.1 s"_s, Dot::None, true}});
    status->setRight({{{}, u"Profile Balanced"_s}, {{}, u"14:06:32 UTC"_s}});
    outer->addWidget(status);
    return window;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    initKit();
    applyTheme(app, arguments.value(1) == u"light"_s  ? ThemeChoice::Light
                    : arguments.value(1) == u"dark"_s ? ThemeChoice::Dark
                                                      : ThemeChoice::System);
    QWidget *window = shell();
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->resize(1440, 900);
    window->show();
    window->activateWindow();
    window->findChild<QPlainTextEdit *>()->setFocus();
    (new Toast(window))->notify(u"Turn 12 sent to triage"_s, u"Undo"_s, 0);
    if (arguments.size() > 2)
        QTimer::singleShot(600, window, [window, path = arguments.at(2)] {
            window->grab().save(path);
            QApplication::quit();
        });
    return QApplication::exec();
}
