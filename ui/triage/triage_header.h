// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

/// "Triage" and the facts beside it, in the window's title bar.
class TriageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit TriageHeader(QWidget *parent = nullptr);
    void setFacts(const QString &facts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_facts;
};

} // namespace assay::ui
