// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace assay::ui {

/// Gives the kit's painted widgets their roles for screen readers. Called by `initKit`.
void installAccessibility();

} // namespace assay::ui
