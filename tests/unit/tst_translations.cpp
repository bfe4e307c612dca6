// SPDX-License-Identifier: Apache-2.0
#include "translations.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context{};
    QString source{};
    QString comment{};
    QString type{}; ///< of the translation: empty when it is finished
    bool numerus = false;
    QStringList forms{}; ///< the translation, or its plural forms

    QString name() const { return u"%1: \"%2\""_s.arg(context, source); }
    QString key() const
    {
        return u"%1 | %2 | %3%4"_s.arg(context, comment, source, numerus ? u" | plural"_s : QString());
    }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .numerus = xml.attributes().value("numerus"_L1) == "yes"_L1};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (xml.name() != "translation"_L1) {
            xml.skipCurrentElement();
        } else {
            message.type = xml.attributes().value("type"_L1).toString();
            if (!message.numerus) {
                message.forms.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        }
    }
    return message;
}

/// Every message of a .ts document. @param problem set where the document cannot be read to its end
QList<Message> readMessages(const QByteArray &document, QString *problem)
{
    QList<Message> messages;
    QXmlStreamReader xml(document);
    xml.readNextStartElement();
    if (xml.name() != "TS"_L1)
        xml.raiseError(u"no Qt Linguist file"_s);
    while (xml.readNextStartElement()) { // <context>
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "message"_L1)
                messages.append(readMessage(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError())
        *problem = u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString());
    return messages;
}

QStringList argumentsOf(const QString &text)
{
    static const QRegularExpression argument(u"%L?(?:[1-9][0-9]?|n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : argument.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

/// Whether the form of the singular leaves its number out, as in "last hour".
bool isOneInWords(const Message &message, const QString &form)
{
    QStringList others = argumentsOf(message.source);
    others.removeOne(u"%n"_s);
    return message.numerus && form == message.forms.first() && argumentsOf(form) == others;
}

/// What is wrong with a message, each as a sentence; empty when it can be shipped.
QStringList faultsOf(const Message &message)
{
    QStringList faults;
    const auto fault = [&](const QString &what) { faults.append(u"%1 %2"_s.arg(message.name(), what)); };
    if (message.context != u"AssayCore" && message.context != u"AssayUi")
        fault(u"is in a context that no Tr of ours reads"_s);
    if (!message.type.isEmpty())
        fault(u"is %1"_s.arg(message.type));
    if (message.forms.size() != (message.numerus ? 2 : 1))
        fault(u"has %1 forms"_s.arg(message.forms.size()));
    for (const QString &form : message.forms) {
        if (form.trimmed().isEmpty())
            fault(u"has an empty translation"_s);
        else if (argumentsOf(form) != argumentsOf(message.source) && !isOneInWords(message, form))
            fault(u"has other arguments in \"%1\""_s.arg(form));
        else if (form.startsWith(u' ') != message.source.startsWith(u' ') ||
                 form.endsWith(u' ') != message.source.endsWith(u' '))
            fault(u"begins or ends with another space in \"%1\""_s.arg(form));
    }
    return faults;
}

QStringList faultsOf(const QByteArray &document)
{
    QString problem;
    QStringList faults;
    const QList<Message> messages = readMessages(document, &problem);
    for (const Message &message : messages)
        faults.append(faultsOf(message));
    if (!problem.isEmpty())
        faults.append(problem);
    else if (messages.isEmpty())
        faults.append(u"There is no message."_s);
    return faults;
}

QStringList keysOf(const QByteArray &document)
{
    QString problem;
    QStringList keys;
    for (const Message &message : readMessages(document, &problem))
        keys.append(message.key());
    keys.sort();
    return keys;
}

/// What `some` has and `others` lacks, one a line. Both are sorted.
QString missing(const QStringList &some, const QStringList &others)
{
    QStringList rest;
    std::ranges::set_difference(some, others, std::back_inserter(rest));
    return rest.join(u'\n');
}

QByteArray planted(const char *context, const char *attributes, const char *source, const char *translation)
{
    return QByteArray("<?xml version=\"1.0\"?><TS version=\"2.1\" language=\"de_DE\"><context><name>")
               .append(context) +
           "</name><message" + attributes + "><source>" + source + "</source>" + translation +
           "</message></context></TS>";
}

} // namespace

/// The committed translations are complete, fit their sources, and are as new as the sources.
class TestTranslations : public QObject
{
    Q_OBJECT

    static QString fileOf(const QString &language)
    {
        return u"%1/translations/assay_%2.ts"_s.arg(QString::fromUtf8(ASSAY_SOURCE_DIR), language);
    }
    static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aPlantedFaultIsFound_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("fault"); // part of it; empty: none
        const char *plural = " numerus=\"yes\"";
        const auto send = [](const char *translation) { return planted("AssayUi", "", "Send", translation); };
        const auto turns = [plural](const char *forms) {
            return planted("AssayUi", plural, "%n turns", forms);
        };
        QTest::addRow("a finished message is fine")
            << planted("AssayUi", "", "Turn %1", "<translation>Turn %1</translation>") << QString();
        QTest::addRow("arguments may change places")
            << planted("AssayUi", "", "%1 of %2", "<translation>von %2 sind %1</translation>") << QString();
        QTest::addRow("a plural with two forms is fine")
            << planted("AssayCore", plural, "%n doc(s)",
                       "<translation><numerusform>%n doc</numerusform><numerusform>%n "
                       "docs</numerusform></translation>")
            << QString();
        QTest::addRow("an unfinished message")
            << send("<translation type=\"unfinished\">Senden</translation>") << u"unfinished"_s;
        QTest::addRow("a vanished message")
            << send("<translation type=\"vanished\">Senden</translation>") << u"vanished"_s;
        QTest::addRow("an obsolete message")
            << send("<translation type=\"obsolete\">Senden</translation>") << u"obsolete"_s;
        QTest::addRow("an empty translation") << send("<translation></translation>") << u"empty"_s;
        QTest::addRow("a lost argument")
            << planted("AssayUi", "", "%1 of %2", "<translation>%1 von allen</translation>")
            << u"arguments"_s;
        QTest::addRow("a repeated argument")
            << planted("AssayUi", "", "%1 of %2", "<translation>%1 von %1</translation>") << u"arguments"_s;
        QTest::addRow("an argument that lost its local format")
            << planted("AssayUi", "", "%L1 tokens", "<translation>%1 Token</translation>") << u"arguments"_s;
        QTest::addRow("a lost number in a plural form")
            << turns("<translation><numerusform>%n Turn</numerusform><numerusform>viele "
                     "Turns</numerusform></translation>")
            << u"arguments"_s;
        QTest::addRow("a singular in words")
            << turns("<translation><numerusform>ein Turn</numerusform><numerusform>%n "
                     "Turns</numerusform></translation>")
            << u""_s;
        QTest::addRow("a plural with one form")
            << turns("<translation><numerusform>%n Turns</numerusform></translation>") << u"1 forms"_s;
        QTest::addRow("a plural with an empty form")
            << turns(
                   "<translation><numerusform>%n Turn</numerusform><numerusform></numerusform></translation>")
            << u"empty"_s;
        QTest::addRow("a lost leading space")
            << planted("AssayCore", "", " Raised by %1.", "<translation>Durch %1.</translation>")
            << u"space"_s;
        QTest::addRow("a context of a class that lupdate could not resolve")
            << planted("Tr", "", "Send", "<translation>Senden</translation>") << u"context"_s;
        QTest::addRow("a file that ends too early")
            << send("<translation>Senden</translation>").chopped(20) << u"line"_s;
        QTest::addRow("no file") << QByteArray() << u"line"_s;
    }
    void aPlantedFaultIsFound()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QString, fault);
        const QString found = faultsOf(document).join(u'\n');
        QVERIFY2(found.isEmpty() == fault.isEmpty() && found.contains(fault), qPrintable(found));
    }

    void theFileIsCompleteAndFits_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addRow("German") << u"de"_s;
        QTest::addRow("English, its plurals") << u"en"_s;
    }
    void theFileIsCompleteAndFits()
    {
        QFETCH(const QString, language);
        const QStringList faults = faultsOf(contentsOf(fileOf(language)));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    /// What `--target ts` would change is what somebody forgot to translate, or left behind.
    void theFileHasEveryTextOfTheSources_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("pluralsOnly");
        QTest::addRow("German") << u"de"_s << false;
        QTest::addRow("English, its plurals") << u"en"_s << true;
    }
    void theFileHasEveryTextOfTheSources()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, pluralsOnly);
        const QTemporaryDir scratch;
        QVERIFY(scratch.isValid());
        const QString copy = scratch.filePath(u"assay_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(fileOf(language), copy));

        QStringList options = QString::fromUtf8(ASSAY_LUPDATE_OPTIONS).split(u' ');
        if (pluralsOnly)
            options.append(u"-pluralonly"_s);
        options.append({u"-ts"_s, copy});
        QProcess lupdate;
        lupdate.setWorkingDirectory(QString::fromUtf8(ASSAY_SOURCE_DIR));
        lupdate.start(QString::fromUtf8(ASSAY_LUPDATE), options);
        QVERIFY2(lupdate.waitForStarted(), "lupdate is missing: install qt6-l10n-tools.");
        QVERIFY(lupdate.waitForFinished(50000));
        const QByteArray warnings = lupdate.readAllStandardError();
        QVERIFY2(lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0,
                 warnings.constData());
        QVERIFY2(warnings.isEmpty(), warnings.constData());

        const QStringList committed = keysOf(contentsOf(fileOf(language)));
        const QStringList fresh = keysOf(contentsOf(copy));
        QVERIFY(!fresh.isEmpty());
        const QString forgotten = missing(fresh, committed);
        QVERIFY2(forgotten.isEmpty(), qPrintable(u"Build the target ts and translate:\n"_s + forgotten));
        const QString stale = missing(committed, fresh);
        QVERIFY2(stale.isEmpty(),
                 qPrintable(u"No source has these any more, build the target ts:\n"_s + stale));
    }

    void theProgramSpeaksTheLanguage_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("send");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        QTest::addRow("German") << u"de_AT"_s << u"Senden"_s << u"1 Dokument"_s << u"7 Dokumente"_s;
        QTest::addRow("English") << u"en_GB"_s << u"Send"_s << u"1 doc"_s << u"7 docs"_s;
        QTest::addRow("no language at all") << u"C"_s << u"Send"_s << u"1 doc"_s << u"7 docs"_s;
        QTest::addRow("a language that Assay does not speak")
            << u"fr_FR"_s << u"Send"_s << u"1 doc"_s << u"7 docs"_s;
    }
    void theProgramSpeaksTheLanguage()
    {
        QFETCH(const QString, locale);
        installTranslations(QLocale(locale));
        const auto docs = [](int count) {
            return QCoreApplication::translate("AssayCore", "%n doc(s)", nullptr, count);
        };
        QTEST(QCoreApplication::translate("AssayUi", "Send"), "send");
        QTEST(docs(1), "one");
        QTEST(docs(7), "many");
    }
    void cleanup() { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
