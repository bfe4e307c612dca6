// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/firing_pane.h"

#include "service/alert_subject_row.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int firingHeight = 28;
constexpr int subjectHeight = 28;
constexpr qsizetype mostFirings = 60; ///< that are listed; the chart shows all

PlainLabel *sectionTitle(const QString &text)
{
    auto *label = new PlainLabel(text, Type::Small, Tone::Second);
    label->setType(Type::Small, QFont::DemiBold);
    return label;
}

QString besideText(const AlertEntry &entry)
{
    QStringList parts;
    if (entry.mute != AlertMute::Told)
        parts.append(muteTitle(entry.mute));
    if (!entry.acknowledgedBy.isEmpty())
        parts.append(Tr::tr("taken by %1").arg(visibleLine(entry.acknowledgedBy, 40)));
    return parts.join(u" · "_s);
}

} // namespace

FiringList::FiringList(QWidget *parent) : RowList(Tr::tr("Firings"), firingHeight, parent)
{
    setActivatable(true);
}

void FiringList::setRows(const AlertRule &rule, const QList<AlertEntry> &entries, UtcTime now)
{
    m_rule = rule;
    m_entries = entries.mid(0, mostFirings);
    m_now = now;
    rowsChanged();
}

const AlertEntry *FiringList::at(int row) const
{
    return row >= 0 && row < count() ? &m_entries.at(row) : nullptr;
}

int FiringList::rowOf(const QString &firingId) const
{
    for (int row = 0; row < count(); ++row)
        if (m_entries.at(row).firing.id == firingId)
            return row;
    return -1;
}

void FiringList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const AlertEntry &entry = m_entries.at(index);
    const AlertFiring &firing = entry.firing;
    const RuleStanding standing = firing.resolvedAt                 ? RuleStanding::Kept
                                  : entry.mute != AlertMute::Told   ? RuleStanding::Silenced
                                  : !entry.acknowledgedBy.isEmpty() ? RuleStanding::Acknowledged
                                                                    : RuleStanding::Firing;
    paintStanding(painter, {row.left() + 4, row.center().y() - 5.5, 11, 11}, standing);
    painter.setFont(assay::ui::font(Type::Small));
    const QString beside = besideText(entry);
    const double besideWide =
        std::min(row.width() / 3, QFontMetricsF(painter.font()).horizontalAdvance(beside) + 4);
    const QString times = firingTimes(firing, m_now);
    const double timesWide = std::max(190.0, figuresWidth(painter.font(), times) + 10);
    painter.setPen(t.text);
    drawFigures(painter, {row.left() + 24, row.top(), timesWide, row.height()}, times,
                Qt::AlignLeft | Qt::AlignVCenter);
    QString said = ruleValueText(m_rule, firing.value);
    if (firing.total > 0)
        said += u"   "_s + Tr::tr("%1 of %2").arg(firing.matching).arg(firing.total);
    painter.setPen(t.textSecond);
    const double x = row.left() + 24 + timesWide;
    drawLine(painter, {x, row.top(), row.right() - besideWide - 10 - x, row.height()}, said);
    drawLine(painter, {row.right() - besideWide - 4, row.top(), besideWide, row.height()}, beside,
             Qt::AlignRight | Qt::AlignVCenter);
}

QString FiringList::spoken(int index) const
{
    const AlertEntry &entry = m_entries.at(index);
    QStringList parts{firingTimes(entry.firing, m_now), ruleValueText(m_rule, entry.firing.value)};
    if (const QString beside = besideText(entry); !beside.isEmpty())
        parts.append(beside);
    return parts.join(u", "_s);
}

SubjectList::SubjectList(QWidget *parent) : RowList(Tr::tr("Turns behind the alert"), subjectHeight, parent)
{
    setActivatable(true);
}

void SubjectList::setRows(const QList<AlertSubject> &subjects, UtcTime now)
{
    m_subjects = subjects;
    m_now = now;
    rowsChanged();
}

const AlertSubject *SubjectList::at(int row) const
{
    return row >= 0 && row < count() ? &m_subjects.at(row) : nullptr;
}

void SubjectList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const AlertSubject &subject = m_subjects.at(index);
    const std::optional<double> score =
        subject.score ? std::optional(static_cast<double>(*subject.score)) : std::nullopt;
    if (score)
        paintBandGlyph(painter, {row.left() + 4, row.center().y() - 5.5, 11, 11}, bandOf(*score));
    painter.setFont(assay::ui::font(Type::Body, QFont::DemiBold));
    painter.setPen(score ? t.band(bandOf(*score)).text : t.textThird);
    drawFigures(painter, {row.left() + 21, row.top(), 38, row.height()}, scoreText(score),
                Qt::AlignLeft | Qt::AlignVCenter);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textThird);
    const QString when = whenText(subject.time, m_now);
    const double whenWide = figuresWidth(painter.font(), when) + 8;
    drawFigures(painter, {row.right() - whenWide - 4, row.top(), whenWide, row.height()}, when);
    const QString beside =
        visibleLine(subject.issues.isEmpty() ? subject.model : subject.issues.join(u", "_s), 120);
    const double besideWide =
        std::min(row.width() / 3, QFontMetricsF(painter.font()).horizontalAdvance(beside) + 4);
    painter.setPen(subject.issues.isEmpty() ? t.textSecond : t.band(Band::Low).text);
    const double besideLeft = row.right() - whenWide - 14 - besideWide;
    drawLine(painter, {besideLeft, row.top(), besideWide, row.height()}, beside,
             Qt::AlignRight | Qt::AlignVCenter);
    const bool known = !subject.question.isEmpty();
    painter.setFont(known ? assay::ui::font(Type::Body) : assay::ui::mono(Type::Small));
    painter.setPen(known ? t.text : t.textSecond);
    drawLine(painter, {row.left() + 64, row.top(), besideLeft - 10 - row.left() - 64, row.height()},
             visibleLine(known ? subject.question : subject.threadId, 400));
}

QString SubjectList::spoken(int index) const
{
    const AlertSubject &subject = m_subjects.at(index);
    const std::optional<double> score =
        subject.score ? std::optional(static_cast<double>(*subject.score)) : std::nullopt;
    return QStringList{scoreText(score),
                       visibleLine(subject.question.isEmpty() ? subject.threadId : subject.question, 400),
                       visibleLine(subject.model, 60), visibleLine(subject.issues.join(u", "_s), 120),
                       whenText(subject.time, m_now)}
        .join(u", "_s);
}

FiringPane::FiringPane(AlertHost &host, const QString &who, QWidget *parent)
    : QWidget(parent), m_host(host), m_who(who), m_firings(new FiringList),
      m_nothing(new PlainLabel(QString(), Type::Small, Tone::Third)),
      m_told(new WrappedText(Type::Small, QFont::Normal, Tone::Second)), m_detail(new QWidget),
      m_turnsTitle(sectionTitle(Tr::tr("Turns behind it"))),
      m_turnsNote(new PlainLabel(QString(), Type::Small, Tone::Third)), m_turns(new SubjectList)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(sectionTitle(Tr::tr("Firings")));
    column->addWidget(m_nothing);
    column->addWidget(m_firings);
    auto *detail = new QVBoxLayout(m_detail);
    detail->setContentsMargins(0, 6, 0, 0);
    detail->setSpacing(6);
    detail->addWidget(m_told);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_turnsTitle);
    head->addWidget(m_turnsNote, 1);
    m_turnsNote->setElide(Qt::ElideRight);
    m_turnsNote->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    detail->addLayout(head);
    detail->addWidget(m_turns);
    column->addWidget(m_detail);
    m_nothing->setWordWrap(true);
    connect(m_firings, &RowList::currentChanged, this, &FiringPane::take);
    connect(m_firings, &RowList::activated, this, &FiringPane::take);
    connect(m_turns, &RowList::activated, this, [this] { Q_EMIT turnWanted(); });
}

const AlertEntry *FiringPane::current() const
{
    return m_firings->at(m_firings->rowOf(m_chosen));
}

const AlertSubject *FiringPane::currentTurn() const
{
    return m_turns->at(m_turns->current());
}

void FiringPane::setFirings(const AlertRule &rule, const QList<AlertEntry> &entries, UtcTime now,
                            const QString &nothing)
{
    m_now = now;
    m_firings->setRows(rule, entries, now);
    m_firings->setVisible(!entries.isEmpty());
    m_nothing->setText(entries.size() > mostFirings
                           ? Tr::tr("The newest %1 of %2.").arg(mostFirings).arg(entries.size())
                           : nothing);
    m_nothing->setVisible(entries.isEmpty() || entries.size() > mostFirings);
    m_detail->setVisible(!entries.isEmpty());
    const int row = std::max(0, m_firings->rowOf(m_chosen));
    m_firings->setCurrent(row);
    take(row);
}

void FiringPane::choose(const QString &firingId)
{
    if (const int row = m_firings->rowOf(firingId); row >= 0)
        m_firings->setCurrent(row);
}

void FiringPane::take(int row)
{
    const AlertEntry *entry = m_firings->at(row);
    const QString id = entry != nullptr ? entry->firing.id : QString();
    m_firings->setSelected(entry != nullptr ? row : -1);
    const bool other = std::exchange(m_chosen, id) != id;
    fillTrail();
    if (m_turnsOf != id)
        readTurns();
    if (other)
        Q_EMIT chosen(id);
}

void FiringPane::fillTrail()
{
    const AlertEntry *entry = current();
    QStringList lines;
    if (entry != nullptr) {
        if (const QString summary = entry->firing.annotations.value(u"summary"_s); !summary.isEmpty())
            lines.append(visibleLine(summary, 300));
        if (const QString action = entry->firing.annotations.value(u"action"_s); !action.isEmpty())
            lines.append(Tr::tr("What to do: %1").arg(visibleLine(action, 300)));
        for (const AlertNote &note : entry->notes)
            lines.append(whenText(note.at, m_now) + u"  "_s + noteText(note, m_who));
    }
    m_told->setText(lines.join(u'\n'));
    m_told->setVisible(!lines.isEmpty());
}

void FiringPane::readTurns()
{
    m_turnsOf = m_chosen;
    m_subjects.clear();
    const AlertEntry *entry = current();
    if (entry == nullptr || entry->firing.events.isEmpty()) {
        showTurns();
        return;
    }
    m_turnsNote->setText(Tr::tr("reading …"));
    m_host.readSubjects(entry->firing.events, this,
                        [this, asked = m_chosen](const Result<QList<AlertSubject>> &subjects) {
                            if (asked != m_chosen)
                                return;
                            m_subjects = subjects.value_or(QList<AlertSubject>());
                            showTurns();
                            if (!subjects)
                                m_turnsNote->setText(subjects.error().message);
                        });
}

void FiringPane::setFilter(const Filter &filter)
{
    m_filter = filter;
    showTurns();
}

void FiringPane::showTurns()
{
    QList<AlertSubject> shown;
    std::ranges::copy_if(m_subjects, std::back_inserter(shown), [this](const AlertSubject &subject) {
        return m_filter.matches(AlertSubjectRow(subject), m_now);
    });
    m_turns->setRows(shown, m_now);
    m_turns->setVisible(!shown.isEmpty());
    const AlertEntry *entry = current();
    const QLocale locale;
    const qint64 all = entry != nullptr ? entry->firing.eventCount : 0;
    m_turnsNote->setText(
        entry == nullptr       ? QString()
        : m_subjects.isEmpty() ? Tr::tr("This alert rests on no single turn.")
        : shown.size() < m_subjects.size()
            ? Tr::tr("%1 of %2 match the filter").arg(shown.size()).arg(m_subjects.size())
        : all > m_subjects.size()
            ? Tr::tr("the worst %1 of %2").arg(locale.toString(m_subjects.size()), locale.toString(all))
            : locale.toString(m_subjects.size()));
}

} // namespace assay::ui
