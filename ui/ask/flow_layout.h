// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QLayout>

namespace assay::ui {

/// Items from left to right, wrapped into rows like words; each is vertically centred in its row.
/// Items wider than the room are squeezed to it. Hidden items take no room.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    /// @param across px between items of a row  @param down px between rows
    FlowLayout(int across, int down, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Places the items within `rect` when `move`; returns the height it takes.
    int place(const QRect &rect, bool move) const;

    QList<QLayoutItem *> m_items;
    int m_across;
    int m_down;
};

} // namespace assay::ui
