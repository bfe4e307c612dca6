// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace assay::ui {

/// Text tabs with an underline: "Inspect  Prompt  Events 14  Raw". Arrows, Home and End move.
class SegmentedTabs final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedTabs(const QStringList &names, QWidget *parent = nullptr);

    /// −1 without tabs.
    int current() const { return m_current; }
    int count() const { return int(m_names.size()); }
    /// Out of range is ignored. Emits `currentChanged` when it changes.
    void setCurrent(int index);
    /// Figure behind a tab's name; empty for none.
    void setBadge(int index, const QString &badge);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString label(int index) const;
    QRectF box(int index) const;
    int at(const QPointF &point) const;

    QStringList m_names;
    QStringList m_badges;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace assay::ui
