// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"
#include "base/result.h"

#include <QtWidgets/QWidget>

class QLineEdit;

namespace assay::ui {

class PlainLabel;
class SegmentedTabs;

/// Which time the page is about: an hour, a day, a week, a month back from now, or from … to.
class RangeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RangeBar(QWidget *parent = nullptr);

    /// As analytics' readTimeRange() takes it: "24h", "2026-11-20..now".
    QString text() const;
    /// Sets what text() gave; something else is taken for an own range. Emits nothing.
    void setText(const QString &text);
    /// Back from now, so that it moves on?
    bool isRelative() const;
    /// What is wrong with the own range; empty = nothing.
    void setProblem(const QString &problem);
    /// The own range's fields are filled with this when they are shown for the first time.
    void suggest(const TimeRange &range);
    void openOwn();

    SegmentedTabs *tabs() const { return m_tabs; }
    QLineEdit *from() const { return m_from; }
    QLineEdit *to() const { return m_to; }

Q_SIGNALS:
    void changed();

private:
    void showOwn(bool on);

    SegmentedTabs *m_tabs;
    QLineEdit *m_from;
    QLineEdit *m_to;
    PlainLabel *m_dash;
    PlainLabel *m_problem;
    TimeRange m_suggested;
};

} // namespace assay::ui
