// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/judge_page.h"

#include "ui/ask/wrapped_text.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double nameWidth = 168;
constexpr double figuresWide = 250;
constexpr double inset = 8;

QString score(double value)
{
    return QLocale().toString(value, 'f', 3);
}

QString signedScore(double value)
{
    return (value < -0.0005 ? u"−"_s : u"+"_s) + score(std::abs(value));
}

QString intervalText(const AttackFigure &one)
{
    return one.lift.interval
               ? u"%1 … %2"_s.arg(signedScore(one.lift.interval->low), signedScore(one.lift.interval->high))
               : u"–"_s;
}

bool gains(const AttackFigure &one)
{
    return one.lift.isDistinguishable() && one.lift.mean > 0.0;
}

PlainLabel *heading(const QString &text)
{
    auto *label = new PlainLabel(text, Type::Body, Tone::Primary);
    label->setType(Type::Body, QFont::DemiBold);
    return label;
}

QString timeText(UtcTime time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000), QLocale::ShortFormat);
}

} // namespace

AttackTable::AttackTable(QWidget *parent) : RowList(Tr::tr("What attacks gain, by kind"), metric::row, parent)
{
    setActivatable(true);
}

void AttackTable::setReport(const AttackReport &report)
{
    m_figures = report.kinds + report.languages;
    m_figures.append(report.all);
    rowsChanged();
}

QString AttackTable::spoken(int index) const
{
    const AttackFigure &one = m_figures.at(index);
    QString text = Tr::tr("%1: gain %2, 95 %: %3, %4 of %5 pass")
                       .arg(one.label, signedScore(one.lift.mean), intervalText(one),
                            QString::number(one.passed), QString::number(one.attacks));
    if (one.unscored > 0)
        text += u", "_s + Tr::tr("%n without a score", nullptr, one.unscored);
    return text;
}

void AttackTable::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const AttackFigure &one = m_figures.at(index);
    const bool isAll = one.key == u"all";
    const Band band = gains(one) ? Band::Fail : one.passed > 0 ? Band::Low : Band::Pass;
    painter.setFont(ui::font(Type::Body, isAll ? QFont::DemiBold : QFont::Normal));
    painter.setPen(t.text);
    paintBandGlyph(painter, {row.left() + inset, row.center().y() - 6, 12, 12}, band);
    drawLine(painter, {row.left() + inset + 20, row.top(), nameWidth - 20, row.height()}, one.label);

    // From −1 to 1: no gain is the middle.
    const QRectF bar(row.left() + inset + nameWidth + 8, row.center().y() - 4,
                     row.width() - nameWidth - figuresWide - 2 * inset - 24, 8);
    if (bar.width() > 40) {
        paintBox(painter, bar, 2, t.track);
        const double middle = bar.center().x();
        const double end = middle + std::clamp(one.lift.mean, -1.0, 1.0) * bar.width() / 2;
        if (std::abs(end - middle) >= 1)
            painter.fillRect(QRectF(std::min(middle, end), bar.top(), std::abs(end - middle), bar.height()),
                             gains(one) ? t.band(Band::Fail).fill : t.neutral);
        painter.fillRect(QRectF(middle - 0.5, bar.top() - 3, 1, bar.height() + 6), t.textThird);
    }
    painter.setFont(ui::font(Type::Body, isAll ? QFont::DemiBold : QFont::Normal));
    painter.setPen(gains(one) ? toneColor(Tone::Fail) : t.text);
    double x = row.right() - inset - figuresWide;
    drawFigures(painter, {x, row.top(), 58, row.height()}, signedScore(one.lift.mean));
    painter.setFont(ui::font(Type::Small));
    painter.setPen(t.textSecond);
    drawFigures(painter, {x + 62, row.top(), 112, row.height()}, intervalText(one));
    painter.setPen(one.passed > 0 ? toneColor(Tone::Fail) : t.textSecond);
    drawFigures(painter, {x + 178, row.top(), figuresWide - 178, row.height()},
                Tr::tr("%1 of %2").arg(one.passed).arg(one.attacks));
}

JudgePage::JudgePage(PromptHost &host, Actions &actions, QWidget *parent)
    : QWidget(parent), m_host(host), m_actions(actions),
      m_figure(new PlainLabel(QString(), Type::Figure, Tone::Primary)),
      m_verdict(new WrappedText(Type::Body, QFont::Normal, Tone::Primary)),
      m_scale(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_progress(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_columns(new PlainLabel(Tr::tr("gain · 95 % interval · attacks that pass"), Type::Small, Tone::Third)),
      m_table(new AttackTable), m_agreement(new WrappedText(Type::Body, QFont::Normal, Tone::Primary)),
      m_spread(new WrappedText(Type::Body, QFont::Normal, Tone::Primary)), m_failed(new ErrorState),
      m_states(new QStackedWidget)
{
    makeParts();
    connect(m_actions.at(ActionId::AttackJudge), &QAction::triggered, this, &JudgePage::run);
    connect(m_actions.at(ActionId::StopAttack), &QAction::triggered, this, [this] { m_host.stop(); });
    m_actions.at(ActionId::StopAttack)->setEnabled(false);
    connect(m_failed, &ErrorState::retry, this, &JudgePage::read);
    connect(&m_host, &PromptHost::progressed, this, [this](const TrialProgress &now) {
        if (m_actions.at(ActionId::StopAttack)->isEnabled())
            tell(
                Tr::tr("%1 of %2 answers, spent %3")
                    .arg(QString::number(now.done), QString::number(now.total), formatUsd(now.spent.amount)));
    });
    tell({});
}

Button *JudgePage::button(ActionId id, const QString &text, bool primary)
{
    QAction *const action = m_actions.at(id);
    auto *made = new Button(Icon::None, text, primary ? ButtonKind::Primary : ButtonKind::Secondary);
    made->setKeyHint(action->shortcut());
    made->setFocusPolicy(Qt::TabFocus);
    made->setAccessibleName(action->text());
    plainToolTip(made, action->text());
    connect(made, &Button::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, made, [made, action] { made->setEnabled(action->isEnabled()); });
    return made;
}

void JudgePage::makeParts()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_figure->setType(Type::Figure, QFont::DemiBold);
    head->addWidget(m_figure, 1);
    m_run = button(ActionId::AttackJudge, Tr::tr("Run the attacks"), true);
    head->addWidget(m_run);
    head->addWidget(button(ActionId::StopAttack, Tr::tr("Stop"), false));
    column->addWidget(heading(Tr::tr("What attacks gain")));
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_verdict);
    column->addWidget(m_scale);
    m_columns->setAlignment(Qt::AlignRight);
    column->addWidget(m_columns);
    column->addWidget(m_table);
    column->addSpacing(12);
    column->addWidget(heading(Tr::tr("Agreement with people")));
    column->addWidget(m_agreement);
    column->addSpacing(12);
    column->addWidget(heading(Tr::tr("Spread when asked again")));
    column->addWidget(m_spread);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inside);
    m_states->addWidget(area);
    m_states->addWidget(m_failed);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_states);
}

void JudgePage::focusDefault()
{
    (m_table->isHidden() ? static_cast<QWidget *>(m_run) : m_table)->setFocus(Qt::OtherFocusReason);
}

void JudgePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void JudgePage::refresh()
{
    if (isVisible())
        read();
}

void JudgePage::read()
{
    m_host.readStanding(this, [this](const Result<JudgeStanding> &standing) { take(standing); });
}

void JudgePage::take(const Result<JudgeStanding> &standing)
{
    m_states->setCurrentIndex(standing ? 0 : 1);
    if (!standing)
        return m_failed->setError(standing.error().message, {});
    if (standing->attacks) {
        showReport(*standing->attacks);
    } else {
        m_figure->setText(Tr::tr("not measured"));
        m_figure->setTone(Tone::Second);
        m_verdict->setText(
            standing->noAttacks + u' ' +
            Tr::tr("100 answers that flatter, command or feign show how far the judge can be talked into "
                   "a score."));
        m_scale->hide();
        m_columns->hide();
        const bool hadFocus = m_table->hasFocus();
        m_table->hide();
        if (hadFocus)
            m_run->setFocus(Qt::OtherFocusReason);
    }
    showPeople(*standing);
    Q_EMIT factsText(Tr::tr("judge: %1").arg(visibleLine(standing->judge, 60)));
}

void JudgePage::showReport(const AttackReport &report)
{
    const AttackFigure &all = report.all;
    m_figure->setText(
        Tr::tr("%1 gained, %2 of %3 pass")
            .arg(signedScore(all.lift.mean), QString::number(all.passed), QString::number(all.attacks)));
    m_figure->setTone(gains(all) || all.passed > 0 ? Tone::Fail : Tone::Pass);
    m_verdict->setText(gains(all) ? Tr::tr("Tricks gain more than chance explains.")
                                  : Tr::tr("Over all, tricks gain nothing that can be told from chance."));
    QString scale = Tr::tr("%1, threshold %2, %3.")
                        .arg(visibleLine(report.judge, 120), QLocale().toString(report.threshold, 'f', 2),
                             timeText(report.at));
    if (report.goodMean && report.plainMean)
        scale += u' ' + Tr::tr("For scale: good answers score %1 (%2 of %3 pass), honest bad ones %4.")
                            .arg(score(*report.goodMean), QString::number(report.goodPassed),
                                 QString::number(report.bases), score(*report.plainMean));
    m_scale->setText(scale + u' ' +
                     Tr::tr("Gain: score of the attacked answer less that of the same bad answer "
                            "without the trick, mean and 95 % interval."));
    m_scale->show();
    m_table->setReport(report);
    m_columns->show();
    m_table->show();
}

void JudgePage::showPeople(const JudgeStanding &standing)
{
    QStringList lines;
    for (const JudgeAgreement &one : standing.agreement.judges) {
        QString line = Tr::tr("%1: the same as people on %2 of %3 labelled turns")
                           .arg(visibleLine(one.judge, 80),
                                QString::number(one.confusion.bothPass + one.confusion.neither),
                                QString::number(one.confusion.total()));
        if (one.kappa)
            line += u", κ "_s + QLocale().toString(*one.kappa, 'f', 2);
        if (one.confusion.judgeOnly > 0)
            line += u", "_s + Tr::tr("passes %1 that people call bad").arg(one.confusion.judgeOnly);
        lines.append(line);
    }
    m_agreement->setText(lines.isEmpty()
                             ? Tr::tr("No turn with a judge's score is labelled good or bad yet. Label some "
                                      "in Ask or Triage, and see here whether the judge agrees.")
                             : lines.join(u'\n'));
    m_agreement->setTone(lines.isEmpty() ? Tone::Second : Tone::Primary);
    QStringList spreads;
    for (const JudgeSpread &one : standing.spreads)
        spreads.append(Tr::tr("%1: standard deviation %2 over %3 repeats")
                           .arg(visibleLine(one.judge, 80), score(std::sqrt(std::max(0.0, one.variance))),
                                QString::number(one.repeats)));
    m_spread->setText(spreads.isEmpty() ? Tr::tr("No answer was judged again yet; Triage does it on a turn.")
                                        : spreads.join(u'\n'));
    m_spread->setTone(spreads.isEmpty() ? Tone::Second : Tone::Primary);
}

void JudgePage::run()
{
    // In this order the focus goes from one button to the other.
    m_actions.at(ActionId::StopAttack)->setEnabled(true);
    m_actions.at(ActionId::AttackJudge)->setEnabled(false);
    m_progress->setTone(Tone::Second);
    m_host.attack(this, [this](const Result<AttackReport> &report) {
        const bool hadFocus = isAncestorOf(QApplication::focusWidget());
        m_actions.at(ActionId::AttackJudge)->setEnabled(true);
        m_actions.at(ActionId::StopAttack)->setEnabled(false);
        m_progress->setTone(report || report.error().code == Errc::Cancelled ? Tone::Second : Tone::Fail);
        tell(report ? QString() : report.error().message);
        if (report)
            showReport(*report);
        if (hadFocus) // the button that had it may be off now
            focusDefault();
    });
}

void JudgePage::tell(const QString &progress)
{
    m_progress->setText(progress);
    m_progress->setVisible(!progress.isEmpty());
}

QString JudgePage::verdict() const
{
    return m_figure->fullText() + u" · "_s + m_verdict->shown();
}

QString JudgePage::agreement() const
{
    return m_agreement->shown();
}

QString JudgePage::progress() const
{
    return m_progress->shown();
}

} // namespace assay::ui
