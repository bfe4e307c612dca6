// SPDX-License-Identifier: Apache-2.0
#include "agent/self_assessment.h"

#include <QtCore/QStringList>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double lowConfidence = 0.70;
constexpr std::array keywords{u"CONFIDENCE:", u"SHOULD_SEARCH:", u"REASON:"};

std::optional<QString> valueOf(QStringView line, const char16_t *keyword)
{
    const QStringView key(keyword);
    const QStringView trimmed = line.trimmed();
    if (!trimmed.startsWith(key, Qt::CaseInsensitive))
        return std::nullopt;
    return trimmed.sliced(key.size()).trimmed().toString();
}

std::optional<double> plainFraction(const QString &text)
{
    for (const QChar c : text)
        if (!c.isDigit() && c != u'.')
            return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && value >= 0.0 && value <= 1.0 ? std::optional(value) : std::nullopt;
}

} // namespace

bool SelfAssessment::wantsSearch() const
{
    return shouldSearch || (confidence && *confidence < lowConfidence);
}

SelfAssessment readSelfAssessment(const QString &draft)
{
    SelfAssessment result;
    QStringList kept;
    for (const QStringView line : QStringView(draft).split(u'\n')) {
        if (const auto confidence = valueOf(line, keywords[0])) {
            result.confidence = plainFraction(*confidence);
        } else if (const auto search = valueOf(line, keywords[1])) {
            result.shouldSearch = search->compare(u"true"_s, Qt::CaseInsensitive) == 0;
        } else if (const auto reason = valueOf(line, keywords[2])) {
            result.reason = *reason;
        } else {
            kept.append(line.toString());
        }
    }
    result.answer = kept.join(u'\n').trimmed();
    return result;
}

qsizetype showableLength(const QString &draft)
{
    const qsizetype lineStart = draft.lastIndexOf(u'\n') + 1;
    const QStringView last = QStringView(draft).sliced(lineStart).trimmed();
    for (qsizetype at = draft.indexOf(u"CONFIDENCE:"_s); at >= 0;
         at = draft.indexOf(u"CONFIDENCE:"_s, at + 1))
        if (at == 0 || draft.at(at - 1) == u'\n')
            return at;
    for (const char16_t *keyword : keywords) {
        const QStringView key(keyword);
        if (!last.isEmpty() &&
            (key.startsWith(last, Qt::CaseInsensitive) || last.startsWith(key, Qt::CaseInsensitive)))
            return lineStart;
    }
    return draft.size();
}

} // namespace assay
