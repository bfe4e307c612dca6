// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "turn/scores.h"

#include <QtCore/QList>

#include <optional>

namespace assay {

/// Price of one model.
struct Price
{
    QString provider{}; ///< "openai"
    QString match{};    ///< the model's name, or what it begins with
    Micros input{};     ///< per million prompt tokens
    Micros output{};    ///< per million completion tokens

    bool operator==(const Price &) const = default;
};

/// What is known of a model's price.
struct PriceAnswer
{
    Price price{};
    bool isExact = false; ///< named in the table, but for a date or "-latest"
};

/// List prices, which change: the bundled table carries its date and can be overridden by a file.
class PriceTable
{
public:
    PriceTable() = default;

    /// The bundled table (":/prices/prices.json").
    static Result<PriceTable> bundled();

    /// @errors InvalidArgument naming the entry that cannot be used
    static Result<PriceTable> parse(const QByteArray &json);

    /// Reads a file of the operator's own; its entries go before those of this table.
    /// @errors NotFound, InvalidArgument
    Result<> addOverrides(const QString &file);

    /// The longest entry the model's name begins with, up to a "-", ":" or "@"; nullopt when none.
    std::optional<PriceAnswer> find(const QString &provider, const QString &model) const;

    /// What a call cost.
    ///
    /// A model on the operator's own machines costs exactly nothing unless an entry says otherwise. An
    /// unknown price gives 0, and 0 is then an estimate. Estimated tokens, or a price taken from a
    /// sibling model's entry, make an estimate too.
    Cost costOf(const QString &provider, const QString &model, const Usage &usage, bool isLocal) const;

    /// One sentence on where the price of a model comes from: "No price is known for …".
    QString explain(const QString &provider, const QString &model, bool isLocal) const;

    QString asOf() const { return m_asOf; } ///< ISO date of the list prices
    const QList<Price> &entries() const { return m_entries; }

private:
    QString m_asOf;
    QList<Price> m_overrides;
    QList<Price> m_entries;
};

} // namespace assay
