// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class ElidedLabel;

/// "Alerts", the facts beside it and what can be done with rules, in the window's title bar.
class AlertsHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit AlertsHeader(Actions &actions, QWidget *parent = nullptr);
    void setFacts(const QString &facts);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ElidedLabel *m_facts;
};

} // namespace assay::ui
