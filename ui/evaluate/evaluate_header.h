// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class Button;
class ElidedLabel;
class PlainLabel;
class SegmentedTabs;

/// "Evaluate", its two pages, the facts and what can be done with runs, in the window's title bar.
class EvaluateHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluateHeader(Actions &actions, QWidget *parent = nullptr);
    void setFacts(const QString &facts);
    /// Which page is shown; what is about runs goes with theirs.
    void setArena(bool arena);
    SegmentedTabs *tabs() const { return m_tabs; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    PlainLabel *m_name;
    SegmentedTabs *m_tabs;
    ElidedLabel *m_facts;
    QList<Button *> m_buttons;
    bool m_arena = false;
};

} // namespace assay::ui
