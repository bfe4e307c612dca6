// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/completion_popup.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/icons.h"
#include "ui/kit/plain.h"
#include "ui/kit/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>

#include <array>

// filter_gallery dark|light OUT.png

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

FilterField *fieldIn(QBoxLayout &column, const QString &caption, const QString &inForce, int below)
{
    column.addWidget(new PlainLabel(caption, Type::Small, Tone::Second));
    auto *field = new FilterField(FilterUse::Events);
    field->apply(inForce);
    column.addWidget(field);
    column.addSpacing(below);
    return field;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    initKit();
    const bool light = argc > 1 && qstrcmp(argv[1], "light") == 0;
    applyTheme(application, light ? ThemeChoice::Light : ThemeChoice::Dark);
    QWidget window;
    window.resize(900, 860);
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(16, 16, 16, 16);
    fieldIn(*column, u"empty"_s, {}, 8)->setKeyHint(QKeySequence(u"/"_s));
    fieldIn(*column, u"in force"_s,
            u"score < 0.9 and issue in (tool_results_ignored, low_accuracy) or thread ~ \"abc\""_s, 8);
    FilterField *pending = fieldIn(*column, u"typed, not in force"_s, {}, 8);
    FilterField *completing = fieldIn(*column, u"completing"_s, {}, 230);
    FilterField *wrong = fieldIn(*column, u"refused"_s, {}, 120);
    FilterField *hinted = fieldIn(*column, u"a slip, perhaps"_s, {}, 90);
    column->addStretch(1);
    window.show();
    window.activateWindow();
    QTest::qWait(50);
    QTest::keyClicks(pending, u"score < 0.9 or type = undecodable"_s);
    QTest::keyClicks(wrong, u"passed and scroe < 0.9"_s);
    QTest::keyClick(wrong, Qt::Key_Return);
    QTest::keyClicks(hinted, u"issue = tool_result_ignored"_s);
    hinted->setFocus();
    QTest::qWait(900);
    CompletionPopup *const kept = hinted->popup();
    QTest::keyClicks(completing, u"score < 0.9 and type = "_s);
    QTest::keyClick(completing, Qt::Key_Down);
    completing->popup()->setCurrent(2);
    pending->popup()->hide();
    wrong->popup()->show();
    kept->show();
    QTest::qWait(50);
    window.grab().save(argc > 2 ? QString::fromLocal8Bit(argv[2]) : u"filter.png"_s);
    return 0;
}
