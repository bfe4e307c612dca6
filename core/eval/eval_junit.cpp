// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "eval/eval_report.h"

#include <QtCore/QXmlStreamWriter>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QString secondsText(std::chrono::microseconds time)
{
    return QString::number(static_cast<double>(time.count()) / 1e6, 'f', 3);
}

/// XML has no place for control characters, whoever answered with them.
QString xmlText(const QString &text)
{
    QString out = cleanText(text);
    out.removeIf([](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0xFFFE) || c == QChar(0xFFFF);
    });
    return out;
}

void property(QXmlStreamWriter &xml, const QString &name, const QString &value)
{
    xml.writeEmptyElement(u"property"_s);
    xml.writeAttribute(u"name"_s, name);
    xml.writeAttribute(u"value"_s, xmlText(value));
}

void writeProperties(QXmlStreamWriter &xml, const ScenarioResult &one)
{
    xml.writeStartElement(u"properties"_s);
    if (one.scores.overall)
        property(xml, u"quality"_s, QString::number(static_cast<double>(*one.scores.overall), 'f', 4));
    property(xml, u"cost_usd"_s, QString::number(static_cast<double>(one.cost.amount.value) / 1e6, 'f', 6));
    property(xml, u"attempts"_s, QString::number(one.attempts));
    property(xml, u"model"_s, one.model);
    xml.writeEndElement();
}

void writeCase(QXmlStreamWriter &xml, const QString &suite, const ScenarioResult &one)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"name"_s, xmlText(one.id));
    xml.writeAttribute(u"classname"_s, xmlText(one.category.isEmpty() ? suite : suite + u'.' + one.category));
    xml.writeAttribute(u"time"_s, secondsText(one.latency));
    writeProperties(xml, one);
    const bool broken = one.status == TurnStatus::Errored || one.answer.isEmpty();
    QStringList reasons;
    for (const ScenarioCheck &check : one.checks)
        if (!check.passed)
            reasons.append(u"%1: %2"_s.arg(check.name, check.detail));
    if (broken || !one.passed) {
        xml.writeStartElement(broken ? u"error"_s : u"failure"_s);
        xml.writeAttribute(u"message"_s, xmlText(broken ? one.error : reasons.value(0)));
        xml.writeCharacters(xmlText(reasons.join(u'\n') + u"\n\n"_s + one.query + u"\n\n"_s + one.answer));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

QByteArray toJunit(const EvalRun &run)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    const auto failed = std::ranges::count_if(run.results, [](const auto &one) { return !one.passed; });
    xml.writeStartElement(u"testsuites"_s);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, xmlText(run.identity.suite));
    xml.writeAttribute(u"tests"_s, QString::number(run.results.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failed - run.errors()));
    xml.writeAttribute(u"errors"_s, QString::number(run.errors()));
    xml.writeAttribute(u"time"_s, secondsText(run.worked));
    xml.writeAttribute(u"timestamp"_s, toIso(run.startedAt));
    for (const ScenarioResult &one : run.results)
        writeCase(xml, run.identity.suite, one);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

} // namespace assay
