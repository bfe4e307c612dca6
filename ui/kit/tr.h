// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QCoreApplication>

namespace assay::ui {

/// The one translation context of everything under ui/.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AssayUi)
};

} // namespace assay::ui
