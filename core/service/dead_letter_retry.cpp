// SPDX-License-Identifier: Apache-2.0
#include "service/dead_letter_retry.h"

#include "service/record_reader.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 64; // at a MiB each at most

LogRecord recordOf(const DeadLetter &letter)
{
    return LogRecord{.topic = letter.key.topic,
                     .partition = letter.key.partition,
                     .offset = letter.key.offset,
                     .timestamp = letter.logged,
                     .value = letter.raw};
}

} // namespace

Result<RetryOutcome> retryDeadLetters(Store &store)
{
    RecordReader reader;
    RetryOutcome outcome;
    qint64 after = 0;
    while (true) {
        const Result<QList<DeadLetter>> letters = store.deadLettersAfter(after, pageSize);
        if (!letters)
            return fail(letters.error());
        if (letters->isEmpty())
            return outcome;
        IngestBatch batch;
        for (const DeadLetter &letter : *letters) {
            after = letter.id;
            if (letter.stage == u"store") // decoded well, but contradicts another
                continue;
            ++outcome.tried;
            if (letter.raw.size() < letter.size) {
                ++outcome.cut;
                continue;
            }
            const int source = batch.sourceOf(letter.key.topic, letter.key.partition);
            if (reader.read(recordOf(letter), source, batch, letter.seenAt))
                batch.resolved.push_back({.id = letter.id, .source = source, .offset = letter.key.offset});
        }
        batch.deadLetters.clear(); // they are in the store as they are
        if (batch.resolved.empty())
            continue;
        const Result<BatchOutcome> written = store.write(batch);
        if (!written)
            return fail(written.error());
        outcome.resolved += written->resolved;
    }
}

} // namespace assay
