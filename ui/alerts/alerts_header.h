// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class Button;
class ElidedLabel;

/// "Alerts", the facts beside it and what can be done with rules, in the window's title bar.
class AlertsHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit AlertsHeader(Actions &actions, QWidget *parent = nullptr);
    void setFacts(const QString &facts);
    /// Where the menu behind "More" begins, on the screen.
    QPoint moreAt() const;

Q_SIGNALS:
    void moreWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ElidedLabel *m_facts;
    Button *m_more;
};

} // namespace assay::ui
