// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/flow_layout.h"

#include <utility>

namespace assay::ui {

FlowLayout::FlowLayout(int across, int down, QWidget *parent)
    : QLayout(parent), m_across(across), m_down(down)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_across : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins m = contentsMargins();
    return {width + m.left() + m.right(), height + m.top() + m.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            least = least.expandedTo(
                QSize(std::min(item->minimumSize().width(), 80), item->minimumSize().height()));
    const QMargins m = contentsMargins();
    return {least.width() + m.left() + m.right(), least.height() + m.top() + m.bottom()};
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool move) const
{
    const QMargins m = contentsMargins();
    const QRect room = rect.marginsRemoved(m);
    int y = room.y();
    qsizetype i = 0;
    bool first = true;
    while (i < m_items.size()) {
        int x = 0;
        int rowHeight = 0;
        QList<std::pair<QLayoutItem *, QRect>> row;
        for (; i < m_items.size(); ++i) {
            QLayoutItem *item = m_items.at(i);
            if (item->isEmpty())
                continue;
            const QSize wanted = item->sizeHint();
            const int width = std::min(wanted.width(), std::max(room.width(), 1));
            if (!row.isEmpty() && x + width > room.width())
                break;
            row.append({item, QRect(room.x() + x, 0, width, wanted.height())});
            x += width + m_across;
            rowHeight = std::max(rowHeight, wanted.height());
        }
        if (row.isEmpty())
            break;
        y += first ? 0 : m_down;
        first = false;
        if (move)
            for (const auto &[item, box] : row)
                item->setGeometry(box.translated(0, y + (rowHeight - box.height()) / 2));
        y += rowHeight;
    }
    return y - room.y() + m.top() + m.bottom();
}

} // namespace assay::ui
