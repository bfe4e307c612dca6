// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"

#include <QtCore/QMap>
#include <QtCore/QRandomGenerator>

namespace assay::test {

/// A row of a test: what is not in a map is absent.
struct MapRow final : public FilterRow
{
    QMap<FilterColumn, double> reals{};
    QMap<FilterColumn, qint64> integers{};
    QMap<FilterColumn, QStringList> lists{};

    std::optional<double> real(FilterColumn column) const override
    {
        return reals.contains(column) ? std::optional(reals[column]) : std::nullopt;
    }
    std::optional<qint64> integer(FilterColumn column) const override
    {
        return integers.contains(column) ? std::optional(integers[column]) : std::nullopt;
    }
    std::optional<FilterTexts> texts(FilterColumn column) const override
    {
        const auto found = lists.constFind(column);
        if (found == lists.constEnd())
            return std::nullopt;
        FilterTexts all;
        for (const QString &text : *found)
            all.append(text);
        return all;
    }
};

/// Makes up filters, the same for the same seed.
class FilterMaker
{
public:
    explicit FilterMaker(quint32 seed, FilterUses uses = filterAnyUse) : m_random(seed), m_uses(uses) {}

    /// Columns that filters leave alone.
    void avoid(const QList<FilterColumn> &columns) { m_avoided = columns; }
    /// Words that texts are compared with.
    void setWords(const QStringList &words) { m_words = words; }

    QString filter(int depth = 3)
    {
        using namespace Qt::StringLiterals;
        if (depth == 0 || one(4))
            return clause();
        const QString left = filter(depth - 1);
        switch (m_random.bounded(5)) {
        case 0: return u"not (%1)"_s.arg(left);
        case 1: return u"(%1) or %2"_s.arg(left, filter(depth - 1));
        case 2: return u"not %1"_s.arg(clause());
        default: return u"(%1) and (%2)"_s.arg(left, filter(depth - 1));
        }
    }

    QString clause()
    {
        using namespace Qt::StringLiterals;
        const FilterColumnInfo &column = anyColumn();
        const QString name = QString::fromLatin1(column.name);
        if (one(8))
            return u"exists "_s + name;
        const bool text = column.type == FilterType::Text || column.type == FilterType::Token;
        if (text && one(3))
            return u"%1 %2 %3"_s.arg(name, one(2) ? u"contains"_s : u"~"_s, quoted(anyOf(m_words)));
        if (column.type == FilterType::Flag)
            return u"%1 %2 %3"_s.arg(name, one(2) ? u"="_s : u"!="_s, literal(column));
        if (one(6))
            return u"%1 in (%2, %3)"_s.arg(name, literal(column), literal(column));
        static const QStringList equal{u"="_s, u"!="_s};
        static const QStringList ordered{u"="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
        return u"%1 %2 %3"_s.arg(name, anyOf(text ? equal : ordered), literal(column));
    }

    bool one(int of) { return m_random.bounded(of) == 0; }
    QString anyOf(const QStringList &list)
    {
        return list.at(m_random.bounded(static_cast<int>(list.size())));
    }
    QRandomGenerator &random() { return m_random; }

private:
    const FilterColumnInfo &anyColumn()
    {
        for (;;) {
            const auto all = filterColumns();
            const FilterColumnInfo &column =
                all[static_cast<std::size_t>(m_random.bounded(static_cast<int>(all.size())))];
            if ((column.uses & m_uses) && !m_avoided.contains(column.column))
                return column;
        }
    }

    static QString quoted(QString text)
    {
        return u'"' +
               text.replace(u'\\', QLatin1StringView("\\\\")).replace(u'"', QLatin1StringView("\\\"")) + u'"';
    }

    QString literal(const FilterColumnInfo &column)
    {
        using namespace Qt::StringLiterals;
        switch (column.type) {
        case FilterType::Score:
        case FilterType::Share:
            return anyOf({u"0.9"_s, u"0.95"_s, u"0.7"_s, u"1"_s, u"0"_s, u"82%"_s, u"0.333333"_s});
        case FilterType::Count: return anyOf({u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"100"_s, u"10k"_s});
        case FilterType::Flag: return anyOf({u"yes"_s, u"no"_s});
        case FilterType::Time:
            return anyOf({u"-15m"_s, u"-1h"_s, u"today"_s, u"2026-11-21T14:06:31.402Z"_s, u"-2d"_s});
        case FilterType::Duration:
            return anyOf({u"0"_s, u"250ms"_s, u"1s"_s, u"2s"_s, u"1500us"_s, u"1min"_s});
        case FilterType::Size: return anyOf({u"0"_s, u"512"_s, u"1kB"_s, u"1KiB"_s, u"1MB"_s});
        case FilterType::Money: return anyOf({u"0"_s, u"$0.01"_s, u"$0.000001"_s, u"$1.5"_s});
        case FilterType::Token: {
            if (!column.closed && one(4))
                return quoted(anyOf(m_words));
            const auto index = m_random.bounded(static_cast<int>(column.values.size()));
            return QString::fromLatin1(column.values[static_cast<std::size_t>(index)]);
        }
        case FilterType::Text: return quoted(anyOf(m_words));
        }
        Q_UNREACHABLE();
    }

    QRandomGenerator m_random;
    FilterUses m_uses;
    QList<FilterColumn> m_avoided{};
    QStringList m_words{QStringLiteral("abc"),           QStringLiteral("th_51"), QStringLiteral("a b"),
                        QStringLiteral("ÄÖ \"x\" \\ y"), QStringLiteral("and"),   QStringLiteral("score")};
};

} // namespace assay::test
