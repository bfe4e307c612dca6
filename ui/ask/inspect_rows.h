// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/inspector_model.h"
#include "ui/ask/row_list.h"

namespace assay::ui {

/// The attempts of a turn; the one whose details are shown is marked.
class AttemptList final : public RowList
{
    Q_OBJECT

public:
    explicit AttemptList(QWidget *parent = nullptr);
    void setRows(const QList<AttemptRow> &rows);

protected:
    int count() const override { return static_cast<int>(m_rows.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<AttemptRow> m_rows;
    double m_modelWidth = 0; ///< of the widest name
    double m_costWidth = 0;
    double m_latencyWidth = 0;
};

/// The evidence of a turn.
class EvidenceList final : public RowList
{
    Q_OBJECT

public:
    explicit EvidenceList(QWidget *parent = nullptr);
    void setRows(const QList<EvidenceRow> &rows);

protected:
    int count() const override { return static_cast<int>(m_rows.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<EvidenceRow> m_rows;
    double m_useWidth = 0;
    double m_figureWidth = 0;
    double m_labelWidth = 0;
};

/// Named facts: votes, contributions, checks.
class FactList final : public RowList
{
    Q_OBJECT

public:
    explicit FactList(const QString &accessibleName, QWidget *parent = nullptr);
    void setRows(const QList<FactRow> &rows);

protected:
    int count() const override { return static_cast<int>(m_rows.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<FactRow> m_rows;
    bool m_marked = false; ///< any row has a mark: all are indented
};

/// Glyph of a CRAG grade: full, half, empty disc; told by shape, not by colour.
void paintGradeGlyph(QPainter &painter, const QRectF &rect, Relevance grade);

/// A key to marks, right-aligned; drops its words, then its last entries, where there is no room.
class Legend final : public QWidget
{
    Q_OBJECT

public:
    enum class Mark { None, Ring, Square, Tick, Relevant, Ambiguous, Irrelevant };
    struct Entry
    {
        Mark mark = Mark::None;
        QString text{};
        QString brief{}; ///< without words; empty = the text
        std::optional<Band> band{};

        bool operator==(const Entry &) const = default;
    };

    explicit Legend(QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double widthOf(bool brief) const;

    QList<Entry> m_entries;
};

} // namespace assay::ui
