// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette_match.h"

namespace assay::ui {

std::optional<int> paletteScore(QStringView pattern, QStringView text)
{
    int score = 0;
    int run = 0;
    qsizetype at = 0;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        bool found = false;
        for (; at < text.size(); ++at) {
            if (text[at].toCaseFolded() != wanted.toCaseFolded()) {
                run = 0;
                continue;
            }
            const bool wordStart = at == 0 || !text[at - 1].isLetterOrNumber();
            score += 1 + 3 * run + (wordStart ? 8 : 0);
            ++run;
            ++at;
            found = true;
            break;
        }
        if (!found)
            return std::nullopt;
    }
    // Of equal matches the shorter text is the closer one.
    return score * 16 - static_cast<int>(std::min<qsizetype>(text.size(), 120)) / 8;
}

bool paletteHolds(QStringView pattern, QStringView words)
{
    const QList<QStringView> wanted = pattern.trimmed().split(u' ', Qt::SkipEmptyParts);
    return !wanted.isEmpty() && std::ranges::all_of(wanted, [words](QStringView word) {
        return words.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace assay::ui
