// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/prompt_lists.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double inset = 12;
constexpr double lineHeight = 17;

double widthOf(const QFont &font, const QString &text)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2;
}

/// Two lines: a name with something at its right, and facts below.
void paintTwoLines(QPainter &painter, const QRectF &row, const QString &name, const QString &right,
                   Tone rightTone, const QString &facts, bool strong)
{
    const Tokens &t = tokens();
    const QFont small = ui::font(Type::Small);
    const double wide = right.isEmpty() ? 0.0 : widthOf(small, right);
    painter.setFont(ui::font(Type::Body, strong ? QFont::DemiBold : QFont::Normal));
    painter.setPen(t.text);
    drawLine(painter, {row.left() + inset, row.top() + 4, row.width() - 2 * inset - wide - 8, lineHeight},
             name);
    painter.setFont(small);
    painter.setPen(toneColor(rightTone));
    drawLine(painter, {row.right() - inset - wide, row.top() + 4, wide, lineHeight}, right);
    painter.setPen(t.textSecond);
    drawLine(painter, {row.left() + inset, row.top() + 4 + lineHeight, row.width() - 2 * inset, lineHeight},
             facts);
}

} // namespace

QString versionFactsText(const PromptVersion &version)
{
    if (version.version == 1)
        return Tr::tr("comes with Assay");
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMicros(version.at) / 1000);
    QString text =
        Tr::tr("%1 by %2").arg(QLocale().toString(at, QLocale::ShortFormat), visibleLine(version.who, 40));
    if (!version.note.isEmpty())
        text += u" · "_s + visibleLine(version.note, 200);
    return text;
}

PromptList::PromptList(QWidget *parent) : RowList(Tr::tr("Prompts"), 42, parent)
{
    setActivatable(true);
}

int PromptList::count() const
{
    return static_cast<int>(m_versions.size());
}

void PromptList::setOverview(const PromptOverview &overview)
{
    m_versions = overview.versions;
    rowsChanged();
}

void PromptList::setChanged(PromptKind kind, bool changed)
{
    const int row = static_cast<int>(kind);
    if (changed == m_changed.contains(row))
        return;
    if (changed)
        m_changed.insert(row);
    else
        m_changed.remove(row);
    rowsChanged();
}

QString PromptList::versionText(int index) const
{
    const QList<PromptVersion> &versions = m_versions.at(index);
    for (const PromptVersion &one : versions)
        if (one.inForce)
            return versions.size() == 1 ? u"v%1"_s.arg(one.version)
                                        : Tr::tr("v%1 of %2").arg(one.version).arg(versions.size());
    return {};
}

QString PromptList::spoken(int index) const
{
    const auto kind = static_cast<PromptKind>(index);
    QString text = promptLabel(kind) + u", "_s + Tr::tr("in force: %1").arg(versionText(index));
    if (m_changed.contains(index))
        text += u", "_s + Tr::tr("changed, not kept");
    return text;
}

void PromptList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const bool changed = m_changed.contains(index);
    paintTwoLines(painter, row, promptLabel(static_cast<PromptKind>(index)),
                  changed ? u"● "_s + versionText(index) : versionText(index),
                  changed ? Tone::Near : Tone::Second,
                  changed ? Tr::tr("changed, not kept")
                          : QString::fromLatin1(promptTemplate(static_cast<PromptKind>(index)).name),
                  index == selected());
}

PromptVersionList::PromptVersionList(QWidget *parent) : RowList(Tr::tr("Versions of the prompt"), 42, parent)
{
    setActivatable(true);
}

void PromptVersionList::setVersions(const QList<PromptVersion> &oldestFirst)
{
    m_versions = QList<PromptVersion>(oldestFirst.crbegin(), oldestFirst.crend());
    rowsChanged();
}

QString PromptVersionList::spoken(int index) const
{
    const PromptVersion &one = m_versions.at(index);
    QString text = Tr::tr("Version %1").arg(one.version);
    if (one.inForce)
        text += u", "_s + Tr::tr("in force");
    return text + u", "_s + versionFactsText(one) + u", "_s + one.hash.left(8);
}

void PromptVersionList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const PromptVersion &one = m_versions.at(index);
    paintTwoLines(painter, row, u"v%1 · %2"_s.arg(QString::number(one.version), one.hash.left(8)),
                  one.inForce ? u"✔ "_s + Tr::tr("in force") : QString(), Tone::Pass, versionFactsText(one),
                  index == selected());
}

ExampleList::ExampleList(QWidget *parent) : RowList(Tr::tr("Turns labelled good"), 42, parent)
{
    setActivatable(true);
    connect(this, &RowList::activated, this, &ExampleList::toggle);
}

void ExampleList::setExamples(const QList<PromptExample> &examples)
{
    m_examples = examples;
    m_chosen.clear();
    for (int i = 0; i < count(); ++i)
        m_chosen.insert(i);
    rowsChanged();
    Q_EMIT chosenChanged();
}

QList<PromptExample> ExampleList::chosen() const
{
    QList<PromptExample> some;
    for (int i = 0; i < count(); ++i)
        if (m_chosen.contains(i))
            some.append(m_examples.at(i));
    return some;
}

void ExampleList::toggle(int row)
{
    if (row < 0 || row >= count())
        return;
    if (!m_chosen.remove(row))
        m_chosen.insert(row);
    rowsChanged();
    Q_EMIT chosenChanged();
}

QString ExampleList::spoken(int index) const
{
    return (m_chosen.contains(index) ? Tr::tr("chosen") : Tr::tr("not chosen")) + u", "_s +
           visibleLine(m_examples.at(index).question, 300);
}

void ExampleList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const PromptExample &one = m_examples.at(index);
    const bool on = m_chosen.contains(index);
    const QRectF box(row.left() + inset, row.top() + 6, 14, 14);
    paintBox(painter, box, 3, on ? t.accentFill : t.control, on ? t.accentFill : t.controlOutline);
    if (on)
        paintIcon(painter, box.adjusted(2, 2, -2, -2), Icon::Check, t.onAccent);
    paintTwoLines(painter, row.adjusted(22, 0, 0, 0), visibleLine(one.question, 200), one.turnId, Tone::Third,
                  visibleLine(one.answer, 200), false);
}

} // namespace assay::ui
