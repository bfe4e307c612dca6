// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "retrieval/local_index.h"

#include <QtCore/QDir>

namespace assay {

/// What loading the bundled articles did.
struct BundledKnowledge
{
    int articles = 0;
    bool changed = false; ///< false: the index already held exactly this bundle

    bool operator==(const BundledKnowledge &) const = default;
};

/// Brings the articles that ship with Assay into the index, ids "kb/<file name without .md>".
///
/// Does nothing when the bundle (names and bytes) is the one loaded last; otherwise replaces all
/// "kb/" documents in one transaction. Documents of the operator are never touched.
/// @param folder  the *.md files of this folder; the Qt resource by default
/// @errors NotFound without any article; otherwise as LocalIndex::put
Result<BundledKnowledge> loadBundledKnowledge(LocalIndex &index,
                                              const QDir &folder = QDir(QStringLiteral(":/knowledge")));

} // namespace assay
