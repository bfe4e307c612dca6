// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace assay {

/// True when every byte belongs to a well-formed UTF-8 sequence (no overlong forms, no surrogates).
bool isValidUtf8(QByteArrayView bytes);

/// Text as it may be sent on, stored and shown: NUL removed, lone surrogates replaced by U+FFFD.
/// Everything else stays, line breaks and right-to-left text included.
QString cleanText(const QString &text);

/// Folded for phrase matching: lower case, typographic apostrophes and quotes made plain,
/// every run of white space one space, trimmed.
QString foldForMatch(QStringView text);

/// Does `folded` hold `phrase` with no letter or digit touching either end? Both folded already.
bool containsPhrase(QStringView folded, QStringView phrase);

/// Words for retrieval and scoring: case-folded letters and digits with inner ' - . _ kept out,
/// diacritics removed; no stop-word removal. "INV-20934 didn’t" gives inv, 20934, didn, t.
QStringList words(QStringView text);

/// Words without English and German stop words, each reduced by a light stemmer ("refunds" →
/// "refund"), for comparing what two texts speak about. Duplicates stay.
QStringList contentTerms(QStringView text);

/// Splits prose at . ! ? … and line ends; abbreviations and decimals ("3.5", "e.g.") stay whole.
/// List markers, headings' # and empty lines are dropped. Citation marks like [1] that follow the
/// full stop stay with their sentence.
QStringList sentences(QStringView text);

/// About how many tokens a model counts in `text`: UTF-8 bytes / 4, rounded up. An estimate, and
/// must be labelled as one.
qint64 estimateTokens(QStringView text);

/// The nearest of `candidates` to `word` by edit distance, for "did you mean"; empty when none is
/// within a third of the word's length.
QString nearestOf(QStringView word, const QStringList &candidates);

} // namespace assay
