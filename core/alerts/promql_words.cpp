// SPDX-License-Identifier: Apache-2.0
#include "alerts/promql_words.h"

#include "base/tr.h"

namespace assay::promql {

using namespace Qt::StringLiterals;

int bindingOf(const Token &token)
{
    static const QMap<QString, int> bindings{{u"or"_s, 1}, {u"and"_s, 2}, {u"unless"_s, 2}, {u"=="_s, 3},
                                             {u"!="_s, 3}, {u"<"_s, 3},   {u"<="_s, 3},     {u">"_s, 3},
                                             {u">="_s, 3}, {u"+"_s, 4},   {u"-"_s, 4},      {u"*"_s, 5},
                                             {u"/"_s, 5},  {u"%"_s, 5},   {u"^"_s, 6}};
    if (token.kind != TokenKind::Symbol && token.kind != TokenKind::Name)
        return 0;
    return bindings.value(token.kind == TokenKind::Name ? token.text.toLower() : token.text);
}

bool isSetOperator(const QString &name)
{
    return name == u"and" || name == u"or" || name == u"unless";
}

bool isComparison(const QString &name)
{
    return name == u"==" || name == u"!=" || name.startsWith(u'<') || name.startsWith(u'>');
}

QStringList knownNames()
{
    QStringList names;
    for (const Function &function : functions)
        names.append(QString::fromLatin1(function.name));
    for (const char *name : aggregations)
        names.append(QString::fromLatin1(name));
    return names;
}

QString typeText(Type type)
{
    switch (type) {
    case Type::Scalar: return Tr::tr("a number");
    case Type::Vector: return Tr::tr("series at a moment");
    case Type::Range: return Tr::tr("series over a range");
    }
    Q_UNREACHABLE();
}

} // namespace assay::promql
