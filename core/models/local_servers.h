// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"

#include <QCoro/QCoroTask>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace assay {

/// A model server that answered on this machine.
struct LocalServer
{
    QString provider{}; ///< by its usual port; another program may sit there
    QUrl baseUrl{};
    QStringList models{}; ///< sorted; empty when none is loaded

    bool operator==(const LocalServer &) const = default;
};

/// One place to look at.
struct LocalProbe
{
    QString provider{};
    QUrl baseUrl{}; ///< on 127.0.0.1
};

/// The usual ports of Ollama, llama.cpp, vLLM and LM Studio.
QList<LocalProbe> usualLocalProbes();

/// Asks the usual ports of 127.0.0.1, and nothing else, which models they offer: all at once, 300 ms at
/// most. For an offer to the operator; nothing found here is ever used unasked.
/// @return those that answered, in the order of the probes
QCoro::Task<QList<LocalServer>> findLocalServers(CancelToken token);

/// The same for other places; those that are not on a loopback address are left out.
QCoro::Task<QList<LocalServer>> findLocalServersAt(QList<LocalProbe> probes, CancelToken token);

} // namespace assay
