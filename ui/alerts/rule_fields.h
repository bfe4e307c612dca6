// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/alert_words.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace assay::ui {

class PlainLabel;
class Toggle;

/// What a rule says, each part a field with its problem below it.
class RuleFields final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleFields(QWidget *parent = nullptr);

    /// @param names of the other rules, which this one may not have
    void setRule(const AlertRule &rule, const QStringList &names);
    /// As the fields say; what they do not show stays as it was.
    const AlertRule &rule() const { return m_rule; }
    /// Is nothing wrong?
    bool isSound() const { return m_sound; }
    void focusFirst();

    QLineEdit *name() const { return m_name; }
    QComboBox *metric() const { return m_metric; }
    QLineEdit *floor() const { return m_floor; }
    QLineEdit *ceiling() const { return m_ceiling; }
    QLineEdit *window() const { return m_window; }
    QLineEdit *holds() const { return m_holds; }
    QLineEdit *labels() const { return m_labels; }
    QPlainTextEdit *expression() const { return m_expression; }
    /// What is wrong with a field, by its key in the alerts file; empty = nothing.
    QString problemOf(const QString &key) const;

Q_SIGNALS:
    void changed();

private:
    /// A field, its title and its problem.
    struct Row
    {
        QString key{};
        PlainLabel *title = nullptr;
        QWidget *field = nullptr;
        PlainLabel *problem = nullptr;
    };

    QLineEdit *addLine(QGridLayout *grid, int row, int column, const QString &key, const QString &title,
                       const QString &example);
    QComboBox *addChoice(QGridLayout *grid, int row, int column, const QString &key, const QString &title);
    void add(QGridLayout *grid, int row, int column, const QString &key, const QString &title,
             QWidget *field);
    void fillMetrics();
    void read();
    void readNumbers(QHash<QString, QString> &problems);
    void showProblems(const QHash<QString, QString> &problems);
    void showKind();

    AlertRule m_rule;
    QStringList m_names;
    QList<Row> m_rows;
    QLineEdit *m_name;
    QComboBox *m_metric;
    QPlainTextEdit *m_expression;
    QLineEdit *m_floor;
    QLineEdit *m_ceiling;
    QLineEdit *m_window;
    QLineEdit *m_holds;
    QLineEdit *m_keepFiring;
    QLineEdit *m_fewest;
    QComboBox *m_noData;
    QComboBox *m_severity;
    QLineEdit *m_labels;
    QLineEdit *m_summary;
    QLineEdit *m_action;
    PlainLabel *m_help;
    bool m_sound = true;
    bool m_filling = false;
};

} // namespace assay::ui
