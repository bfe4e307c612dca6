// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace assay::test {

/// What a limit of time is multiplied by: it is meant for the program that ships, and a sanitizer makes
/// that one several times slower.
constexpr int timeScale()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 10;
#else
    return 1;
#endif
}

} // namespace assay::test
