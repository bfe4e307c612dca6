// SPDX-License-Identifier: Apache-2.0
#include "service/shared_triage_settings.h"

namespace assay {

QCoro::Task<SharedTriageConfig> sharedTriageWith(Settings settings, QPointer<Secrets> secrets)
{
    SharedTriageConfig config{.database = settings.get("triage.shared_database"_setting)};
    if (!config.database.isEmpty() && secrets) {
        const Result<QString> password = co_await secrets->value("triage.shared_password"_setting);
        config.password = password.value_or(QString());
    }
    co_return config;
}

void readSharedTriage(const Settings &settings, Secrets &secrets, QObject *context,
                      std::function<void(const SharedTriageConfig &)> reply)
{
    QCoro::connect(sharedTriageWith(settings, &secrets), context, std::move(reply));
}

} // namespace assay
