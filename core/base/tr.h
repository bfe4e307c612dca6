// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QCoreApplication>

namespace assay {

/// Translations of core: `Tr::tr("No thread %1.")`. One context for all rooms of core, so that
/// moving a class never loses its translations. Tokens, keys and log lines are not translated.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AssayCore)
};

} // namespace assay
