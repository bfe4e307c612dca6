// SPDX-License-Identifier: Apache-2.0
// How fast filters are: rows a second, against the same conditions written out in C++ in this run.
#include "stream/filter_row.h"

#include <QtCore/QRandomGenerator>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <new>
#include <vector>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

std::size_t allocations = 0; ///< of this thread's only program

constexpr int rowCount = 100'000;
const UtcTime now = fromMicros(1'763'733'600'000'000);

struct Rows
{
    std::vector<LogRecord> records{};
    std::vector<DecodedMessage> messages{};
};

Rows makeRows()
{
    QRandomGenerator random(1);
    Rows rows;
    for (int i = 0; i < rowCount; ++i) {
        rows.records.push_back(
            LogRecord{.topic = u"dashstream-quality"_s, .partition = i % 6, .offset = i, .timestamp = now});
        DecodedMessage message{.header = {.timestamp = now, .threadId = u"th_%1"_s.arg(random.bounded(5000))},
                               .kind = MessageKind::Metrics,
                               .summary = u"quality 0.82 failed tool_results_ignored"_s};
        message.quality = QualityReading{.scope = u"quality"_s,
                                         .scores = {.overall = static_cast<float>(random.bounded(1.0))},
                                         .latencyMs = random.bounded(5000)};
        if (i % 3 == 0)
            message.quality->issues.append(u"tool_results_ignored"_s);
        rows.messages.push_back(std::move(message));
    }
    return rows;
}

/// Rows a second, the best of five passes. @param found what the last pass found
double rate(const std::function<int()> &pass, int &found)
{
    double best = 0.0;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        found = pass();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        best = std::max(best, rowCount / took.count());
    }
    return best;
}

double measure(const Rows &rows, const char *text, int &found)
{
    const auto filter = parseFilter(QString::fromLatin1(text));
    if (!filter)
        std::abort();
    const auto pass = [&] {
        int count = 0;
        for (std::size_t i = 0; i < rows.records.size(); ++i)
            count += filter->matches(EventFilterRow(rows.records[i], rows.messages[i]), now) ? 1 : 0;
        return count;
    };
    pass();
    const std::size_t before = allocations;
    pass();
    const std::size_t perPass = allocations - before;
    const double rowsPerSecond = rate(pass, found);
    std::printf("%-52s %8.2f M rows/s  %6d found  %.2f allocations/row\n", text, rowsPerSecond / 1e6, found,
                static_cast<double>(perPass) / rowCount);
    return rowsPerSecond;
}

} // namespace

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *const memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

int main()
{
    const Rows rows = makeRows();
    int byHand = 0;
    const double baseline = rate(
        [&rows] {
            int count = 0;
            for (const DecodedMessage &message : rows.messages)
                count += message.quality && message.quality->scores.overall &&
                                 *message.quality->scores.overall < 0.9F && message.quality->latencyMs &&
                                 *message.quality->latencyMs > 2000
                             ? 1
                             : 0;
            return count;
        },
        byHand);
    std::printf("%-52s %8.2f M rows/s  %6d found\n", "baseline: the first filter written out in C++",
                baseline / 1e6, byHand);
    int found = 0;
    const double numeric = measure(rows, "score < 0.9 and latency > 2s", found);
    std::printf("ratio to the baseline: %.3f\n", numeric / baseline);
    int other = 0;
    measure(rows, "partition in (1, 3) or offset > 90000", other);
    measure(rows, "issue = tool_results_ignored and score < 0.5", other);
    measure(rows, "thread contains \"_49\"", other);
    measure(rows, "thread ~ \"_4.9$\"", other);
    measure(rows, "ignored", other);
    const auto begin = std::chrono::steady_clock::now();
    constexpr int parses = 20'000;
    for (int i = 0; i < parses; ++i)
        if (!parseFilter(u"score < 0.9 and issue = tool_results_ignored and partition in (1, 2)"))
            std::abort();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("parsing a filter of three clauses: %.1f us\n", took.count() * 1e6 / parses);
    // Both must find the same, and the promise is two million rows a second.
    return found == byHand && numeric >= 2e6 ? 0 : 1;
}
