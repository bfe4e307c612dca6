// SPDX-License-Identifier: Apache-2.0
#include "service/policy_edit.h"

#include "agent/policy_from_settings.h"
#include "base/tr.h"

#include <algorithm>
#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct ReplayableSetting
{
    std::string_view key;
    void (*copy)(const Policy &from, Policy &to);
};

/// What recorded attempts can answer. Anything else changes answers that were never given.
constexpr std::array replayable{
    ReplayableSetting{"quality.threshold",
                      [](const Policy &from, Policy &to) { to.qualityThreshold = from.qualityThreshold; }},
    ReplayableSetting{"quality.max_retries",
                      [](const Policy &from, Policy &to) { to.maxRetries = from.maxRetries; }},
    ReplayableSetting{"quality.enable_auto_retry",
                      [](const Policy &from, Policy &to) { to.autoRetry = from.autoRetry; }},
    ReplayableSetting{"quality.retry_strategy",
                      [](const Policy &from, Policy &to) { to.retryStrategy = from.retryStrategy; }},
    ReplayableSetting{"quality.gate",
                      [](const Policy &from, Policy &to) { to.qualityGate = from.qualityGate; }},
    ReplayableSetting{"cost.enable_cascade",
                      [](const Policy &from, Policy &to) { to.cascade = from.cascade; }},
    ReplayableSetting{
        "cost.confidence_threshold",
        [](const Policy &from, Policy &to) { to.confidenceThreshold = from.confidenceThreshold; }},
    ReplayableSetting{"agent.fast_model",
                      [](const Policy &from, Policy &to) { to.fastModel = from.fastModel; }},
    ReplayableSetting{"agent.premium_model",
                      [](const Policy &from, Policy &to) { to.premiumModel = from.premiumModel; }},
    ReplayableSetting{"agent.response_validator",
                      [](const Policy &from, Policy &to) { to.responseValidator = from.responseValidator; }},
    ReplayableSetting{"agent.qa_subgraph",
                      [](const Policy &from, Policy &to) { to.qaSubgraph = from.qaSubgraph; }},
};

const ReplayableSetting *replayableAt(int index)
{
    const auto found =
        std::ranges::find(replayable, std::string_view(settingsTable[static_cast<std::size_t>(index)].key),
                          &ReplayableSetting::key);
    return found == replayable.end() ? nullptr : &*found;
}

} // namespace

bool isReplayable(int settingIndex)
{
    return replayableAt(settingIndex) != nullptr;
}

Result<PolicyEdit> policyEdit(const SettingChanges &changes)
{
    SettingEntries entries;
    QList<const ReplayableSetting *> copies;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        const ReplayableSetting *const setting = replayableAt(it.key());
        if (!setting) {
            QStringList known;
            for (const ReplayableSetting &one : replayable)
                known.append(QString::fromLatin1(one.key.data(), static_cast<qsizetype>(one.key.size())));
            return fail(Errc::InvalidArgument,
                        Tr::tr("Recorded turns do not tell what %1 would change. They do for %2.")
                            .arg(QString::fromLatin1(settingsTable[static_cast<std::size_t>(it.key())].key),
                                 known.join(u", "_s)));
        }
        entries.insert(it.key(), {.value = it.value()});
        copies.append(setting);
    }
    const Policy wanted = policyFromSettings(Settings().with(entries));
    return PolicyEdit([wanted, copies](Policy &policy) {
        for (const ReplayableSetting *setting : copies)
            setting->copy(wanted, policy);
    });
}

Result<PolicyEdit> policyEdit(const QStringList &assignments)
{
    SettingChanges changes;
    for (const QString &assignment : assignments) {
        const auto read = parseAssignment(assignment);
        if (!read)
            return fail(Errc::InvalidArgument, read.error().text());
        changes.insert(read->first, read->second);
    }
    return policyEdit(changes);
}

} // namespace assay
