// SPDX-License-Identifier: Apache-2.0
#include "agent/agent.h"

#include "agent/turn_run.h"

namespace assay {

Agent::Agent(AgentParts parts) : m_parts(std::move(parts)) {}

Agent::~Agent() = default;

void Agent::setPredictor(LogisticModel predictor)
{
    m_parts.predictor = std::move(predictor);
}

QCoro::Task<Turn> Agent::ask(AskRequest request, EventSink sink, CancelToken token)
{
    // On the heap: its coroutines hold its address while this frame may be moved.
    const auto run =
        std::make_unique<TurnRun>(m_parts, std::move(request), std::move(sink), std::move(token));
    co_await run->run();
    co_return std::move(run->turn());
}

} // namespace assay
