// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/triage_host.h"

#include <QtCore/QSet>
#include <QtWidgets/QAbstractScrollArea>

namespace assay::ui {

/// The queue: groups that fold, two lines a turn, painted from the rows at hand; a million cost what thirty
/// do.
///
/// Up, Down, page keys, Home and End move, Left and Right fold and unfold, Enter and a double click open.
class QueueView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit QueueView(QWidget *parent = nullptr);

    /// Another list, with the rows around what will be seen. @param current place to choose, clamped; the row
    /// stays at the height where it is seen if it was the current one before
    void setList(const TriageList &list, qint64 first, const QList<TriageRow> &rows, qint64 current);
    void put(quint64 number, qint64 first, const QList<TriageRow> &rows);
    const TriageList &list() const { return m_list; }
    void setWho(const QString &who) { m_who = who; }

    /// Place of the chosen row in the list; −1 = none.
    qint64 current() const { return m_current; }
    /// nullptr while it is on its way.
    const TriageRow *currentRow() const { return row(m_current); }
    const TriageRow *row(qint64 place) const;
    void setCurrent(qint64 place);
    /// Steps over folded groups.
    void move(int steps);
    /// Where move(1) would go, or back where there is nothing below; −1 when it is the only one.
    qint64 neighbour() const;

    /// What was chosen besides the current row: some, or all of the list.
    void toggleChosen();
    void chooseAll();
    void chooseNone();
    bool isAllChosen() const { return m_all; }
    qint64 chosenCount() const { return m_all ? m_list.total : m_chosen.size(); }
    /// What an action means: what is chosen, else the current row.
    TriageWhich which() const;

    /// Shows a change before the store has told of it; its edits are the store's then.
    void expect(const TriageChange &change, UtcTime now);
    void expectLabel(Label label);

    void setFolded(qsizetype group, bool folded);
    bool isFolded(qsizetype group) const { return m_folded.contains(keyOf(m_list.groups.at(group))); }
    qsizetype groupOf(qint64 place) const;

Q_SIGNALS:
    void currentChanged(qint64 place);
    void activated(qint64 place);
    void chosenChanged();
    void wanted(qint64 first, int count);
    void menuWanted(const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// What is at a height of the content.
    struct Hit
    {
        qsizetype group = -1; ///< −1 = nothing
        qint64 place = -1;    ///< −1 = the group's header
        qint64 top = 0;
    };

    static QString keyOf(const TriageGroup &group);
    void arrange();
    Hit hitAt(qint64 y) const;
    qint64 topOf(qint64 place) const;
    qint64 contentHeight() const;
    void reveal(qint64 place);
    void ask(qint64 from, qint64 to);
    void speak();
    template<typename F>
    void changeMeant(F change);

    TriageList m_list;
    QString m_who;
    QHash<qint64, TriageRow> m_rows; ///< by place
    QSet<qint64> m_asked;            ///< pages on their way
    std::vector<qint64> m_tops;      ///< of the groups, and the end
    QSet<QString> m_folded;
    qint64 m_current = -1;
    qint64 m_hover = -1;
    QHash<qint64, TriageTarget> m_chosen; ///< by row of the store
    bool m_all = false;
};

} // namespace assay::ui
