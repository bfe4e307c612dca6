// SPDX-License-Identifier: Apache-2.0
// Any text as a filter: parsed, explained, completed and coloured; what it says of itself parses again.
#include "turn/filter.h"

#include <cstdlib>

using namespace assay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)).left(2000);
    const tl::expected<Filter, FilterProblem> filter = parseFilter(text);
    if (!filter) {
        const FilterProblem &problem = filter.error();
        if (problem.sentence.isEmpty() || problem.position < 0 || problem.length < 0 ||
            problem.position + problem.length > text.size())
            std::abort();
        (void)filterProblemText(text, problem);
        (void)withSuggestion(text, problem);
    } else {
        const tl::expected<Filter, FilterProblem> again = parseFilter(filter->toString());
        if (!again || !(*again == *filter))
            std::abort();
    }
    for (const FilterSpan &span : filterSpans(text))
        if (span.start < 0 || span.length < 0 || span.start + span.length > text.size())
            std::abort();
    (void)completeFilter(text, text.size() / 2);
    (void)filterHints(text);
    return 0;
}
