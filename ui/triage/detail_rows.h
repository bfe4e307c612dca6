// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/triage_host.h"
#include "ui/ask/row_list.h"

namespace assay::ui {

/// One piece of evidence as triage shows it.
struct TriageEvidence
{
    QString label{};
    QString title{}; ///< of a tool: its result in one line
    bool isTool = false;
    bool ignored = false; ///< it was returned, and the answer says it found nothing or leaves it out
    QString grade{};
    QString use{};

    bool operator==(const TriageEvidence &) const = default;
};

/// Ignored tool results first, then the cited, then the rest; at most 100.
QList<TriageEvidence> triageEvidence(const Turn &turn);
/// What gives the answer away; empty when nothing does.
QString ignoredPhrase(const Turn &turn);

class TriageEvidenceList final : public RowList
{
    Q_OBJECT

public:
    explicit TriageEvidenceList(QWidget *parent = nullptr);
    void setRows(const QList<TriageEvidence> &rows);

protected:
    int count() const override { return static_cast<int>(m_rows.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<TriageEvidence> m_rows;
};

/// The turns of the thread; the one at hand is marked.
class ThreadStrip final : public RowList
{
    Q_OBJECT

public:
    explicit ThreadStrip(QWidget *parent = nullptr);
    /// At most seven turns around `turnId`.
    void setThread(const QList<TurnSummary> &turns, const QString &turnId);
    QString turnAt(int row) const { return m_turns.value(row).id; }

protected:
    int count() const override { return static_cast<int>(m_turns.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<TurnSummary> m_turns;
};

/// The audit trail of a turn, newest first.
class HistoryList final : public RowList
{
    Q_OBJECT

public:
    explicit HistoryList(QWidget *parent = nullptr);
    void setLog(const QList<TriageLogEntry> &log, const QString &who);

protected:
    int count() const override { return static_cast<int>(m_log.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<TriageLogEntry> m_log;
    QString m_who;
};

} // namespace assay::ui
