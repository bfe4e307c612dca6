// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class Button;

/// The title bar of Events: its name, where the events come from, and saving them.
class EventsHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit EventsHeader(Actions &actions, QWidget *parent = nullptr);

    void setSource(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sourceWanted(const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QString m_name;
    Button *m_source;
    Button *m_save;
};

} // namespace assay::ui
