// SPDX-License-Identifier: Apache-2.0
#include "models/model_advice.h"

#include "base/text.h"
#include "base/tr.h"
#include "models/prices.h"
#include "models/providers.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

const PriceTable &priceTable()
{
    static const PriceTable table = PriceTable::bundled().value_or(PriceTable());
    return table;
}

QStringList embeddedModels(ModelUse use)
{
    return use == ModelUse::Judge ? QStringList{u"offline"_s}
                                  : QStringList{u"offline-fast"_s, u"offline-premium"_s};
}

QString titleOf(const Provider &provider)
{
    return QString::fromLatin1(provider.title);
}

/// Does the price table list models of this provider, so that an unlisted one is remarkable?
bool isListed(const QString &provider)
{
    return std::ranges::any_of(priceTable().entries(),
                               [&](const Price &price) { return price.provider == provider; });
}

/// Every name an operator may have meant, written as `spec` is: with the provider before it or without.
QStringList candidatesFor(const QString &spec, ModelUse use)
{
    QStringList all = embeddedModels(use);
    for (const Price &price : priceTable().entries())
        all.append(spec.contains(u'/') ? price.provider + u'/' + price.match : price.match);
    return all;
}

ModelAdvice doubt(const QString &what, const QString &nearest)
{
    return {.doubtful = true,
            .text = nearest.isEmpty() ? what : what + u' ' + Tr::tr("Did you mean %1?").arg(nearest)};
}

ModelAdvice adviseOnEmbedded(const QString &model, ModelUse use)
{
    const QStringList known = embeddedModels(use);
    if (known.contains(model))
        return {};
    const QString nearest = nearestOf(model, known);
    return doubt(Tr::tr("There is no embedded model “%1”.").arg(model),
                 nearest.isEmpty() ? known.join(u", "_s) : nearest);
}

} // namespace

ModelAdvice adviseOnModel(const QString &spec, ModelUse use)
{
    const QString name = spec.trimmed();
    const Result<ModelName> parsed = parseModelSpec(name);
    if (!parsed)
        return {.doubtful = true, .text = parsed.error().message};
    const Provider &provider = *parsed->provider;
    if (provider.dialect == Dialect::Offline)
        return adviseOnEmbedded(parsed->model, use);

    const qsizetype slash = name.indexOf(u'/');
    const bool named = slash > 0 && parsed->model != name;
    if (slash > 0 && !named) {
        QStringList tokens;
        for (const Provider &one : providers())
            tokens.append(QString::fromLatin1(one.token));
        const QString nearest = nearestOf(QStringView(name).first(slash), tokens);
        if (!nearest.isEmpty())
            return doubt(Tr::tr("There is no provider “%1”; as it stands %2 would be asked.")
                             .arg(name.first(slash), titleOf(provider)),
                         nearest + name.sliced(slash));
    }
    const QString token = QString::fromLatin1(provider.token);
    const bool unlisted = isListed(token) && !priceTable().find(token, parsed->model);
    if (unlisted && !name.contains(u'/'))
        return doubt(Tr::tr("“%1” is no model known of %2, which would be asked for it. Another provider "
                            "stands before the name, as in ollama/%1.")
                         .arg(name, titleOf(provider)),
                     nearestOf(name, candidatesFor(name, use)));
    if (unlisted && named)
        return doubt(Tr::tr("“%1” is no model known of %2.").arg(parsed->model, titleOf(provider)),
                     nearestOf(name, candidatesFor(name, use)));
    return {.doubtful = false,
            .text = Tr::tr("Not tested: %1 has not been asked for it yet.").arg(titleOf(provider))};
}

} // namespace assay
