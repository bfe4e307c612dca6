// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/what_if_figures.h"

#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QLocale>
#include <QtWidgets/QGridLayout>

#include <cmath>
#include <functional>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rows = 5;
constexpr int rowHeight = 16;

/// A figure before and after, with half its interval where it is no certainty.
QString change(const WhatIfFigure &figure, const std::function<QString(double)> &shown)
{
    QString text = shown(figure.recorded) + u" → "_s + shown(figure.predicted);
    if (figure.low != figure.high)
        text += u" ± "_s + shown((figure.high - figure.low) / 2.0);
    return text;
}

QString percent(double share)
{
    return QLocale().toString(100.0 * share, 'f', 1);
}

/// Of a thousand queries: one costs less than a cent.
QString dollars(double micros)
{
    return QLocale().toString(micros * 1000.0 / 1e6, 'f', 2);
}

QString seconds(double micros)
{
    return QLocale().toString(micros / 1e6, 'f', 2);
}

QString times(double count)
{
    return QLocale().toString(count, 'f', 2);
}

QString number(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

WhatIfFigures::WhatIfFigures(QWidget *parent)
    : QWidget(parent), m_title(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_note(new PlainLabel(QString(), Type::Small, Tone::Second))
{
    m_title->setType(Type::Small, QFont::DemiBold);
    m_title->setElide(Qt::ElideRight);
    m_note->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    for (int row = 0; row < rows; ++row) {
        auto *name = new PlainLabel(QString(), Type::Small, Tone::Second);
        auto *value = new PlainLabel(QString(), Type::Small, Tone::Primary);
        value->setElide(Qt::ElideRight);
        value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        name->setFixedHeight(rowHeight);
        value->setFixedHeight(rowHeight);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(name, row + 1, 0);
        grid->addWidget(value, row + 1, 1);
        m_rows.append(Row{.name = name, .value = value});
    }
    grid->addWidget(m_note, rows + 1, 0, 1, 2);
}

void WhatIfFigures::setRow(int row, const QString &name, const QString &value)
{
    m_rows[row].name->setText(name);
    m_rows[row].value->setText(value);
    m_rows[row].value->setAccessibleName(name + u' ' + value);
}

void WhatIfFigures::setAnswer(const WhatIfAnswer &answer)
{
    m_refused = false;
    for (const Row &row : std::as_const(m_rows)) {
        row.name->show();
        row.value->show();
    }
    m_title->setText(
        answer.estimated == 0
            ? Tr::tr("What if: %1 turns, exact").arg(number(answer.turns))
            : Tr::tr("What if: %1 turns, %2 estimated").arg(number(answer.turns), number(answer.estimated)));
    plainToolTip(
        m_title,
        Tr::tr("%1 turns follow exactly from what was recorded, %2 are estimated from like turns; ± is "
               "half of the 95 % interval.")
            .arg(number(answer.exact), number(answer.estimated)));
    setRow(0, Tr::tr("Pass rate, %"), change(answer.passRate, &percent));
    setRow(1, Tr::tr("Cost of 1,000, $"), change(answer.cost, &dollars));
    setRow(2, Tr::tr("P95, s"), change(answer.p95, &seconds));
    setRow(3, Tr::tr("Premium share, %"), change(answer.premiumShare, &percent));
    setRow(4, Tr::tr("Retries a query"), change(answer.retries, &times));
    const auto toPass = answer.toPass + std::llround(answer.estimatedToPass);
    const auto toFail = answer.toFail + std::llround(answer.estimatedToFail);
    m_note->setTone(Tone::Second);
    m_note->setText(Tr::tr("%1 would pass now, %2 would fail").arg(number(toPass), number(toFail)));
}

void WhatIfFigures::setRefusal(const QString &sentence)
{
    m_refused = true;
    for (const Row &row : std::as_const(m_rows)) {
        row.name->hide();
        row.value->hide();
    }
    m_title->setText(Tr::tr("What if: no answer"));
    plainToolTip(m_title, {});
    m_note->setTone(Tone::Near);
    m_note->setText(sentence);
}

QString WhatIfFigures::headline() const
{
    if (m_refused)
        return m_note->fullText();
    return Tr::tr("Passes: %1 % · of 1,000: $%2")
        .arg(m_rows.at(0).value->fullText(), m_rows.at(1).value->fullText());
}

QString WhatIfFigures::words() const
{
    QStringList lines{m_title->fullText()};
    if (!m_refused)
        for (const Row &row : m_rows)
            lines.append(row.name->fullText() + u": "_s + row.value->fullText());
    lines.append(m_note->fullText());
    return lines.join(u'\n');
}

} // namespace assay::ui
