// SPDX-License-Identifier: Apache-2.0
#include "support/time_scale.h"
#include "ui/kit/chip.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/portal.h"
#include "ui/kit/theme.h"
#include "ui/kit/tokens.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <limits>

using namespace assay::ui;
using namespace Qt::StringLiterals;

class TestKitTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initKit(); }

    void theProgramsIconIsInTheBinary()
    {
        const QIcon icon = QGuiApplication::windowIcon();
        QVERIFY(!icon.isNull());
        const QImage drawn = icon.pixmap(64).toImage();
        QVERIFY(drawn.pixelColor(32, 6).blue() > 150);         // the blue ground
        QCOMPARE(drawn.pixelColor(28, 42), QColor(Qt::white)); // the tick
    }

    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            const Tokens &t = tokens(theme);
            const char *name = theme == Theme::Dark ? "dark" : "light";
            const std::initializer_list<std::pair<const char *, QColor>> grounds{
                {"base", t.base},      {"surface", t.surface},     {"raised", t.raised},
                {"hover", t.hover},    {"selection", t.selection}, {"selected card", t.selectedCard},
                {"control", t.control}};
            const std::initializer_list<std::pair<const char *, QColor>> inks{
                {"text", t.text}, {"second", t.textSecond}, {"third", t.textThird}, {"accent", t.accentText}};
            for (const auto &[groundName, ground] : grounds) {
                for (const auto &[inkName, ink] : inks)
                    QTest::addRow("%s: %s on %s", name, inkName, groundName) << ink << ground;
                for (const Band band : {Band::Pass, Band::Near, Band::Low, Band::Fail})
                    QTest::addRow("%s: band %d on %s", name, int(band), groundName)
                        << t.band(band).text << ground;
            }
            for (const Band band : {Band::Pass, Band::Near, Band::Low, Band::Fail}) {
                QTest::addRow("%s: band %d on its tint", name, int(band))
                    << t.band(band).text << t.band(band).tint;
                QTest::addRow("%s: text on tint of band %d", name, int(band)) << t.text << t.band(band).tint;
            }
            QTest::addRow("%s: white on accent", name) << t.onAccent << t.accentFill;
            QTest::addRow("%s: white on a cap on accent", name)
                << t.onAccent << mixed(t.accentFill, Qt::black, 0.2);
            QTest::addRow("%s: text on marked answer", name)
                << t.text << mixed(t.selection, t.accentFill, 0.3);
        }
    }
    void textIsReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrast(ink, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2 is %3:1"_s.arg(ink.name(), ground.name()).arg(ratio)));
    }

    void focusIsVisible()
    {
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            const Tokens &t = tokens(theme);
            for (const QColor &ground : {t.base, t.surface, t.raised, t.hover, t.selection})
                QVERIFY(contrast(t.accentText, ground) >= 3);
        }
    }

    void bandsOfScores_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<int>("band");
        QTest::addRow("0.95 as float, widened, passes") << double(0.95F) << int(Band::Pass);
        QTest::addRow("0.95 as double passes") << 0.95 << int(Band::Pass);
        QTest::addRow("0.949999988 is 0.95f and passes") << 0.949999988 << int(Band::Pass);
        QTest::addRow("the float below 0.95f is near")
            << double(std::nextafter(0.95F, 0.0F)) << int(Band::Near);
        QTest::addRow("0.90f is near") << double(0.90F) << int(Band::Near);
        QTest::addRow("0.8 is low") << 0.8 << int(Band::Low);
        QTest::addRow("0.8f is low") << double(0.8F) << int(Band::Low);
        QTest::addRow("0.79 fails") << 0.79 << int(Band::Fail);
        QTest::addRow("NaN fails") << std::numeric_limits<double>::quiet_NaN() << int(Band::Fail);
        QTest::addRow("minus infinity fails") << -std::numeric_limits<double>::infinity() << int(Band::Fail);
    }
    void bandsOfScores()
    {
        QFETCH(double, score);
        QFETCH(int, band);
        QCOMPARE(int(bandOf(score)), band);
    }

    void scoreFigures_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("text");
        QTest::addRow("0.95f reads 0.95") << double(0.95F) << u"0.95"_s;
        QTest::addRow("0.97f reads 0.97") << double(0.97F) << u"0.97"_s;
        QTest::addRow("0.9499 does not read 0.95") << 0.9499 << u"0.94"_s;
        QTest::addRow("one") << 1.0 << u"1.00"_s;
        QTest::addRow("NaN is a dash") << std::numeric_limits<double>::quiet_NaN() << u"–"_s;
    }
    void scoreFigures()
    {
        QFETCH(double, score);
        QFETCH(QString, text);
        QCOMPARE(scoreText(score), text);
        QCOMPARE(scoreText({}), u"–"_s);
    }

    void everyIconDraws()
    {
        for (int i = int(Icon::None) + 1; i <= int(Icon::Warning); ++i) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintIcon(painter, QRectF(0, 0, 32, 32), Icon(i), Qt::red);
            painter.end();
            int drawn = 0;
            for (int y = 0; y < 32; ++y)
                for (int x = 0; x < 32; ++x)
                    drawn += qRed(image.pixel(x, y)) > 200 ? 1 : 0;
            QVERIFY2(drawn > 15, qPrintable(u"icon %1 drew %2 pixels"_s.arg(i).arg(drawn)));
        }
    }

    void figuresHaveEqualDigits()
    {
        const QFont face = font(Type::Small);
        QCOMPARE(figuresWidth(face, u"11.11"_s), figuresWidth(face, u"88.88"_s));
    }

    void capsOfShortcuts()
    {
        QCOMPARE(keyCaps(QKeySequence(u"Ctrl+Shift+Return"_s)),
                 (QStringList{u"Ctrl"_s, u"Shift"_s, u"Enter"_s}));
        QCOMPARE(keyCaps(QKeySequence(u"Ctrl++"_s)), (QStringList{u"Ctrl"_s, u"+"_s}));
        QCOMPARE(keyCaps(QKeySequence()), QStringList());
    }

    void themeChangesLive()
    {
        auto &app = *qobject_cast<QApplication *>(QCoreApplication::instance());
        applyTheme(app, ThemeChoice::Dark);
        QSignalSpy spy(&themeNotifier(), &ThemeNotifier::changed);
        applyTheme(app, ThemeChoice::Light);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(tokens().surface, QColor(0xFF, 0xFF, 0xFF));
        QCOMPARE(app.palette().color(QPalette::Window), tokens().surface);
    }

    void systemThemeNeverWaits()
    {
        auto &app = *qobject_cast<QApplication *>(QCoreApplication::instance());
        QElapsedTimer clock;
        clock.start();
        applyTheme(app, ThemeChoice::System);
        QVERIFY2(clock.elapsed() < 100 * assay::test::timeScale(),
                 qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_MAIN(TestKitTokens)
#include "tst_kit_tokens.moc"
