// SPDX-License-Identifier: Apache-2.0
#include "base/placeholders.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

bool isNamePart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
}

} // namespace

Placeholder placeOf(const QString &text, qsizetype at)
{
    const QStringView before = QStringView(text).first(at);
    return {.at = at,
            .line = 1 + static_cast<int>(before.count(u'\n')),
            .column = static_cast<int>(at - before.lastIndexOf(u'\n'))};
}

QList<Placeholder> placeholdersOf(const QString &text)
{
    QList<Placeholder> all;
    for (qsizetype open = text.indexOf(u"{{"_s); open >= 0; open = text.indexOf(u"{{"_s, open)) {
        qsizetype end = open + 2;
        while (end < text.size() && isNamePart(text.at(end)))
            ++end;
        if (end == open + 2 || !QStringView(text).sliced(end).startsWith(u"}}")) {
            ++open;
            continue;
        }
        Placeholder one = placeOf(text, open);
        one.name = text.sliced(open + 2, end - open - 2);
        all.append(one);
        open = end + 2;
    }
    return all;
}

QString fillPlaceholders(const QString &text, const QHash<QString, QString> &values)
{
    QString out;
    qsizetype from = 0;
    const QList<Placeholder> all = placeholdersOf(text);
    for (const Placeholder &one : all) {
        const auto value = values.constFind(one.name);
        if (value == values.cend())
            continue;
        out += QStringView(text).sliced(from, one.at - from);
        out += *value;
        from = one.at + one.name.size() + 4;
    }
    return out + text.sliced(from);
}

} // namespace assay
