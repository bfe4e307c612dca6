// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/icons.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QAbstractButton>

class QVBoxLayout;

namespace assay::ui {

enum class NavMark { None, Alarm, News };

/// One workspace in the rail: icon, name, figure; checked when it is the current one.
class NavItem final : public QAbstractButton
{
    Q_OBJECT

public:
    NavItem(Icon icon, const QString &name, QWidget *parent = nullptr);

    /// Figure at the right ("47", "1.2k/s"); empty for none. Alarm adds a red square, News a dot.
    void setCount(const QString &text, NavMark mark = NavMark::None);
    QSize sizeHint() const override { return {152, 28}; }
    QSize minimumSizeHint() const override { return {60, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    QString m_count;
    NavMark m_mark = NavMark::None;
};

/// The left rail, 168 px: product and environment on top, workspaces, operator at the bottom.
/// Up and Down move between the items; their keys belong to the action table.
class NavRail final : public QWidget
{
    Q_OBJECT

public:
    explicit NavRail(QWidget *parent = nullptr);

    /// Adds an item at the end; its index is its order. Never null. `keys` is only told.
    NavItem *addItem(Icon icon, const QString &name, const QKeySequence &keys = {});
    /// A hairline before the next item.
    void addSeparator();
    int current() const { return m_current; }
    void setCurrent(int index);
    /// Environment under the product's name; a production one tints the rail's line.
    void setEnvironment(const QString &name, bool production);
    /// Two lines at the bottom; empty name hides them.
    void setOperator(const QString &name, const QString &detail);

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);
    void environmentActivated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QList<NavItem *> m_items;
    QString m_environment;
    QString m_operator;
    QString m_operatorDetail;
    int m_current = -1;
    bool m_production = false;
};

} // namespace assay::ui
