// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace assay {

/// The statements of core/store/sql/queries.sql by the name above each.
const std::map<std::string, std::string, std::less<>> &sqlCatalogue();

} // namespace assay
