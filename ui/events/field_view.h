// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/field_tree.h"

#include <QtCore/QSet>
#include <QtWidgets/QAbstractScrollArea>

#include <memory>

namespace assay::ui {

/// A message as a tree of fields and values. Up and Down move, Left and Right fold and unfold.
///
/// Entries of maps and lists begin folded. What is folded is remembered by path, so the next message
/// opens the same way.
class FieldView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit FieldView(QWidget *parent = nullptr);

    /// Shows a tree, which is kept. The chosen field stays chosen if the new tree has its path.
    void setTree(std::shared_ptr<const FieldTree> tree);
    /// Node chosen; −1 = none.
    int current() const { return m_current; }
    /// Unfolds what is above the node and brings it into sight. Emits `currentChanged` when it changes.
    void setCurrent(int node);

    /// "name: value" of a node, indented with its children.
    QString textOf(int node) const;

Q_SIGNALS:
    void currentChanged(int node);
    void menuWanted(int node, const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Line
    {
        int node = 0;
        int depth = 0;
    };
    const FieldNode &node(int at) const { return m_tree->nodes.at(at); }
    void layOut();
    void addLines(int at, int depth);
    void fold(int at, bool folded);
    bool isFolded(int at) const;
    QString keyOf(int at) const;
    int lineOf(int at) const;
    int lineAt(int y) const;
    void revealLine(int line);
    void step(int lines);
    void paintLine(QPainter &painter, const QRectF &rect, const Line &line) const;

    std::shared_ptr<const FieldTree> m_tree = std::make_shared<FieldTree>();
    QList<Line> m_lines;
    QSet<QString> m_turned; ///< paths that are not as they begin: entries of lists and maps begin folded
    int m_current = -1;
    QString m_wanted; ///< path of the field chosen last
};

} // namespace assay::ui
