// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber();
}

const QSet<QString> &stopWords()
{
    static const QSet<QString> all = [] {
        const QString list =
            u"a an and are as at be been being but by can could did do does doing for from had has have how "
            u"i "
            "if in into is it its me my no not of on or our out should so some such than that the their them "
            "then there these they this those to too us was we were what when where which while who whom why "
            "will with would you your about after again all also am any because before between both each few "
            "just may might more most must need only other over own same shall t s under until up very via "
            "der die das den dem des ein eine einer eines einem einen und oder aber wie was wann wo wer "
            "warum "
            "ich du er sie es wir ihr ist sind war waren wird werden wurde hat haben hatte kann können muss "
            "müssen soll nicht kein keine mit von vom zu zum zur im in am an auf aus bei für nach über um "
            "als auch dass wenn so sich noch nur schon man mein dein sein"_s;
        const QStringList parts = list.split(u' ', Qt::SkipEmptyParts);
        QSet<QString> set;
        for (const QString &part : parts)
            for (const QString &word : words(part))
                set.insert(word);
        return set;
    }();
    return all;
}

/// A few endings off, never below four letters: enough to match "refunds" with "refunded".
/// Runs for every word of every passage of every turn, hence the look at the last letter first.
QString stem(QString word)
{
    static constexpr std::array<QStringView, 18> endings{
        u"ations", u"ation", u"ments", u"ment", u"ingly", u"edly", u"ings", u"ing", u"ies",
        u"ied",    u"ers",   u"ed",    u"es",   u"ly",    u"er",   u"en",   u"s",   u"e"};
    if (word.size() < 5 || word.at(0).isDigit())
        return word.size() == 4 && word.endsWith(u's') && !word.endsWith(u"ss") ? word.chopped(1) : word;
    const QChar last = word.back();
    for (const QStringView ending : endings) {
        if (ending.back() != last || word.size() - ending.size() < 4 || !word.endsWith(ending))
            continue;
        if (ending == u"s" && word.endsWith(u"ss"))
            continue;
        const bool keepsDouble = ending == u"ies" || ending == u"ied";
        word.chop(ending.size());
        if (!keepsDouble && word.size() > 4 && word.back() == word.at(word.size() - 2) && word.back() != u's')
            word.chop(1);
        return word;
    }
    if (last == u'y')
        word.chop(1);
    return word;
}

/// words() of text that is all ASCII, where nothing needs to be decomposed.
QStringList asciiWords(QStringView text)
{
    QStringList out;
    QString word;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if ((u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9')) {
            word += c;
        } else if (u >= u'A' && u <= u'Z') {
            word += QChar(u + (u'a' - u'A'));
        } else if (!word.isEmpty()) {
            out.append(std::exchange(word, {}));
        }
    }
    if (!word.isEmpty())
        out.append(std::move(word));
    return out;
}

/// `view` of the abbreviations that `tail` ends with as a word of its own?
bool endsWithOneOf(std::span<const QStringView> abbreviations, QStringView tail)
{
    return std::ranges::any_of(abbreviations, [tail](QStringView one) {
        const qsizetype before = tail.size() - one.size() - 1;
        return tail.endsWith(one) && (before < 0 || !tail.at(before).isLetter());
    });
}

/// Is the letter at `at` one by itself: "B" in "z. B."?
bool isLoneLetter(QStringView text, qsizetype at)
{
    return at >= 0 && text[at].isLetter() && (at == 0 || !text[at - 1].isLetterOrNumber());
}

/// The end of `sentence` in lower case, with "z. B." as "z.b.", whichever space stands between.
QString abbreviationTail(QStringView sentence)
{
    constexpr qsizetype longest = 16;
    QString tail;
    for (const QChar c : sentence.right(longest)) {
        const bool joins = c.isSpace() && tail.endsWith(u'.') && isLoneLetter(tail, tail.size() - 2);
        if (!joins)
            tail += c.toLower();
    }
    return tail;
}

/// Does the full stop that ends `sentence` belong to an abbreviation, given what follows it?
bool endsWithAbbreviation(QStringView sentence, QStringView rest)
{
    static constexpr std::array<QStringView, 32> always{
        u"e.g.", u"i.e.", u"vs.",   u"approx.", u"cf.",   u"resp.", u"mr.",   u"mrs.",
        u"ms.",  u"dr.",  u"prof.", u"st.",     u"dept.", u"z.b.",  u"bzw.",  u"ca.",
        u"d.h.", u"u.a.", u"evtl.", u"ggf.",    u"vgl.",  u"inkl.", u"hr.",   u"fr.",
        u"str.", u"tel.", u"v.a.",  u"i.d.r.",  u"s.o.",  u"s.u.",  u"bspw.", u"u.u."};
    static constexpr std::array<QStringView, 10> unlessCapital{u"etc.", u"usw.", u"u.s.w.", u"p.m.", u"a.m.",
                                                               u"inc.", u"ltd.", u"jr.",    u"sr.",  u"o.ä."};
    static constexpr std::array<QStringView, 5> beforeNumbers{u"no.", u"nr.", u"abs.", u"fig.", u"sec."};
    const QString tail = abbreviationTail(sentence);
    const QStringView next = rest.trimmed();
    return endsWithOneOf(always, tail) ||
           (endsWithOneOf(unlessCapital, tail) && !next.isEmpty() && !next.front().isUpper()) ||
           (endsWithOneOf(beforeNumbers, tail) && !next.isEmpty() && next.front().isDigit());
}

/// "z." before "B.", "J." and "R." before "Smith": a lone letter that begins something longer. One at the
/// end of a clause ("plan B.") does not.
bool endsWithInitial(QStringView sentence, QStringView rest)
{
    const qsizetype letter = sentence.size() - 2;
    if (!isLoneLetter(sentence, letter))
        return false;
    const QStringView next = rest.trimmed();
    const bool another = next.size() > 1 && next[1] == u'.' && isLoneLetter(next, 0);
    const bool after = letter > 2 && sentence[letter - 1].isSpace() && sentence[letter - 2] == u'.' &&
                       isLoneLetter(sentence, letter - 3);
    return another || after || (letter == 0 && sentence[letter].isUpper());
}

QString stripLineMarker(QStringView line)
{
    QStringView rest = line.trimmed();
    while (!rest.isEmpty() && (rest.front() == u'#' || rest.front() == u'>'))
        rest = rest.mid(1).trimmed();
    if (rest.startsWith(u"- ") || rest.startsWith(u"* ") || rest.startsWith(u"• "))
        rest = rest.mid(2);
    qsizetype digits = 0;
    while (digits < rest.size() && rest[digits].isDigit())
        ++digits;
    if (digits > 0 && digits < 4 && digits + 1 < rest.size() && rest[digits] == u'.' &&
        rest[digits + 1] == u' ')
        rest = rest.mid(digits + 2);
    return rest.trimmed().toString();
}

/// Index just past any "[1]" marks and closing quotes that follow position `i`.
qsizetype pastTrailers(QStringView line, qsizetype i)
{
    while (i < line.size()) {
        if (line[i] == u'"' || line[i] == u'\'' || line[i] == u')' || line[i] == u'*' || line[i] == u'”') {
            ++i;
            continue;
        }
        qsizetype j = i;
        while (j < line.size() && line[j] == u' ')
            ++j;
        if (j < line.size() && line[j] == u'[') {
            const qsizetype close = line.indexOf(u']', j);
            if (close > j && close - j <= 5) {
                i = close + 1;
                continue;
            }
        }
        break;
    }
    return i;
}

void splitLine(QStringView line, QStringList &out)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c != u'.' && c != u'!' && c != u'?' && c != u'…')
            continue;
        const qsizetype end = pastTrailers(line, i + 1);
        if (end < line.size() && !line[end].isSpace())
            continue;
        const QStringView sentence = line.sliced(start, i + 1 - start);
        const QStringView after = line.sliced(i + 1);
        if (c == u'.' && (endsWithAbbreviation(sentence, after) || endsWithInitial(sentence, after)))
            continue;
        const QStringView piece = line.sliced(start, end - start).trimmed();
        if (!piece.isEmpty())
            out.append(piece.toString());
        start = end;
        i = end - 1;
    }
    const QStringView rest = line.sliced(start).trimmed();
    if (!rest.isEmpty())
        out.append(rest.toString());
}

/// Letters changed, left out, put in, or two neighbours swapped.
int editDistance(QStringView a, QStringView b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        before.swap(above);
        above.swap(row);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int substituted = above[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, substituted});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

bool isValidUtf8(QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    for (qsizetype i = 0; i < bytes.size();) {
        const unsigned char lead = at(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + length > bytes.size())
            return false;
        const unsigned char second = at(i + 1);
        const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high)
            return false;
        for (int k = 2; k < length; ++k)
            if ((at(i + k) & 0xC0) != 0x80)
                return false;
        i += length;
    }
    return true;
}

QString cleanText(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isNull())
            continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += c;
            out += text.at(++i);
        } else {
            out += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    return out;
}

QString foldForMatch(QStringView text)
{
    QString out;
    out.reserve(text.size());
    bool space = false;
    for (QChar c : text) {
        if (c.isSpace() || c == QChar(0x200B)) {
            space = true;
            continue;
        }
        if (space && !out.isEmpty())
            out += u' ';
        space = false;
        if (c == u'’' || c == u'‘' || c == u'ʼ' || c == u'´' || c == u'`')
            c = u'\'';
        else if (c == u'“' || c == u'”' || c == u'„')
            c = u'"';
        out += c.toLower();
    }
    return out;
}

bool containsPhrase(QStringView folded, QStringView phrase)
{
    if (phrase.isEmpty())
        return false;
    for (qsizetype at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
        const qsizetype end = at + phrase.size();
        const bool left = at == 0 || !isWordChar(folded[at - 1]);
        const bool right = end == folded.size() || !isWordChar(folded[end]);
        if (left && right)
            return true;
    }
    return false;
}

QStringList words(QStringView text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; }))
        return asciiWords(text);
    QStringList out;
    QString word;
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD);
    for (const QChar c : plain) {
        if (c.isMark())
            continue;
        if (isWordChar(c)) {
            word += c.toCaseFolded();
        } else if (!word.isEmpty()) {
            out.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        out.append(word);
    return out;
}

QStringList contentTerms(QStringView text)
{
    QStringList out;
    const QSet<QString> &stop = stopWords();
    QStringList all = words(text);
    for (QString &word : all)
        if ((word.size() > 1 || word.at(0).isDigit()) && !stop.contains(word))
            out.append(stem(std::move(word)));
    return out;
}

QStringList sentences(QStringView text)
{
    QStringList out;
    for (const QStringView line : text.split(u'\n')) {
        const QString stripped = stripLineMarker(line);
        if (!stripped.isEmpty())
            splitLine(stripped, out);
    }
    return out;
}

qint64 estimateTokens(QStringView text)
{
    qint64 bytes = 0;
    for (const QChar c : text)
        bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return (bytes + 3) / 4;
}

QString nearestOf(QStringView word, const QStringList &candidates)
{
    QString best;
    int bestDistance = std::max(1, static_cast<int>(word.size()) / 3) + 1;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace assay
