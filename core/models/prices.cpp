// SPDX-License-Identifier: Apache-2.0
#include "models/prices.h"

#include "base/json.h"
#include "base/tr.h"

#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dearest = 10'000'000'000; // 10,000 USD per million tokens: beyond that it is a slip

std::optional<Micros> readMicros(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (number < 0 || number > static_cast<double>(dearest) || number != std::floor(number))
        return std::nullopt;
    return Micros{static_cast<qint64>(number)};
}

Result<Price> readPrice(const QJsonObject &entry, qsizetype index)
{
    const auto input = readMicros(entry.value("input"_L1));
    const auto output = readMicros(entry.value("output"_L1));
    Price price{.provider = entry.value("provider"_L1).toString(),
                .match = entry.value("match"_L1).toString(),
                .input = input.value_or(Micros{}),
                .output = output.value_or(Micros{})};
    if (price.provider.isEmpty() || price.match.isEmpty() || !input || !output)
        return fail(Errc::InvalidArgument,
                    Tr::tr("Price entry %1 (\"%2\") needs provider, match, and input and output as whole "
                           "micro-dollars per million tokens, 0 to %3.")
                        .arg(index + 1)
                        .arg(price.match)
                        .arg(dearest));
    return price;
}

/// "", "-latest", "-preview", "-20250514", "-2024-08-06", "-0613".
bool isVersionSuffix(QStringView rest)
{
    if (rest.isEmpty() || rest == u"-latest" || rest == u"-preview")
        return true;
    return rest.size() >= 5 && std::ranges::all_of(rest, [](QChar c) { return c == u'-' || c.isDigit(); });
}

std::optional<PriceAnswer> longestMatch(const QList<Price> &entries, const QString &provider,
                                        const QString &model)
{
    const Price *best = nullptr;
    for (const Price &price : entries) {
        if (price.provider != provider || !model.startsWith(price.match, Qt::CaseInsensitive))
            continue;
        const QStringView rest = QStringView(model).sliced(price.match.size());
        const bool atBoundary =
            rest.isEmpty() || rest.front() == u'-' || rest.front() == u':' || rest.front() == u'@';
        if (atBoundary && (best == nullptr || price.match.size() > best->match.size()))
            best = &price;
    }
    if (best == nullptr)
        return std::nullopt;
    return PriceAnswer{.price = *best,
                       .isExact = isVersionSuffix(QStringView(model).sliced(best->match.size()))};
}

} // namespace

Result<PriceTable> PriceTable::bundled()
{
    QFile file(u":/prices/prices.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::NotFound, Tr::tr("The bundled price table is missing from this build."));
    return parse(file.readAll());
}

Result<PriceTable> PriceTable::parse(const QByteArray &json)
{
    const Result<QJsonObject> object = parseJsonObject(json);
    if (!object)
        return fail(object.error());
    PriceTable table;
    table.m_asOf = object->value("as_of"_L1).toString();
    const QJsonArray models = object->value("models"_L1).toArray();
    if (models.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("The price table has no \"models\"."));
    for (qsizetype i = 0; i < models.size(); ++i) {
        Result<Price> price = readPrice(models.at(i).toObject(), i);
        if (!price)
            return fail(std::move(price.error()));
        table.m_entries.append(std::move(*price));
    }
    return table;
}

Result<> PriceTable::addOverrides(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::NotFound,
                    Tr::tr("The price file %1 cannot be read: %2.").arg(path, file.errorString()));
    Result<PriceTable> table = parse(file.read(1 << 20));
    if (!table) {
        Error error = std::move(table.error());
        error.message = Tr::tr("Price file %1: %2").arg(path, error.message);
        return fail(std::move(error));
    }
    m_overrides = table->m_entries;
    return {};
}

std::optional<PriceAnswer> PriceTable::find(const QString &provider, const QString &model) const
{
    const auto own = longestMatch(m_overrides, provider, model);
    return own ? own : longestMatch(m_entries, provider, model);
}

Cost PriceTable::costOf(const QString &provider, const QString &model, const Usage &usage, bool isLocal) const
{
    const std::optional<PriceAnswer> known = find(provider, model);
    if (!known)
        return Cost{.amount = {}, .estimated = !isLocal};
    return Cost{.amount = priceOf(usage.promptTokens, known->price.input) +
                          priceOf(usage.completionTokens, known->price.output),
                .estimated = usage.estimated || !known->isExact};
}

QString PriceTable::explain(const QString &provider, const QString &model, bool isLocal) const
{
    const std::optional<PriceAnswer> known = find(provider, model);
    if (!known && isLocal)
        return Tr::tr("%1 runs on your own machine and costs nothing per token.").arg(model);
    if (!known)
        return Tr::tr("No price is known for %1 at %2; its cost counts as $0 and is marked as an estimate. "
                      "Add it to "
                      "the price file.")
            .arg(model, provider);
    if (!longestMatch(m_overrides, provider, model) && !known->isExact)
        return Tr::tr("%1 is priced like %2 (list price as of %3): an estimate.")
            .arg(model, known->price.match, m_asOf);
    return longestMatch(m_overrides, provider, model)
               ? Tr::tr("The price of %1 comes from your price file.").arg(model)
               : Tr::tr("List price of %1 as of %2.").arg(model, m_asOf);
}

} // namespace assay
