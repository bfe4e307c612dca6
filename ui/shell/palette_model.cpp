// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette_model.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tokens.h"
#include "ui/shell/palette_match.h"

#include <QtGui/QPainter>

#include <limits>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 200;
constexpr int rowHeight = 32;

} // namespace

void PaletteModel::setEntries(QList<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    search(QString());
}

void PaletteModel::append(QList<PaletteEntry> entries)
{
    m_entries.append(std::move(entries));
    search(m_pattern);
}

void PaletteModel::search(const QString &pattern)
{
    m_pattern = pattern;
    QList<std::pair<int, qsizetype>> found;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries.at(i);
        if (const std::optional<int> score = paletteScore(pattern, QString(entry.text + u' ' + entry.group)))
            found.append({pattern.isEmpty() ? 0 : *score, i});
        else if (paletteHolds(pattern, entry.alsoFoundBy))
            found.append({std::numeric_limits<int>::min(), i}); // below whatever shows what was typed
    }
    std::ranges::stable_sort(found, [](const auto &a, const auto &b) { return a.first > b.first; });
    beginResetModel();
    m_shown.clear();
    for (const auto &[score, index] : found.mid(0, mostShown))
        m_shown.append(index);
    endResetModel();
}

const PaletteEntry *PaletteModel::at(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_entries.at(m_shown.at(row)) : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry *entry = at(index.row());
    if (entry && role == Qt::DisplayRole)
        return visibleLine(entry->text, 200);
    if (entry && role == Qt::AccessibleTextRole)
        return u"%1, %2"_s.arg(visibleLine(entry->text, 200), entry->group);
    return {};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PaletteModel *>(index.model());
    const PaletteEntry *entry = model ? model->at(index.row()) : nullptr;
    if (!entry)
        return;
    painter->save();
    const QRectF row = QRectF(option.rect).adjusted(6, 1, -6, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        paintBox(*painter, row, metric::radius, tokens().selection);
    const QColor color = entry->enabled ? tokens().text : tokens().textThird;
    paintIcon(*painter, QRectF(row.left() + 8, row.center().y() - 8, 16, 16), entry->icon,
              tokens().textSecond);

    const QStringList caps = keyCaps(entry->keys);
    const QSizeF capsSize = keyCapsSize(caps);
    const qreal right = row.right() - 8 - capsSize.width();
    paintKeyCaps(*painter, QPointF(right, row.center().y() - capsSize.height() / 2), caps);

    painter->setFont(font(Type::Small));
    const qreal groupWidth = QFontMetricsF(painter->font()).horizontalAdvance(entry->group) + 12;
    painter->setPen(tokens().textThird);
    drawLine(*painter, QRectF(right - groupWidth - 4, row.top(), groupWidth, row.height()), entry->group,
             Qt::AlignRight | Qt::AlignVCenter);

    painter->setFont(font(Type::Body));
    painter->setPen(color);
    drawLine(*painter, QRectF(row.left() + 34, row.top(), right - groupWidth - row.left() - 46, row.height()),
             visibleLine(entry->text, 200));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

} // namespace assay::ui
