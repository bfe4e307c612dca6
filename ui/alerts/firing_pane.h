// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/alert_words.h"
#include "ui/ask/row_list.h"

namespace assay::ui {

class PlainLabel;
class WrappedText;

/// Firings of a rule, newest first.
class FiringList final : public RowList
{
    Q_OBJECT

public:
    explicit FiringList(QWidget *parent = nullptr);
    void setRows(const AlertRule &rule, const QList<AlertEntry> &entries, UtcTime now);
    const AlertEntry *at(int row) const;
    int rowOf(const QString &firingId) const;

protected:
    int count() const override { return static_cast<int>(m_entries.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    AlertRule m_rule;
    QList<AlertEntry> m_entries;
    UtcTime m_now{};
};

/// The readings behind a firing, the worst first.
class SubjectList final : public RowList
{
    Q_OBJECT

public:
    explicit SubjectList(QWidget *parent = nullptr);
    void setRows(const QList<AlertSubject> &subjects, UtcTime now);
    const AlertSubject *at(int row) const;

protected:
    int count() const override { return static_cast<int>(m_subjects.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<AlertSubject> m_subjects;
    UtcTime m_now{};
};

/// Firings, and of the one in hand: what was told, what people did about it, and the turns behind it.
class FiringPane final : public QWidget
{
    Q_OBJECT

public:
    /// @param host outlives this; reads the turns
    FiringPane(AlertHost &host, const QString &who, QWidget *parent = nullptr);

    /// The firing in hand stays in hand; else the newest is taken. @param nothing said where there is none
    void setFirings(const AlertRule &rule, const QList<AlertEntry> &entries, UtcTime now,
                    const QString &nothing);
    /// Only turns that it lets through are shown.
    void setFilter(const Filter &filter);
    void choose(const QString &firingId);
    /// The firing in hand; nullptr where there is none.
    const AlertEntry *current() const;
    const AlertSubject *currentTurn() const;
    /// Those behind the firing in hand, as far as they were read.
    const QList<AlertSubject> &subjects() const { return m_subjects; }

    FiringList *firings() const { return m_firings; }
    SubjectList *turns() const { return m_turns; }

Q_SIGNALS:
    void chosen(const QString &firingId);
    /// Enter or a click on a turn.
    void turnWanted();

private:
    void take(int row);
    void readTurns();
    void showTurns();
    void fillTrail();

    AlertHost &m_host;
    QString m_who;
    Filter m_filter;
    FiringList *m_firings;
    PlainLabel *m_nothing;
    WrappedText *m_told;
    QWidget *m_detail;
    PlainLabel *m_turnsTitle;
    PlainLabel *m_turnsNote;
    SubjectList *m_turns;
    QList<AlertSubject> m_subjects;
    QString m_chosen;  ///< id of the firing in hand
    QString m_turnsOf; ///< firing whose turns are shown or on their way
    UtcTime m_now{};
};

} // namespace assay::ui
