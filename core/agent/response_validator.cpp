// SPDX-License-Identifier: Apache-2.0
#include "agent/response_validator.h"

#include "base/text.h"

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ignorancePhrases{
    u"couldn't find",
    u"could not find",
    u"wasn't able to find",
    u"was not able to find",
    u"couldn't locate",
    u"unable to find",
    u"no documentation found",
    u"no information available",
    u"don't have information",
    u"do not have information",
    u"don't have access to",
    u"do not have access to",
    u"cannot find",
    u"can't find",
    u"nichts gefunden",
    u"keine informationen gefunden",
    u"konnte nicht finden",
};

constexpr std::array citationPhrases{
    u"based on",        u"according to",          u"the search results", u"the documentation",
    u"from the search", u"retrieved information", u"found that",         u"laut",
};

bool usable(const Evidence &evidence)
{
    return evidence.grade != Relevance::Irrelevant && evidence.toolState == ToolResultState::Ok &&
           !evidence.text.trimmed().isEmpty();
}

/// Every "[…]" of one to four letters and digits, in order, without repeats.
QStringList marks(const QString &answer)
{
    QStringList found;
    for (qsizetype open = answer.indexOf(u'['); open >= 0; open = answer.indexOf(u'[', open + 1)) {
        const qsizetype close = answer.indexOf(u']', open);
        if (close < 0)
            break;
        if (close - open < 2 || close - open > 24)
            continue;
        for (const QStringView part : QStringView(answer).sliced(open + 1, close - open - 1).split(u',')) {
            const QString label = part.trimmed().toString();
            const bool plain =
                !label.isEmpty() && label.size() <= 4 &&
                std::ranges::all_of(label, [](QChar c) { return c.isDigit() || c == u'T' || c == u'W'; });
            if (plain && !found.contains(label))
                found.append(label);
        }
    }
    return found;
}

bool known(const QString &label, const QList<Evidence> &evidence)
{
    return std::ranges::any_of(evidence, [&](const Evidence &e) { return e.label == label; });
}

} // namespace

ResponseCheck validateResponse(const QString &answer, const QList<Evidence> &evidence)
{
    if (std::ranges::none_of(evidence, usable))
        return {};
    const QString folded = foldForMatch(answer);
    qsizetype first = folded.size();
    ResponseCheck check;
    for (const char16_t *phrase : ignorancePhrases) {
        const QString wanted = QString::fromUtf16(phrase);
        if (!containsPhrase(folded, wanted) || folded.indexOf(wanted) >= first)
            continue;
        first = folded.indexOf(wanted);
        check = {.state = ResponseState::ToolResultsIgnored, .phrase = wanted};
    }
    if (check.state != ResponseState::Valid)
        return check;
    const bool cites = !citedLabels(answer, evidence).isEmpty() ||
                       std::ranges::any_of(citationPhrases, [&](const char16_t *phrase) {
                           return containsPhrase(folded, QString::fromUtf16(phrase));
                       });
    return cites ? check : ResponseCheck{.state = ResponseState::MissingCitations, .phrase = {}};
}

QStringList citedLabels(const QString &answer, const QList<Evidence> &evidence)
{
    QStringList found = marks(answer);
    found.removeIf([&](const QString &label) { return !known(label, evidence); });
    return found;
}

QString relabelCitations(const QString &answer, const QHash<QString, QString> &labels)
{
    QString out;
    qsizetype from = 0;
    for (qsizetype open = answer.indexOf(u'['); open >= 0; open = answer.indexOf(u'[', open + 1)) {
        const qsizetype close = answer.indexOf(u']', open);
        if (close < 0)
            break;
        const QString label = answer.sliced(open + 1, close - open - 1).trimmed();
        if (!labels.contains(label))
            continue;
        out += QStringView(answer).sliced(from, open + 1 - from).toString() + labels.value(label);
        from = close;
    }
    return out + answer.sliced(from);
}

QStringList unknownLabels(const QString &answer, const QList<Evidence> &evidence)
{
    QStringList found = marks(answer);
    found.removeIf([&](const QString &label) { return known(label, evidence); });
    return found;
}

} // namespace assay
