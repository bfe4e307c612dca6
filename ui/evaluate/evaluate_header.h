// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class ElidedLabel;

/// "Evaluate", the facts beside it and what can be done with runs, in the window's title bar.
class EvaluateHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluateHeader(Actions &actions, QWidget *parent = nullptr);
    void setFacts(const QString &facts);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ElidedLabel *m_facts;
};

} // namespace assay::ui
