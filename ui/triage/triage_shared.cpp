// SPDX-License-Identifier: Apache-2.0
// A queue that several consoles share.
#include "service/shared_triage_settings.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_workspace.h"

namespace assay::ui {

void TriageWorkspace::joinShared()
{
    readSharedTriage(m_workbench.settings().current(), m_workbench.secrets(), this,
                     [this](const SharedTriageConfig &config) {
                         if (!config.database.isEmpty())
                             m_host.setShared(config);
                     });
}

/// Told once; the head goes on saying it.
void TriageWorkspace::takeSharedTrouble(const QString &trouble)
{
    if (std::exchange(m_sharedTrouble, trouble) != trouble && !trouble.isEmpty())
        tell(trouble + QLatin1Char(' ') + Tr::tr("Nothing can be changed until it answers."));
}

} // namespace assay::ui
