// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ask_samples.h"
#include "ui/ask/ask_header.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/card_scroller.h"
#include "ui/ask/composer.h"
#include "ui/ask/conversation_view.h"
#include "ui/ask/question_edit.h"
#include "ui/ask/source_sheet.h"
#include "ui/ask/turn_card.h"
#include "ui/kit/actions.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace assay::ui {

/// A whole Ask workspace over a real Workbench in a folder of its own.
struct AskBench
{
    QTemporaryDir folder;
    SettingsHub hub{Settings(), folder.filePath(QStringLiteral("assay.toml")),
                    folder.filePath(QStringLiteral("profiles"))};
    Secrets secrets{Variables()};
    std::unique_ptr<Workbench> workbench = Workbench::open(
        {.data = folder.filePath(QStringLiteral("data")), .state = folder.filePath(QStringLiteral("state"))},
        hub, secrets);
    Actions actions;
    AskWorkspace workspace{*workbench, actions};

    bool show(QSize size = {1272, 834})
    {
        workspace.resize(size);
        workspace.show();
        workspace.activateWindow();
        return QTest::qWaitForWindowActive(&workspace);
    }

    AskState &state() { return workspace.state(); }
    CardScroller &scroller() { return workspace.conversation().scroller(); }
    QuestionEdit *edit() { return workspace.findChild<QuestionEdit *>(); }
    SourceSheet *sheet() { return workspace.findChild<SourceSheet *>(); }

    /// Shows turns as if the store had them.
    void fill(const QList<Turn> &turns)
    {
        state().openThread(turns.first().threadId);
        state().takeStored(turns.first().threadId, turns);
        settle();
    }

    static void settle() { QTest::qWait(30); }

    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &workspace, static_cast<Qt::Key>(key), modifiers);
    }
};

} // namespace assay::ui
