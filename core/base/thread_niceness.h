// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace assay {

/// Gives the calling thread alone a lower share of the processor, 1 to 19. Without effect where the
/// system refuses. (QThread's priorities do nothing under Linux's ordinary scheduler.)
void setThreadNiceness(int niceness) noexcept;

} // namespace assay
