// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

class PlainLabel;
class SegmentedTabs;

/// Learn's part of the title bar: its name, the pages, and which model routes.
class LearnHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit LearnHeader(const QStringList &pages, QWidget *parent = nullptr);

    SegmentedTabs &tabs() { return *m_tabs; }
    void setFacts(const QString &facts);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    SegmentedTabs *m_tabs;
    PlainLabel *m_facts;
};

} // namespace assay::ui
