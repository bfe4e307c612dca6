// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/agent.h"
#include "agent/prompt_registry.h"
#include "models/registry.h"
#include "retrieval/local_index.h"
#include "service/shared_keys.h"
#include "settings/settings.h"

class QNetworkAccessManager;

namespace assay {

/// What an agent's parts are built from. Everything belongs to the agent's thread but `settings`
/// and `keys`, which are safe anywhere.
struct AgentIngredients
{
    std::shared_ptr<const SnapshotSource> settings{};
    std::shared_ptr<const SharedKeys> keys{};
    std::shared_ptr<const LocalIndex> index{};
    std::shared_ptr<RateLimiter> limiter{};
    QNetworkAccessManager *network = nullptr;
    QString models{};  ///< folder of the trained models; empty = the operator's
    QString prompts{}; ///< folder of the versions of the prompts; empty = the operator's
};

/// The parts, and the registry their models come from, which also lists and tests models.
struct AssembledAgent
{
    AgentParts parts{};
    std::shared_ptr<ModelRegistry> registry{};
    std::shared_ptr<PromptsInForce> prompts{};
};

/// Builds the parts for the connections that `now` names (addresses, prices, authorities,
/// retrievers). Policy is read anew at every attempt; connections are not, so build again when
/// connectionFingerprint() changed.
/// @errors NotFound (a bundled prompt or table is missing), InvalidArgument (price file)
Result<AssembledAgent> assembleAgent(const AgentIngredients &ingredients, const Settings &now);

/// Changes whenever assembleAgent() would build something else.
QString connectionFingerprint(const Settings &now, const SharedKeys &keys);

/// Judges for a policy: one, or a committee of policy.committeeSize.
///
/// A committee takes the judge model, the premium and the fast model in turn, each a second time
/// with some temperature. Of the offline judge it takes three that weigh words differently (by
/// rarity, alike, by squared rarity); more than three add nothing and are not made.
Result<QList<std::shared_ptr<Judge>>> judgesFor(const Policy &policy, const RubricPrompt &rubric,
                                                const ModelRegistry &registry, TermWeight weight);

} // namespace assay
