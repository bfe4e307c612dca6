// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspect_rows.h"
#include "ui/kit/paint.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double gap = 14;
constexpr double markWidth = 9;
constexpr double markGap = 5;

double markRoom(Legend::Mark mark)
{
    switch (mark) {
    case Legend::Mark::None: return 0;
    case Legend::Mark::Tick: return 2 + 4;
    case Legend::Mark::Ring:
    case Legend::Mark::Square:
    case Legend::Mark::Relevant:
    case Legend::Mark::Ambiguous:
    case Legend::Mark::Irrelevant: return markWidth + markGap;
    }
    Q_UNREACHABLE();
}

const QString &textOf(const Legend::Entry &entry, bool brief)
{
    return brief && !entry.brief.isEmpty() ? entry.brief : entry.text;
}

void paintMark(QPainter &painter, const QRectF &box, const Legend::Entry &entry)
{
    const Tokens &t = tokens();
    switch (entry.mark) {
    case Legend::Mark::None: return;
    case Legend::Mark::Ring: paintGradeGlyph(painter, box, Relevance::Irrelevant); return;
    case Legend::Mark::Square:
        painter.fillRect(box, entry.band ? t.band(*entry.band).fill : t.neutral);
        return;
    case Legend::Mark::Tick:
        painter.fillRect(QRectF(box.left(), box.center().y() - 6, 2, 12), t.text);
        return;
    case Legend::Mark::Relevant: paintGradeGlyph(painter, box, Relevance::Relevant); return;
    case Legend::Mark::Ambiguous: paintGradeGlyph(painter, box, Relevance::Ambiguous); return;
    case Legend::Mark::Irrelevant: paintGradeGlyph(painter, box, Relevance::Irrelevant); return;
    }
}

} // namespace

Legend::Legend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Legend::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    QStringList said;
    for (const Entry &entry : entries)
        said.append(entry.text);
    setAccessibleName(said.join(u", "_s));
    updateGeometry();
    update();
}

double Legend::widthOf(bool brief) const
{
    double width = gap * static_cast<double>(std::max<qsizetype>(0, m_entries.size() - 1));
    for (const Entry &entry : m_entries)
        width += markRoom(entry.mark) +
                 std::ceil(figuresWidth(assay::ui::font(Type::Small), textOf(entry, brief)));
    return width;
}

QSize Legend::sizeHint() const
{
    return {static_cast<int>(widthOf(false)) + 1, metric::rowTight};
}

QSize Legend::minimumSizeHint() const
{
    return {40, metric::rowTight};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(assay::ui::font(Type::Small));
    const bool brief = widthOf(false) > width();
    double x = width() - widthOf(brief);
    for (const Entry &entry : m_entries) {
        const QString &text = textOf(entry, brief);
        const double textWidth = std::ceil(figuresWidth(painter.font(), text));
        if (x >= 0) {
            paintMark(painter, {x, (height() - markWidth) / 2.0, markWidth, markWidth}, entry);
            painter.setPen(tokens().textSecond);
            const double left = x + markRoom(entry.mark);
            drawFigures(painter, {left, 0, textWidth, static_cast<double>(height())}, text,
                        Qt::AlignLeft | Qt::AlignVCenter);
        }
        x += markRoom(entry.mark) + textWidth + gap;
    }
}

} // namespace assay::ui
