// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/log.h"

#include <vector>

namespace assay::bench {

/// Traffic as a fleet of agents makes it, the same on every run: six readings of quality, three
/// events and a token chunk in ten, about 320 bytes each, some compressed; 200 messages a thread.
/// @return frames; their partition is the place modulo the number of partitions
std::vector<QByteArray> makeTraffic(int count, int first = 0);

} // namespace assay::bench
