// SPDX-License-Identifier: Apache-2.0
#include "service/eval_crew.h"

#include "base/worker_thread.h"

#include <QCoro/QCoroFuture>
#include <QtCore/QPromise>
#include <QtCore/QSemaphore>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int enoughForOne = 12;
constexpr int mostDesks = 8;

} // namespace

/// Lives on a desk's thread and has the desk there.
class EvalCrew::Seat final : public QObject
{
public:
    void open(const CrewOrder &order)
    {
        m_desk = EvalDesk::open(order.knowledgePath, order.settings, order.keys, order.policy, order.prompts);
    }
    /// On any thread, once open() ran.
    const Result<std::unique_ptr<EvalDesk>> &desk() const { return m_desk; }

    QCoro::Task<> answer(Scenario scenario, int judgeRepeats, CancelToken token,
                         std::shared_ptr<QPromise<ScenarioAnswer>> promise)
    {
        const ScenarioAnswerer ask = (*m_desk)->answerer(judgeRepeats);
        auto task = ask(std::move(scenario), std::move(token));
        const ScenarioAnswer answered = co_await task;
        promise->addResult(answered);
        promise->finish();
    }

private:
    Result<std::unique_ptr<EvalDesk>> m_desk = fail(Error{});
};

struct EvalCrew::Place
{
    std::unique_ptr<WorkerThread<Seat>> thread{};
    int busy = 0; ///< scenarios it has
};

int EvalCrew::desksFor(int concurrency)
{
    const int cores = std::clamp(QThread::idealThreadCount(), 1, mostDesks);
    return concurrency < enoughForOne ? 1 : std::min(cores, concurrency / (enoughForOne / 2));
}

Result<std::unique_ptr<EvalCrew>> EvalCrew::open(const CrewOrder &order, int desks)
{
    CrewOrder each = order;
    each.policy.rateLimitPerSecond /= desks;
    each.policy.rateLimitBurst = std::max(1.0, each.policy.rateLimitBurst / desks);
    std::unique_ptr<EvalCrew> crew(new EvalCrew);
    QSemaphore opened;
    for (int i = 0; i < desks; ++i) {
        crew->m_places.push_back(std::make_unique<Place>());
        crew->m_places.back()->thread = std::make_unique<WorkerThread<Seat>>(u"desk %1"_s.arg(i + 1));
        crew->m_places.back()->thread->post([&each, &opened](Seat &seat) {
            seat.open(each);
            opened.release();
        });
        opened.acquire(); // one after the other: the first may have to load the bundled knowledge
        const Result<std::unique_ptr<EvalDesk>> &desk = crew->m_places.back()->thread->sender()->desk();
        if (!desk)
            return fail(desk.error());
        crew->m_prompts = (*desk)->prompts();
        each.prompts = crew->m_prompts; // all ask the same, whatever is promoted meanwhile
    }
    crew->m_policy = order.policy;
    return crew;
}

EvalCrew::~EvalCrew() = default;

ScenarioAnswerer EvalCrew::answerer(int judgeRepeats)
{
    return [this, judgeRepeats](const Scenario &scenario, const CancelToken &token) {
        return answer(scenario, judgeRepeats, token);
    };
}

QCoro::Task<ScenarioAnswer> EvalCrew::answer(Scenario scenario, int judgeRepeats, CancelToken token)
{
    Place &place =
        **std::ranges::min_element(m_places, {}, [](const std::unique_ptr<Place> &one) { return one->busy; });
    ++place.busy;
    auto promise = std::make_shared<QPromise<ScenarioAnswer>>();
    promise->start();
    const QFuture<ScenarioAnswer> answered = promise->future();
    place.thread->post([scenario = std::move(scenario), judgeRepeats, token, promise](Seat &seat) {
        seat.answer(scenario, judgeRepeats, token, promise);
    });
    ScenarioAnswer answer = co_await answered;
    --place.busy;
    co_return answer;
}

} // namespace assay
