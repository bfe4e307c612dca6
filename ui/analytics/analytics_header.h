// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class Button;

/// The title bar of Analytics: its name, writing a report, and holding one range against another.
class AnalyticsHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit AnalyticsHeader(Actions &actions, QWidget *parent = nullptr);

    void setComparing(bool on);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    Button *m_report;
    Button *m_compare;
};

} // namespace assay::ui
