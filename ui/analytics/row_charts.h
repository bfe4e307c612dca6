// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/analytics/chart.h"

namespace assay::ui {

/// Rows of name, bar and figures in columns; as many as fit, the rest told in a line.
class RowChart : public Chart
{
    Q_OBJECT

public:
    int markCount() const override { return static_cast<int>(std::min<qsizetype>(m_rows.size(), mostRows)); }
    QRectF markRect(int mark) const override;
    QString summary() const override;
    QString csv() const override;
    QSize sizeHint() const override;

protected:
    static constexpr qsizetype mostRows = 8;

    struct Row
    {
        QString name{}; ///< as it is in the data
        qint64 count = 0;
        QStringList figures{}; ///< one per column
        Narrowing narrowing{};
    };
    RowChart(const QString &title, bool monoNames, QWidget *parent);

    /// @param columns their heads  @param strong which of the columns are set in bold
    void setRows(const QList<Row> &rows, const QStringList &columns, const QList<bool> &strong);
    /// A line below the rows.
    void setNote(const QString &note) { m_note = note; }

    void layOut() override;
    /// Makes rows of the page.
    virtual void readPage() = 0;
    /// What to say where there are none.
    virtual QString nothing() const = 0;
    void paintBody(QPainter &painter) override;
    QString caption() const override { return {}; }
    QString reading(int mark) const override;
    Narrowing narrowing(int mark) const override { return m_rows.at(mark).narrowing; }

private:
    double nameWidth() const;

    QList<Row> m_rows;
    QStringList m_columns;
    QList<bool> m_strong;
    QList<double> m_rights; ///< right ends of the columns
    double m_barEnd = 0;
    QString m_note;
    bool m_monoNames;
};

/// How often which issue was found.
class IssuesChart final : public RowChart
{
    Q_OBJECT

public:
    explicit IssuesChart(QWidget *parent = nullptr);

protected:
    void readPage() override;
    QString nothing() const override;
};

/// Which model answered how often, how well and for how much.
class ModelsChart final : public RowChart
{
    Q_OBJECT

public:
    explicit ModelsChart(QWidget *parent = nullptr);

protected:
    void readPage() override;
    QString nothing() const override;
};

/// Responses by retries, and how many of them passed.
class RetriesChart final : public RowChart
{
    Q_OBJECT

public:
    explicit RetriesChart(QWidget *parent = nullptr);

protected:
    void readPage() override;
    QString nothing() const override;
};

} // namespace assay::ui
