// SPDX-License-Identifier: Apache-2.0
// How fast what-if, training and prediction are, each beside a baseline of this run.
#include "learning/trainer.h"
#include "learning/what_if.h"
#include "unit/learning_samples.h"
#include "unit/what_if_world.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace assay;
using namespace assay::test;

namespace {

/// Milliseconds, the best of three.
double best(const std::function<void()> &work, int times = 3)
{
    double least = 1e18;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        least = std::min(least, took.count());
    }
    return least;
}

RecordedTurns recordedWorld(int turns)
{
    const World world(1);
    const Policy policy = World::policy();
    RecordedTurns recorded;
    for (int i = 0; i < turns; ++i)
        recorded.add(world.run(i, policy, world.draw(i, 7) < 0.1));
    return recorded;
}

void measureWhatIf(int turns)
{
    const RecordedTurns recorded = recordedWorld(turns);
    double sum = 0.0;
    const double scan = best([&] {
        for (const RecordedAttempt &attempt : recorded.attempts)
            sum += static_cast<double>(attempt.costMicros + attempt.endUs);
    });
    std::unique_ptr<LikeTurns> like;
    const double index = best([&] { like = std::make_unique<LikeTurns>(recorded); }, 1);
    std::printf("%d turns, %zu attempts (reading them once: %.2f ms; finding like turns, once: %.0f ms)%s\n",
                turns, recorded.attempts.size(), scan, index, sum < 0 ? "!" : "");
    const auto measure = [&](const char *what, const Policy &wanted) {
        qint64 estimated = 0;
        const double took = best([&] {
            const auto answer = whatIf(recorded, *like, [&](Policy &policy) { policy = wanted; });
            if (!answer)
                std::abort();
            estimated = answer->estimated;
        });
        std::printf("  %-44s %8.1f ms  (%lld estimated, %.0f times the reading)\n", what, took,
                    static_cast<long long>(estimated), took / scan);
    };
    measure("quality threshold 0.90, exact", World::policy(0.90F));
    measure("confidence threshold 0.60, estimated", World::policy(0.95F, 0.60F));
    measure("confidence threshold 0.88, estimated", World::policy(0.95F, 0.88F));
}

void measureTraining()
{
    const auto examples = taughtExamples(100'000);
    std::optional<Classifier> classifier;
    const double trained = best([&] { classifier = train(examples, {})->classifier; }, 1);
    const double features = best(
        [&] {
            for (const TrainingExample &one : examples)
                textFeatures(one.query);
        },
        1);
    std::printf("training on 100,000 examples: %.1f s (their features alone: %.1f s)\n", trained / 1000.0,
                features / 1000.0);
    constexpr int questions = 20'000;
    const LogisticModel shipped = LogisticModel::initial();
    const double ours = best([&] {
        for (int i = 0; i < questions; ++i)
            classifier->predict(examples[static_cast<std::size_t>(i)].query);
    });
    const double baseline = best([&] {
        for (int i = 0; i < questions; ++i)
            predictCalibrated(shipped, examples[static_cast<std::size_t>(i)].query);
    });
    std::printf("prediction: %.1f us (the shipped predictor: %.1f us)\n", 1000.0 * ours / questions,
                1000.0 * baseline / questions);
}

} // namespace

int main()
{
    measureWhatIf(100'000);
    measureWhatIf(1'000'000);
    measureTraining();
    return 0;
}
