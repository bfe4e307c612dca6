// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/source_sheet.h"
#include "ui/ask/source_text.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"

#include <QtGui/QTextBlock>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

const QString passage =
    u"## Card refunds\nRefunds to cards arrive within 5–7 business days. Ask the bank after that.\n"
    "### SEPA\nSEPA refunds take 1 day.\n#hashtag stays. <b>This, too.</b>"_s;

QStringList marked(const SourceText &shown, PlainMark::Kind kind)
{
    QStringList all;
    for (const PlainMark &mark : shown.marks)
        if (mark.kind == kind)
            all.append(shown.text.mid(mark.start, mark.length));
    return all;
}

} // namespace

class TestAskSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
    }

    void headingsAreWithoutTheirMarks()
    {
        const SourceText shown = sourceText(passage, {}, {});
        QVERIFY(shown.text.startsWith(u"Card refunds\n"_s));
        QVERIFY(shown.text.contains(u"\n#hashtag stays. <b>"_s));
        QCOMPARE(marked(shown, PlainMark::Kind::Heading), (QStringList{u"Card refunds"_s, u"SEPA"_s}));
        QVERIFY(marked(shown, PlainMark::Kind::Cited).isEmpty());
    }

    void whatIsCitedIsMarked_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QStringList>("cited");
        QTest::addRow("word for word")
            << u"Refunds to cards arrive within 5–7 business days [1]. SEPA is faster [2]."_s
            << QStringList{u"Refunds to cards arrive within 5–7 business days."_s};
        QTest::addRow("in other words")
            << u"A refund to a card arrives in 5–7 business days [1]."_s
            << QStringList{u"Refunds to cards arrive within 5–7 business days."_s};
        QTest::addRow("another source's citation") << u"SEPA refunds take 1 day [2]."_s << QStringList();
        QTest::addRow("nothing alike") << u"Bananas are yellow [1]."_s << QStringList();
    }
    void whatIsCitedIsMarked()
    {
        QFETCH(const QString, answer);
        QFETCH(const QStringList, cited);
        QCOMPARE(marked(sourceText(passage, answer, u"1"_s), PlainMark::Kind::Cited), cited);
    }

    void theSheetShowsMarksOnTheRightLetters_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addRow("a short line before it") << u"Short.\n"_s;
        QTest::addRow("a line that is broken before it") << QString(9000, u'x') + u'\n';
    }
    void theSheetShowsMarksOnTheRightLetters()
    {
        QFETCH(const QString, before);
        QWidget host;
        host.resize(700, 500);
        host.show();
        SourceSheet sheet(&host);
        Evidence source{.sourceId = u"s"_s, .title = u"t"_s, .text = before + passage};
        source.label = u"1"_s;
        sheet.open(source, u"SEPA refunds take 1 day [1]."_s);
        auto *view = sheet.findChild<PlainTextView *>();
        QStringList heavy;
        QStringList ground;
        for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next())
            for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                const QString text = block.text().mid(range.start, range.length);
                if (range.format.fontWeight() == QFont::DemiBold)
                    heavy.append(text);
                if (range.format.background().style() != Qt::NoBrush)
                    ground.append(text);
            }
        QCOMPARE(heavy, (QStringList{u"Card refunds"_s, u"SEPA"_s}));
        QCOMPARE(ground, QStringList{u"SEPA refunds take 1 day."_s});
        QVERIFY(view->textCursor().block().text().startsWith(u"SEPA refunds"_s));
        QCOMPARE(sheet.shownText(), before + passage);
    }
};

QTEST_MAIN(TestAskSource)
#include "tst_ask_source.moc"
