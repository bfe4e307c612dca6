// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/range_bar.h"

#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array presets{"1h", "24h", "7d", "30d"};
constexpr int own = static_cast<int>(presets.size());

QString typedMoment(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000).toString(u"yyyy-MM-ddTHH:mm"_s);
}

} // namespace

RangeBar::RangeBar(QWidget *parent)
    : QWidget(parent), m_tabs(new SegmentedTabs({Tr::tr("1 h"), Tr::tr("24 h"), Tr::tr("7 d"), Tr::tr("30 d"),
                                                 Tr::tr("From–to")})),
      m_from(new QLineEdit), m_to(new QLineEdit), m_dash(new PlainLabel(u"–"_s, Type::Body, Tone::Second)),
      m_problem(new PlainLabel(QString(), Type::Small, Tone::Fail))
{
    m_tabs->setAccessibleName(Tr::tr("Time range"));
    m_tabs->setCurrent(1);
    m_from->setAccessibleName(Tr::tr("From"));
    m_to->setAccessibleName(Tr::tr("To"));
    for (QLineEdit *field : {m_from, m_to}) {
        field->setFixedWidth(136);
        field->setPlaceholderText(u"2026-11-20T08:00"_s);
        connect(field, &QLineEdit::returnPressed, this, &RangeBar::changed);
    }
    m_problem->setElide(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_tabs);
    row->addWidget(m_from);
    row->addWidget(m_dash);
    row->addWidget(m_to);
    row->addWidget(m_problem, 1);
    m_problem->hide();
    showOwn(false);
    connect(m_tabs, &SegmentedTabs::currentChanged, this, [this](int index) {
        showOwn(index == own);
        if (index == own) {
            m_from->setFocus(Qt::OtherFocusReason);
            m_from->selectAll();
        } else {
            Q_EMIT changed();
        }
    });
}

void RangeBar::showOwn(bool on)
{
    m_from->setVisible(on);
    m_dash->setVisible(on);
    m_to->setVisible(on);
    if (!on)
        setProblem({});
    if (on && m_from->text().isEmpty() && m_suggested.from < m_suggested.to) {
        m_from->setText(typedMoment(m_suggested.from));
        m_to->setText(typedMoment(m_suggested.to));
    }
}

QString RangeBar::text() const
{
    if (isRelative())
        return QString::fromLatin1(presets.at(static_cast<std::size_t>(std::max(0, m_tabs->current()))));
    return m_from->text().trimmed() + u".."_s + m_to->text().trimmed();
}

void RangeBar::setText(const QString &text)
{
    const QSignalBlocker quiet(m_tabs);
    for (std::size_t i = 0; i < presets.size(); ++i)
        if (text == QLatin1StringView(presets.at(i))) {
            m_tabs->setCurrent(static_cast<int>(i));
            showOwn(false);
            return;
        }
    const qsizetype dots = text.indexOf(u".."_s);
    if (dots < 0)
        return;
    m_from->setText(text.left(dots));
    m_to->setText(text.mid(dots + 2));
    m_tabs->setCurrent(own);
    showOwn(true);
}

bool RangeBar::isRelative() const
{
    return m_tabs->current() != own;
}

void RangeBar::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void RangeBar::suggest(const TimeRange &range)
{
    m_suggested = range;
}

void RangeBar::openOwn()
{
    if (m_tabs->current() == own) {
        m_from->setFocus(Qt::OtherFocusReason);
        m_from->selectAll();
    }
    m_tabs->setCurrent(own);
}

} // namespace assay::ui
