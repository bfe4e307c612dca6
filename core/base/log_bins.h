// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QtGlobal>

namespace assay {

// Bins of whole numbers for sketches that can be added up: each number from 0 on belongs to one bin, and
// all numbers of a bin lie within logBinError of logBinValue(). Small numbers have bins of their own. The
// same everywhere and for ever, since stored counts depend on it.
// @source C. Masson et al., DDSketch, 2019 (relative-error bins; here with whole bounds)

/// How far a number is from the value of its bin at most, as a share of the number.
inline constexpr double logBinError = 0.01;

/// Numbers above it share the last bin.
inline constexpr qint64 logBinLargest = 10'000'000'000'000;

/// @param number from 0 on; below counts as 0
int logBinOf(qint64 number);
int logBinCount();

/// Smallest and largest number of a bin.
qint64 logBinLow(int bin);
qint64 logBinHigh(int bin);

/// What stands for all numbers of a bin.
double logBinValue(int bin);

} // namespace assay
