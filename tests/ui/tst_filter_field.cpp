// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/completion_popup.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QListView>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

/// A window with the field in it, and something else that can take the focus.
struct Bench
{
    QWidget window;
    FilterField *field;
    QLineEdit *other;

    Bench() : field(new FilterField(FilterUse::Events)), other(new QLineEdit)
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(field);
        column->addWidget(other);
        column->addStretch(1);
        window.resize(800, 500);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window never became active");
        field->setFocus();
    }

    bool open() const { return field->popup() != nullptr && field->popup()->isVisible(); }
    QStringList rows() const
    {
        QStringList all;
        const QAbstractItemModel *const model = field->popup()->view()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, 0).data().toString());
        return all;
    }
    void type(const char *text) const { QTest::keyClicks(field, QString::fromUtf8(text)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(field, key, modifiers);
    }
};

/// How many pixels of `image` are nearly of that colour.
int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor there = image.pixelColor(x, y);
            count += std::abs(there.red() - color.red()) < 40 &&
                             std::abs(there.green() - color.green()) < 40 &&
                             std::abs(there.blue() - color.blue()) < 40
                         ? 1
                         : 0;
        }
    return count;
}

} // namespace

class TestFilterField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qApp, ThemeChoice::Dark);
    }

    void enter_puts_a_filter_in_force()
    {
        const Bench bench;
        const QSignalSpy changed(bench.field, &FilterField::filterChanged);
        bench.type("score < 0.9");
        QVERIFY(bench.field->isPending());
        QCOMPARE(changed.size(), 0);
        bench.press(Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.field->filter().toString(), u"score < 0.9"_s);
        QVERIFY(!bench.field->isPending());
        QVERIFY(!bench.open());
        bench.press(Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
    }

    void an_unsound_filter_keeps_the_one_in_force()
    {
        const Bench bench;
        QVERIFY(bench.field->apply(u"passed"_s));
        const QSignalSpy changed(bench.field, &FilterField::filterChanged);
        bench.type(" and score <");
        bench.press(Qt::Key_Return);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(bench.field->filter().toString(), u"passed = yes"_s);
        QVERIFY(bench.open());
        QVERIFY2(bench.field->popup()->sentence().contains(u"value is missing"_s),
                 qPrintable(bench.field->popup()->sentence()));
    }

    void a_slip_is_mended_by_two_keys()
    {
        const Bench bench;
        bench.type("passed and scroe < 0.9");
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.rows(), QStringList{u"Did you mean “score”?"_s});
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.field->text(), u"passed and score < 0.9"_s);
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.field->filter().toString(), u"passed = yes and score < 0.9"_s);
    }

    void a_slip_in_a_value_is_told_once_typing_rests()
    {
        const Bench bench;
        bench.type("issue = tool_result_ignored");
        QTRY_VERIFY(bench.open() && !bench.field->popup()->sentence().isEmpty());
        QVERIFY(bench.field->popup()->sentence().contains(u"No producer"_s));
        bench.press(Qt::Key_Tab);
        QCOMPARE(bench.field->text(), u"issue = tool_results_ignored"_s);
        QVERIFY(bench.field->hasFocus());
    }

    void a_half_typed_filter_is_not_called_wrong_at_once()
    {
        const Bench bench;
        bench.type("score");
        QVERIFY(bench.field->problem());
        QVERIFY(!bench.open() || bench.field->popup()->sentence().isEmpty());
        QTRY_VERIFY(bench.open() && bench.field->popup()->sentence().contains(u"operator is missing"_s));
    }

    void keys_complete_a_whole_filter()
    {
        const Bench bench;
        bench.type("ty");
        QCOMPARE(bench.rows().first(), u"type"_s);
        bench.press(Qt::Key_Tab);
        QCOMPARE(bench.field->text(), u"type "_s);
        QCOMPARE(bench.rows().first(), u"="_s);
        bench.press(Qt::Key_Tab);
        bench.type("unde");
        bench.press(Qt::Key_Down);
        QCOMPARE(bench.field->popup()->current(), 0);
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.field->text(), u"type = undecodable "_s);
        bench.type("or sc");
        QCOMPARE(bench.rows().mid(0, 2), (QStringList{u"score"_s, u"scope"_s}));
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_Up); // round to the last
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_Down);
        QCOMPARE(bench.field->popup()->current(), 1);
        bench.press(Qt::Key_Tab);
        bench.type("= llm");
        QVERIFY(!bench.open()); // nothing is left to complete
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.field->filter().toString(), u"type = undecodable or scope = llm"_s);
    }

    void completion_in_the_middle_replaces_the_word()
    {
        const Bench bench;
        bench.type("sco < 0.9 and passed");
        bench.field->setCursorPosition(3);
        bench.press(Qt::Key_Space, Qt::ControlModifier);
        bench.press(Qt::Key_Tab);
        QCOMPARE(bench.field->text(), u"score < 0.9 and passed"_s);
        QCOMPARE(bench.field->cursorPosition(), 5);
    }

    void the_rows_at_hand_give_values()
    {
        const Bench bench;
        bench.field->setValueSource([](FilterColumn column, const QString &typed) {
            return column == FilterColumn::Thread ? QStringList{typed + u"51 aa"_s} : QStringList();
        });
        bench.type("thread = th_");
        QVERIFY(bench.open());
        bench.press(Qt::Key_Tab);
        QCOMPARE(bench.field->text(), u"thread = \"th_51 aa\" "_s);
    }

    void esc_closes_then_clears()
    {
        const Bench bench;
        bench.field->apply(u"passed"_s);
        bench.press(Qt::Key_End);
        bench.type(" and th");
        QVERIFY(bench.open());
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.open());
        QCOMPARE(bench.field->text(), u"passed and th"_s);
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.field->text(), QString());
        QVERIFY(bench.field->filter().isEmpty());
    }

    void tab_without_a_list_moves_on_and_closes_it()
    {
        const Bench bench;
        bench.type("th");
        QVERIFY(bench.open());
        bench.press(Qt::Key_Escape);
        bench.press(Qt::Key_Tab);
        QVERIFY(bench.other->hasFocus());
        bench.field->setFocus();
        bench.type("r");
        QVERIFY(bench.open());
        bench.other->setFocus();
        QVERIFY(!bench.open());
    }

    void a_click_takes_a_row_and_keeps_the_focus()
    {
        const Bench bench;
        bench.type("thr");
        QListView *const view = bench.field->popup()->view();
        const QRect second = view->visualRect(view->model()->index(1, 0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, second.center());
        QCOMPARE(bench.field->text(), u"thread "_s);
        QVERIFY(bench.field->hasFocus());
    }

    void columns_are_coloured_and_typing_undoes()
    {
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(*qApp, theme);
            const Bench bench;
            bench.type("nothing here");
            const QColor accent = tokens().accentText;
            const int before = pixelsOf(bench.field->grab().toImage(), accent);
            bench.press(Qt::Key_A, Qt::ControlModifier);
            bench.type("score < 0.9");
            bench.press(Qt::Key_Escape);
            bench.field->setSelection(0, 0);
            const int after = pixelsOf(bench.field->grab().toImage(), accent);
            QVERIFY2(after > before + 20, qPrintable(u"%1 pixels before, %2 after"_s.arg(before).arg(after)));
            bench.press(Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(bench.field->text() != u"score < 0.9"_s);
        }
        applyTheme(*qApp, ThemeChoice::Dark);
    }

    void a_problem_is_underlined()
    {
        const Bench bench;
        bench.type("scroe < 0.9");
        const QColor alarm = toneColor(Tone::Fail);
        const int before = pixelsOf(bench.field->grab().toImage(), alarm);
        bench.press(Qt::Key_Return);
        QVERIFY(pixelsOf(bench.field->grab().toImage(), alarm) > before + 5);
    }

    void pasted_rubbish_is_refused_with_words()
    {
        const Bench bench;
        bench.field->setText(QString(9000, u'('));
        bench.press(Qt::Key_Return);
        QVERIFY(bench.field->popup()->sentence().contains(u"levels"_s));
        QVERIFY(bench.field->filter().isEmpty());
    }
};

QTEST_MAIN(TestFilterField)
#include "tst_filter_field.moc"
