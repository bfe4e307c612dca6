// SPDX-License-Identifier: Apache-2.0
#include "retrieval/document_reader.h"
#include "retrieval/ingestion.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <filesystem>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

/// A one-page PDF that says "Invoices are kept for eight years.", with correct offsets.
QByteArray smallPdf(const QByteArray &text = "Invoices are kept for eight years.")
{
    const QByteArray stream = "BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 "
        "R >> >> >>",
        "<< /Length " + QByteArray::number(stream.size()) + " >>\nstream\n" + stream + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (Retention of invoices) >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> offsets;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        offsets.append(pdf.size());
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const qsizetype xref = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets)
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n" + QByteArray::number(xref) +
           "\n%%EOF\n";
}

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString allText(const DocumentText &document)
{
    QStringList out;
    for (const DocumentSection &section : document.sections)
        out.append(section.heading + u": "_s + section.text);
    return out.join(u"\n"_s);
}

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        QTest::addRow("Markdown")
            << u"a.md"_s
            << QByteArray("# Refunds\n\nSixty *days*.\n\n## Steps\n\n- Open `Billing`\n- Press Refund\n\n### "
                          "Note\n\nDone.")
            << u"Refunds"_s << u": Sixty days.\nSteps: - Open Billing\n- Press Refund\nSteps › Note: Done."_s;
        QTest::addRow("Markdown table")
            << u"a.md"_s << QByteArray("| Plan | Price |\n|---|---|\n| Team | 99 |\n") << u"a"_s
            << u": Plan | Price\n\nTeam | 99"_s;
        QTest::addRow("Markdown with raw HTML")
            << u"a.md"_s << QByteArray("Text <script>alert(1)</script> end\n\n<img src=file:///etc/passwd>\n")
            << u"a"_s << u": Text alert(1) end"_s;
        QTest::addRow("plain text") << u"notes.txt"_s
                                    << QByteArray("First line\nsecond line\r\n\r\nNext paragraph")
                                    << u"notes"_s << u": First line\nsecond line\n\nNext paragraph"_s;
        QTest::addRow("Latin-1 text")
            << u"notes.txt"_s << QByteArray("K\xfcndigung") << u"notes"_s << u": Kündigung"_s;
        QTest::addRow("UTF-16 text with a mark")
            << u"notes.txt"_s << QByteArray("\xff\xfeK\0\xfc\0n\0", 8) << u"notes"_s << u": Kün"_s;
        QTest::addRow("HTML")
            << u"a.html"_s
            << QByteArray(
                   "<html><head><title>Guide</title><style>p{}</style></head><body><h2>Setup</"
                   "h2><p>One<br>two</p>"
                   "<script>steal()</script><ul><li>first<li>second</ul><h3>Deep</h3><p>End &amp; out</body>")
            << u"Guide"_s << u"Setup: One two\n\n- first\n- second\nSetup › Deep: End & out"_s;
        QTest::addRow("HTML in UTF-8 without saying so")
            << u"a.htm"_s << "<p>Kündigung</p>"_ba << u"a"_s << u": Kündigung"_s;
        QTest::addRow("PDF") << u"a.pdf"_s << smallPdf() << u"Retention of invoices"_s
                             << u": Invoices are kept for eight years."_s;
    }
    void reads()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, title);
        QFETCH(QString, text);
        const auto read = readDocumentBytes(bytes, name);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->title, title);
        QCOMPARE(allText(*read), text);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Errc>("code");
        QTest::addRow("unknown type") << u"a.exe"_s << QByteArray("MZ") << Errc::InvalidArgument;
        QTest::addRow("empty text") << u"a.txt"_s << QByteArray() << Errc::InvalidArgument;
        QTest::addRow("empty Markdown") << u"a.md"_s << QByteArray("\n\n") << Errc::InvalidArgument;
        QTest::addRow("empty HTML") << u"a.html"_s << QByteArray() << Errc::Corrupt;
        QTest::addRow("HTML with nothing but script")
            << u"a.html"_s << QByteArray("<script>x()</script>") << Errc::InvalidArgument;
        QTest::addRow("binary as text") << u"a.txt"_s << QByteArray("ab\0cd", 5) << Errc::InvalidArgument;
        QTest::addRow("binary as Markdown") << u"a.md"_s << QByteArray("ab\0cd", 5) << Errc::InvalidArgument;
        QTest::addRow("a PDF that is none") << u"a.pdf"_s << QByteArray("hello") << Errc::Corrupt;
        QTest::addRow("a PDF head alone") << u"a.pdf"_s << QByteArray("%PDF-1.7\n") << Errc::Corrupt;
        QTest::addRow("a PDF without words") << u"a.pdf"_s << smallPdf(" ") << Errc::InvalidArgument;
        QTest::addRow("too large a file")
            << u"a.txt"_s << QByteArray("word ").repeated(300) << Errc::InvalidArgument;
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(Errc, code);
        const auto read = readDocumentBytes(bytes, name, {.maxFileBytes = 1400});
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QVERIFY(!read.error().message.isEmpty());
    }

    /// Files made to hurt: any answer is right as long as there is one.
    void survives_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("100,000 nested divs") << u"a.html"_s << QByteArray("<div>").repeated(100'000) + "deep";
        QTest::addRow("100,000 nested tables")
            << u"a.html"_s << QByteArray("<table><tr><td>").repeated(30'000) + "deep";
        QTest::addRow("entity bomb") << u"a.html"_s
                                     << QByteArray("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                                                   "\"&a;&a;&a;&a;&a;&a;\">]><p>&b;&b;</p>");
        QTest::addRow("outside entity")
            << u"a.html"_s
            << QByteArray("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>text &a;</p>");
        QTest::addRow("cut inside a tag") << u"a.html"_s << QByteArray("<p>text<img src=\"");
        QTest::addRow("nested quotes in Markdown") << u"a.md"_s << QByteArray("> ").repeated(20'000) + "deep";
        QTest::addRow("nested lists in Markdown") << u"a.md"_s << QByteArray("- ").repeated(20'000) + "deep";
        QTest::addRow("open brackets in Markdown") << u"a.md"_s << QByteArray("[").repeated(50'000) + "deep";
        QTest::addRow("stars in Markdown") << u"a.md"_s << QByteArray("*a ").repeated(30'000);
        QTest::addRow("one line of 5 MB") << u"a.txt"_s << QByteArray(5 << 20, 'a');
        QTest::addRow("PDF cut in half") << u"a.pdf"_s << smallPdf().first(300);
        QTest::addRow("PDF without its table") << u"a.pdf"_s << smallPdf().replace("xref", "xxxx");
        QTest::addRow("PDF whose pages are their own parent")
            << u"a.pdf"_s << smallPdf().replace("/Kids [3 0 R]", "/Kids [2 0 R]");
        QTest::addRow("PDF with a huge page count")
            << u"a.pdf"_s << smallPdf().replace("/Count 1 >>", "/Count 2147483647 >>");
        QTest::addRow("PDF with a wild stream length")
            << u"a.pdf"_s << smallPdf().replace("/Length 5", "/Length 999999995");
    }
    void survives()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto read = readDocumentBytes(bytes, name);
        if (read)
            QVERIFY(!allText(*read).contains(u"root:"));
        else
            QVERIFY(!read.error().message.isEmpty());
    }

    void everyBrokenByteOfAPdfIsSurvived()
    {
        const QByteArray good = smallPdf();
        int readable = 0;
        for (qsizetype i = 0; i < good.size(); i += 3) {
            QByteArray bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 0x55);
            readable += readDocumentBytes(bad, u"a.pdf"_s).has_value();
        }
        QVERIFY(readable > 0);
    }

    void ingestionIsIncremental()
    {
        QTemporaryDir dir;
        QVERIFY(write(dir.filePath(u"docs/a.md"_s), "# Alpha\n\nFirst text."));
        QVERIFY(write(dir.filePath(u"docs/sub/b.txt"_s), "Second text."));
        QVERIFY(write(dir.filePath(u"docs/.hidden/c.txt"_s), "Hidden."));
        QVERIFY(write(dir.filePath(u"docs/image.png"_s), "PNG"));
        QVERIFY(write(dir.filePath(u"docs/broken.pdf"_s), "not a pdf"));
        std::error_code ignored;
        std::filesystem::create_directory_symlink(dir.filePath(u"docs"_s).toStdString(),
                                                  dir.filePath(u"docs/sub/loop"_s).toStdString(), ignored);
        const auto index = std::move(*LocalIndex::open(u":memory:"_s));
        const QStringList paths{dir.filePath(u"docs"_s)};

        QStringList seen;
        const auto first = ingestDocuments(*index, paths, [&](int done, int total, const QString &file) {
            QVERIFY(done <= total && total == 3);
            seen.append(QFileInfo(file).fileName());
        });
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->added, 2);
        QCOMPARE(first->skipped.size(), 1);
        QVERIFY(first->skipped.constFirst().path.endsWith(u"broken.pdf"));
        QCOMPARE(seen, (QStringList{u"a.md"_s, u"broken.pdf"_s, u"b.txt"_s, QString()}));

        const auto second = ingestDocuments(*index, paths);
        QCOMPARE(second->unchanged, 2);
        QCOMPARE(second->added + second->updated + second->removed, 0);

        QVERIFY(write(dir.filePath(u"docs/a.md"_s), "# Alpha\n\nChanged wording."));
        QVERIFY(QFile::remove(dir.filePath(u"docs/sub/b.txt"_s)));
        const auto third = ingestDocuments(*index, paths);
        QCOMPARE(third->updated, 1);
        QCOMPARE(third->removed, 1);
        QCOMPARE(index->search(u"wording"_s, 5)->size(), 1);
        QCOMPARE(index->list()->size(), 1);
    }

    void aTouchedFileIsNotReadAgain()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"a.md"_s);
        QVERIFY(write(path, "# Alpha\n\nFirst text."));
        const auto index = std::move(*LocalIndex::open(u":memory:"_s));
        QCOMPARE(ingestDocuments(*index, {path})->added, 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-3), QFileDevice::FileModificationTime));
        file.close();
        QCOMPARE(ingestDocuments(*index, {path})->unchanged, 1);
        QCOMPARE(index->list()->constFirst().modifiedMs, QFileInfo(path).lastModified().toMSecsSinceEpoch());
    }

    void cancelKeepsWhatWasDone()
    {
        QTemporaryDir dir;
        for (int i = 0; i < 5; ++i)
            QVERIFY(write(dir.filePath(u"%1.txt"_s.arg(i)), "Some text."));
        const auto index = std::move(*LocalIndex::open(u":memory:"_s));
        const CancelToken token = CancelToken::make();
        const auto summary = ingestDocuments(
            *index, {dir.path()},
            [&](int done, int, const QString &) {
                if (done == 1)
                    token.cancel();
            },
            token);
        QVERIFY(summary && summary->cancelled);
        QCOMPARE(summary->added, 2);
        QCOMPARE(index->list()->size(), 2);
    }

    void missingPathsAreNamed()
    {
        QTemporaryDir dir;
        QVERIFY(write(dir.filePath(u"a.exe"_s), "MZ"));
        const auto index = std::move(*LocalIndex::open(u":memory:"_s));
        const auto summary = ingestDocuments(*index, {dir.filePath(u"none"_s), dir.filePath(u"a.exe"_s)});
        QCOMPARE(summary->skipped.size(), 2);
        QCOMPARE(summary->added, 0);
    }

    void removesByIdPathAndFolder()
    {
        QTemporaryDir dir;
        for (int i = 0; i < 4; ++i)
            QVERIFY(write(dir.filePath(u"docs/%1.txt"_s.arg(i)), "Some text."));
        const auto index = std::move(*LocalIndex::open(u":memory:"_s));
        QCOMPARE(ingestDocuments(*index, {dir.path()})->added, 4);
        QCOMPARE(removeDocuments(*index, index->list()->constFirst().id).value(), 1);
        QCOMPARE(removeDocuments(*index, dir.filePath(u"docs/3.txt"_s)).value(), 1);
        QCOMPARE(removeDocuments(*index, dir.filePath(u"docs"_s)).value(), 2);
        QCOMPARE(removeDocuments(*index, u"doc_nothing"_s).error().code, Errc::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
