// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/run_comparison.h"

#include <QtWidgets/QScrollArea>

namespace assay::ui {

class DiffView;
class ElidedLabel;
class PlainLabel;

/// A scenario in hand: its question, both answers with the words that changed, what was missed and how far
/// the judge agrees with itself.
class AnswersPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit AnswersPane(QWidget *parent = nullptr);

    void setScenario(const ScenarioChange &change, bool isCompared);
    void clear();
    const DiffView &before() const { return *m_before.answer; }
    const DiffView &after() const { return *m_after.answer; }
    /// What stands about the judge, of both sides.
    QString judgeWords() const;

private:
    struct Side
    {
        QWidget *box = nullptr;
        PlainLabel *title = nullptr;
        ElidedLabel *facts = nullptr;
        PlainLabel *judge = nullptr;
        PlainLabel *missed = nullptr;
        DiffView *answer = nullptr;
    };
    Side makeSide(const QString &name);
    static void fill(const Side &side, const QString &title, const ScenarioResult &result);

    QWidget *m_content;
    PlainLabel *m_head;
    PlainLabel *m_question;
    Side m_before;
    Side m_after;
};

} // namespace assay::ui
