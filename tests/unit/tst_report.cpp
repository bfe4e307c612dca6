// SPDX-License-Identifier: Apache-2.0
// Reports read back by others: Python's readers, poppler, a CSV reader of RFC 4180, QJson. Every format must
// tell the page's totals, keep hostile texts harmless, and give the same bytes again.
#include "unit/report_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const Report &report, ReportFormat format)
{
    const Result<QByteArray> bytes = writeReport(report, format);
    if (!bytes)
        qFatal("%s", qPrintable(bytes.error().message));
    return *bytes;
}

/// What a format says of the page as a whole.
struct Totals
{
    qint64 responses = 0;
    qint64 bands = 0;
    qint64 buckets = 0;
    qint64 models = 0;
    qint64 turns = 0; ///< of policies
    Micros cost{};    ///< of models

    bool operator==(const Totals &) const = default;
};

char *toString(const Totals &totals)
{
    return QTest::toString(u"%1 %2 %3 %4 %5 $%6"_s.arg(totals.responses)
                               .arg(totals.bands)
                               .arg(totals.buckets)
                               .arg(totals.models)
                               .arg(totals.turns)
                               .arg(totals.cost.value));
}

const Totals expected{1247, 1247, 1247, 1247, 1247, Micros{4'340'000}};

qint64 digits(QString text)
{
    return text.remove(u',').toLongLong();
}

Totals fromCsv(const QByteArray &bytes)
{
    const QHash<QString, QString> csv = readCsv(bytes);
    return {csv[u"report//responses"_s].toLongLong(),
            csv[u"bands/total/responses"_s].toLongLong(),
            csv[u"buckets/total/responses"_s].toLongLong(),
            csv[u"models/total/responses"_s].toLongLong(),
            csv[u"policies/total/turns"_s].toLongLong(),
            Micros{csv[u"models/total/cost_micros"_s].toLongLong()}};
}

Totals fromJson(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    QHash<QString, QJsonObject> totals;
    for (const QJsonValue &table : root[u"tables"_s].toArray())
        totals.insert(table[u"name"_s].toString(), table[u"total"_s].toObject());
    return {root[u"report"_s][u"responses"_s].toInteger(),
            totals[u"bands"_s][u"responses"_s].toInteger(),
            totals[u"buckets"_s][u"responses"_s].toInteger(),
            totals[u"models"_s][u"responses"_s].toInteger(),
            totals[u"policies"_s][u"turns"_s].toInteger(),
            Micros{totals[u"models"_s][u"cost_micros"_s].toInteger()}};
}

/// The cell in the row whose first is `row`, below the heading `column`.
QJsonValue cellIn(const QJsonObject &tables, const QString &table, const QString &row, const QString &column)
{
    const QJsonArray rows = tables[table].toArray();
    const qsizetype at = rows.first().toArray().toVariantList().indexOf(column);
    for (const QJsonValue &one : rows)
        if (at >= 0 && one[0].toString() == row)
            return one[at];
    return {};
}

Totals fromXlsx(const QString &path)
{
    const QJsonObject tables = readBack(path)[u"tables"_s].toObject();
    const auto total = [&](const QString &table, const QString &column) {
        return cellIn(tables, table, u"Total"_s, column).toDouble();
    };
    qint64 responses = 0;
    for (const QJsonValue &row : tables[u"report"_s].toArray())
        if (row[0].toString() == "Responses"_L1)
            responses = row[1].toInteger();
    return {responses,
            qRound64(total(u"bands"_s, u"Responses"_s)),
            qRound64(total(u"buckets"_s, u"Responses"_s)),
            qRound64(total(u"models"_s, u"Responses"_s)),
            qRound64(total(u"policies"_s, u"Turns"_s)),
            Micros{qRound64(1e6 * total(u"models"_s, u"Cost"_s))}};
}

Totals fromHtml(const QString &path)
{
    const QJsonObject tables = readBack(path)[u"tables"_s].toObject();
    const auto total = [&](const QString &table, const QString &column) {
        return cellIn(tables, table, u"Total"_s, column).toString();
    };
    return {digits(cellIn(tables, u"Figures"_s, u"Responses"_s, u"Value"_s).toString()),
            digits(total(u"Quality distribution"_s, u"Responses"_s)),
            digits(total(u"Over time"_s, u"Responses"_s)),
            digits(total(u"Models"_s, u"Responses"_s)),
            digits(total(u"Policies in force"_s, u"Turns"_s)),
            Micros{qRound64(1e6 * total(u"Models"_s, u"Cost"_s).mid(1).toDouble())}};
}

/// Words of the line that begins with "Total", of the n-th table that has one.
QStringList totalLine(const QString &text, const QString &heading)
{
    const QStringList lines = text.mid(text.indexOf(u'\n' + heading + u'\n')).split(u'\n');
    for (const QString &line : lines)
        if (line.trimmed().startsWith("Total"_L1))
            return line.simplified().split(u' ');
    return {};
}

Totals fromPdf(const QString &path)
{
    const QString text =
        QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-layout"_s, u"-nopgbrk"_s, path, u"-"_s}));
    QString facts = text.mid(text.indexOf(u"\nResponses "_s, text.indexOf(u"Filter"_s)) + 11);
    const QStringList models = totalLine(text, u"Models"_s);
    return {digits(facts.left(facts.indexOf(u'\n')).trimmed()),
            digits(totalLine(text, u"Quality distribution"_s).value(1)),
            digits(totalLine(text, u"Over time"_s).value(1)),
            digits(models.value(1)),
            digits(totalLine(text, u"Policies in force"_s).value(1)),
            Micros{qRound64(1e6 * models.filter(u"$"_s).value(0).mid(1).toDouble())}};
}

void addFormats()
{
    QTest::addColumn<ReportFormat>("format");
    for (const ReportFormat format :
         {ReportFormat::Html, ReportFormat::Pdf, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Json})
        QTest::newRow(qPrintable(tokenOf(format))) << format;
}

} // namespace

class TestReport final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString saved(const Report &report, ReportFormat format)
    {
        const QString path = m_folder.filePath(u"report."_s + tokenOf(format));
        const Result<qint64> written = saveReport(report, format, path);
        if (!written)
            qFatal("%s", qPrintable(written.error().message));
        return path;
    }

    static AnalyticsPage pageWithModel(const QString &name)
    {
        AnalyticsPage page = samplePage();
        page.models[0].model = name;
        page.issues[0].issue = name;
        page.filter = name;
        return page;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyFormatTellsThePagesTotals_data() { addFormats(); }
    void everyFormatTellsThePagesTotals()
    {
        QFETCH(ReportFormat, format);
        const QString path = saved(reportOf(samplePage(), reportedUntil), format);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        Totals told;
        switch (format) {
        case ReportFormat::Html: told = fromHtml(path); break;
        case ReportFormat::Pdf: told = fromPdf(path); break;
        case ReportFormat::Csv: told = fromCsv(file.readAll()); break;
        case ReportFormat::Xlsx: told = fromXlsx(path); break;
        case ReportFormat::Json: told = fromJson(file.readAll()); break;
        }
        QCOMPARE(told, expected);
    }

    void whatItIsAboutIsStatedEverywhere_data() { addFormats(); }
    void whatItIsAboutIsStatedEverywhere()
    {
        QFETCH(ReportFormat, format);
        AnalyticsPage page = samplePage();
        page.filter = u"model = gpt-4"_s;
        const QString path = saved(reportOf(page, reportedUntil), format);
        QString text;
        if (format == ReportFormat::Pdf) {
            text = QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}));
        } else if (format == ReportFormat::Xlsx) {
            text = QString::fromUtf8(QJsonDocument(readBack(path)).toJson());
        } else {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            text = QString::fromUtf8(file.readAll());
        }
        for (const QString &wanted : {u"model = gpt-4"_s, u"7, 8"_s, u"180"_s})
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
        const bool forPeople = format == ReportFormat::Html || format == ReportFormat::Pdf;
        QVERIFY(text.contains(forPeople ? u"67.7%"_s : u"0.677"_s)); // the interval
    }

    void equalReportsGiveEqualBytes_data() { addFormats(); }
    void equalReportsGiveEqualBytes()
    {
        QFETCH(ReportFormat, format);
        const Report report = reportOf(samplePage(), reportedUntil);
        const QByteArray first = bytesOf(report, format);
        QTest::qWait(1100); // formats tell times in seconds
        QCOMPARE(bytesOf(report, format), first);
        QVERIFY(bytesOf(reportOf(samplePage(), reportedUntil + std::chrono::hours(1)), format) != first);
    }

    void aTextIsNeverAFormula_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"=HYPERLINK(\"http://a/\",\"b\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aTextIsNeverAFormula()
    {
        QFETCH(QString, name);
        const Report report = reportOf(pageWithModel(name), reportedUntil);
        const QHash<QString, QString> csv = readCsv(bytesOf(report, ReportFormat::Csv));
        QCOMPARE(csv[u"models/1/model"_s], u'\'' + name);
        QCOMPARE(csv[u"issues/1/issue"_s], u'\'' + name);
        QCOMPARE(csv[u"report//filter"_s], u'\'' + name);
        QCOMPARE(csv[u"figures/1/delta"_s], u"-53"_s); // a number stays one
        const QJsonObject book = readBack(saved(report, ReportFormat::Xlsx));
        QCOMPARE(book[u"formulas"_s].toInt(-1), 0);
        const QString shown = book[u"tables"_s][u"models"_s][1][0].toString();
        QVERIFY2(shown.startsWith(u'\'') || shown.startsWith(u' '), qPrintable(shown));
    }

    void aPageRunsAndFetchesNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"<script>alert(1)</script>", "\"><img src=http://a/b onerror=alert(1)>",
                                 "' onmouseover='alert(1)", "</title></style><svg onload=alert(1)>",
                                 "<!-- -->&lt;", "]]><b>", "javascript:alert(1)"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aPageRunsAndFetchesNothing()
    {
        QFETCH(QString, name);
        const QJsonObject plain = readBack(saved(reportOf(samplePage(), reportedUntil), ReportFormat::Html));
        const QJsonObject page =
            readBack(saved(reportOf(pageWithModel(name), reportedUntil), ReportFormat::Html));
        QCOMPARE(page[u"fetched"_s].toArray(), QJsonArray());
        QCOMPARE(page[u"tags"_s], plain[u"tags"_s]);
        QCOMPARE(page[u"tables"_s][u"Models"_s][1][0].toString(), name);
    }

    void controlCharactersDoNotReachPagesAndSheets()
    {
        const QString name = u"a\u202Eb\u0000c\u0007d"_s + QChar(0xD800) + u"\uFFFEe"_s;
        const Report report = reportOf(pageWithModel(name), reportedUntil);
        const QString calm = u"a\uFFFDb\uFFFDc\uFFFDd\uFFFD\uFFFDe"_s;
        for (const ReportFormat format : {ReportFormat::Html, ReportFormat::Xlsx}) {
            const QJsonObject tables = readBack(saved(report, format))[u"tables"_s].toObject();
            const QJsonValue rows = tables[format == ReportFormat::Html ? u"Models"_s : u"models"_s];
            QCOMPARE(rows[1][0].toString(), calm);
        }
    }

    void tenMegabytesOfAnIssueAreWritten_data() { addFormats(); }
    void tenMegabytesOfAnIssueAreWritten()
    {
        QFETCH(ReportFormat, format);
        AnalyticsPage page = samplePage();
        page.issues[0].issue = QString(10 << 20, u'x');
        const QByteArray bytes = bytesOf(reportOf(page, reportedUntil), format);
        const bool forPrograms = format == ReportFormat::Csv || format == ReportFormat::Json;
        QCOMPARE(bytes.size() > 10 << 20, forPrograms);
        if (format == ReportFormat::Csv)
            QCOMPARE(readCsv(bytes)[u"issues/1/issue"_s].size(), 10 << 20);
    }

    void anEmptyPageIsAReportToo_data() { addFormats(); }
    void anEmptyPageIsAReportToo()
    {
        QFETCH(ReportFormat, format);
        AnalyticsPage page{.range = samplePage().range};
        for (const KpiInfo &info : kpiTable())
            page.kpis.append(KpiFigure{.kpi = info.kpi});
        QVERIFY(!bytesOf(reportOf(page, reportedUntil), format).isEmpty());
    }

    void aComparisonHasBothRanges()
    {
        AnalyticsComparison comparison{.base = samplePage(), .other = samplePage(), .sharedThreads = 12};
        comparison.base.responses = 1300;
        for (const KpiInfo &info : kpiTable())
            comparison.figures.append({.kpi = info.kpi,
                                       .base = {.value = 0.75, .count = 1300},
                                       .other = {.value = 0.702, .count = 1247},
                                       .difference = -0.048,
                                       .interval = Interval{-0.08, -0.01},
                                       .verdict = Difference::Lower});
        const Report report = reportOf(comparison, reportedUntil);
        const QHash<QString, QString> csv = readCsv(bytesOf(report, ReportFormat::Csv));
        QCOMPARE(csv[u"report//responses"_s], u"1247"_s);
        QCOMPARE(csv[u"report//base.responses"_s], u"1300"_s);
        QCOMPARE(csv[u"comparison/2/verdict"_s], u"lower"_s);
        QCOMPARE(csv[u"base.bands/total/responses"_s], u"1247"_s);
        const QJsonObject book = readBack(saved(report, ReportFormat::Xlsx));
        QVERIFY(book[u"tables"_s].toObject().contains(u"base.models"_s));
        QVERIFY(!bytesOf(report, ReportFormat::Pdf).isEmpty());
    }

    void aCancelledReportLeavesTheOldFile_data() { addFormats(); }
    void aCancelledReportLeavesTheOldFile()
    {
        QFETCH(ReportFormat, format);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"kept"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
        file.close();
        AnalyticsPage page = samplePage();
        for (int i = 0; i < 500; ++i)
            page.issues.append({.issue = u"issue_%1"_s.arg(i), .responses = 1});
        const CancelToken token = CancelToken::make();
        double last = 0.0;
        const Result<qint64> written =
            saveReport(reportOf(page, reportedUntil), format, path, token, [&](double share) {
                last = share;
                if (share > 0.2)
                    token.cancel();
            });
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::Cancelled);
        QVERIFY(last > 0.0 && last <= 1.0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "old"_ba);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"kept"_s});
    }

    void theNameTellsTheFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("format");
        QTest::newRow("a page") << u"a/b.HTML"_s << u"html"_s;
        QTest::newRow("two endings") << u"b.csv.pdf"_s << u"pdf"_s;
        QTest::newRow("a spreadsheet") << u"b.xlsx"_s << u"xlsx"_s;
        QTest::newRow("an unknown ending") << u"b.doc"_s << QString();
        QTest::newRow("no ending") << u"report"_s << QString();
    }
    void theNameTellsTheFormat()
    {
        QFETCH(QString, name);
        QFETCH(QString, format);
        const Result<ReportFormat> found = reportFormatOfFile(name);
        QCOMPARE(found ? tokenOf(*found) : QString(), format);
    }

    void aPdfHasNumberedA4Pages()
    {
        const QString path = saved(reportOf(samplePage(), reportedUntil), ReportFormat::Pdf);
        const QString about = QString::fromUtf8(outputOf(u"pdfinfo"_s, {path}));
        QVERIFY2(about.contains(u"(A4)"_s), qPrintable(about));
        const qsizetype pages =
            about.mid(about.indexOf(u"Pages:"_s) + 6).trimmed().section(u'\n', 0, 0).toInt();
        QVERIFY(pages > 1);
        const QString text = QString::fromUtf8(outputOf(u"pdftotext"_s, {path, u"-"_s}));
        for (qsizetype page = 1; page <= pages; ++page)
            QVERIFY(text.contains(u"Page %1 of %2"_s.arg(page).arg(pages)));
        QVERIFY2(about.contains(u"2026"_s), qPrintable(about));
    }
};

QTEST_MAIN(TestReport)
#include "tst_report.moc"
