// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/word_diff.h"

#include <QtCore/QHash>
#include <QtCore/QStringView>

#include <vector>

namespace assay::ui {

namespace {

using Kind = DiffSpan::Kind;
using Words = std::vector<QStringView>;
using Numbers = std::vector<int>;

enum class Class { Space, Word, Other };

Class classOf(QChar c)
{
    if (c.isSpace())
        return Class::Space;
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || c == u'_' || c == u'\'' || c == u'’'
               ? Class::Word
               : Class::Other;
}

/// Runs of word characters, runs of spaces, single other characters.
Words wordsOf(const QString &text)
{
    const QStringView view(text);
    Words words;
    qsizetype from = 0;
    while (from < view.size()) {
        const Class kind = classOf(view.at(from));
        qsizetype end = from + 1;
        while (kind != Class::Other && end < view.size() && classOf(view.at(end)) == kind)
            ++end;
        words.push_back(view.sliced(from, end - from));
        from = end;
    }
    return words;
}

Numbers numbered(const Words &words, QHash<QStringView, int> &known)
{
    Numbers numbers;
    numbers.reserve(words.size());
    for (const QStringView word : words) {
        const auto at = known.constFind(word);
        const int number = at == known.constEnd() ? int(known.size()) : *at;
        if (at == known.constEnd())
            known.insert(word, number);
        numbers.push_back(number);
    }
    return numbers;
}

/// Steps of an edit from the middle parts, first to last; empty when they differ in too many places.
std::vector<Kind> myers(const Numbers &a, const Numbers &b)
{
    const int n = int(a.size());
    const int m = int(b.size());
    const int most = n + m <= 8000 ? qMin(n + m, 2000) : 300;
    std::vector<int> reach(std::size_t(2 * most + 3), 0);
    std::vector<std::vector<int>> trace;
    const auto at = [most](int k) { return std::size_t(k + most + 1); };
    int found = -1;
    for (int d = 0; d <= most && found < 0; ++d) {
        trace.emplace_back(reach.begin() + (most - d), reach.begin() + (most + d + 3));
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]) ? reach[at(k + 1)]
                                                                               : reach[at(k - 1)] + 1;
            while (x < n && x - k < m && x - k >= 0 && a[std::size_t(x)] == b[std::size_t(x - k)])
                ++x;
            reach[at(k)] = x;
            if (x >= n && x - k >= m) {
                found = d;
                break;
            }
        }
    }
    std::vector<Kind> steps;
    if (found < 0)
        return steps;
    int x = n;
    int y = m;
    for (int d = found; d >= 0; --d) {
        // trace[d] holds diagonals −d−1 … d+1 as they stood before round d.
        const auto before = [&](int k) { return trace[std::size_t(d)][std::size_t(k + d + 1)]; };
        const int k = x - y;
        const bool down = k == -d || (k != d && before(k - 1) < before(k + 1));
        const int fromK = down ? k + 1 : k - 1;
        const int fromX = d == 0 ? 0 : before(fromK);
        const int fromY = d == 0 ? 0 : fromX - fromK;
        while (x > fromX && y > fromY &&
               (d == 0 || x > (down ? fromX : fromX + 1) || y > (down ? fromY + 1 : fromY))) {
            steps.push_back(Kind::Same);
            --x;
            --y;
        }
        if (d > 0) {
            steps.push_back(down ? Kind::Added : Kind::Removed);
            x = fromX;
            y = fromY;
        }
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

/// Collects steps into spans; removals before additions, and a space between two changes joins them.
class Spans
{
public:
    void same(QStringView word)
    {
        const bool space = word.front().isSpace();
        if (space && changing() && m_space.isEmpty()) {
            m_space = word.toString();
            return;
        }
        flush();
        put(Kind::Same, word.toString());
    }
    void removed(QStringView word) { change(m_removed, word); }
    void added(QStringView word) { change(m_added, word); }
    QList<DiffSpan> take()
    {
        flush();
        return std::move(m_spans);
    }

private:
    bool changing() const { return !m_removed.isEmpty() || !m_added.isEmpty(); }
    void change(QString &side, QStringView word)
    {
        m_removed += m_space;
        m_added += m_space;
        m_space.clear();
        side += word;
    }
    void flush()
    {
        put(Kind::Removed, m_removed);
        put(Kind::Added, m_added);
        put(Kind::Same, m_space);
        m_removed.clear();
        m_added.clear();
        m_space.clear();
    }
    void put(Kind kind, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!m_spans.isEmpty() && m_spans.last().kind == kind)
            m_spans.last().text += text;
        else
            m_spans << DiffSpan{kind, text};
    }

    QString m_removed;
    QString m_added;
    QString m_space;
    QList<DiffSpan> m_spans;
};

} // namespace

QList<DiffSpan> wordDiff(const QString &before, const QString &after)
{
    const Words a = wordsOf(before);
    const Words b = wordsOf(after);
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const Words from(a.begin() + std::ptrdiff_t(head), a.end() - std::ptrdiff_t(tail));
    const Words to(b.begin() + std::ptrdiff_t(head), b.end() - std::ptrdiff_t(tail));
    QHash<QStringView, int> known;
    const Numbers numbersFrom = numbered(from, known);
    const std::vector<Kind> steps = myers(numbersFrom, numbered(to, known));

    Spans spans;
    for (std::size_t i = 0; i < head; ++i)
        spans.same(a[i]);
    std::size_t x = 0;
    std::size_t y = 0;
    for (const Kind step : steps) {
        if (step == Kind::Added) {
            spans.added(to[y++]);
        } else if (step == Kind::Removed) {
            spans.removed(from[x++]);
        } else {
            spans.same(from[x++]);
            ++y;
        }
    }
    for (; x < from.size(); ++x)
        spans.removed(from[x]);
    for (; y < to.size(); ++y)
        spans.added(to[y]);
    for (std::size_t i = a.size() - tail; i < a.size(); ++i)
        spans.same(a[i]);
    return spans.take();
}

} // namespace assay::ui
