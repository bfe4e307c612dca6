// SPDX-License-Identifier: Apache-2.0
#include "service/prompt_host.h"

#include "agent/policy_from_settings.h"
#include "base/tr.h"
#include "base/worker_thread.h"
#include "service/prompt_reader.h"
#include "service/prompt_trials.h"
#include "service/provider_keys.h"

namespace assay {

using namespace Qt::StringLiterals;

struct PromptHost::Threads
{
    std::shared_ptr<SharedKeys> keys = std::make_shared<SharedKeys>();
    std::unique_ptr<WorkerThread<PromptReader>> reader{};
    std::unique_ptr<WorkerThread<PromptTrials>> trials{};
};

namespace {

bool asksProviders(const Policy &policy)
{
    return !policy.fastModel.startsWith(u"offline") || !policy.premiumModel.startsWith(u"offline") ||
           !policy.judgeModel.startsWith(u"offline");
}

void post(WorkerThread<PromptTrials> &thread, PromptTrialOrder order, TrialSetting setting,
          std::function<void(Result<PromptTrial>)> reply)
{
    thread.post([order = std::move(order), setting = std::move(setting),
                 reply = std::move(reply)](PromptTrials &worker) { worker.start(order, setting, reply); });
}

/// The attacks need no order.
struct AttackOrder
{
};

void post(WorkerThread<PromptTrials> &thread, AttackOrder, TrialSetting setting,
          std::function<void(Result<AttackReport>)> reply)
{
    thread.post([setting = std::move(setting), reply = std::move(reply)](PromptTrials &worker) {
        worker.attack(setting, reply);
    });
}

} // namespace

PromptHost::PromptHost(Paths paths, SettingsHub &hub, Secrets &secrets, QString who, QObject *parent)
    : QObject(parent), m_paths(std::move(paths)), m_hub(hub), m_secrets(secrets),
      m(std::make_unique<Threads>())
{
    const PromptTrials::Progress progress = [this](const TrialProgress &now) {
        m_home.put([this, now] { Q_EMIT progressed(now); });
    };
    m->reader = std::make_unique<WorkerThread<PromptReader>>(u"prompts"_s, m_paths, std::move(who));
    m->trials = std::make_unique<WorkerThread<PromptTrials>>(u"trials"_s, progress);
}

PromptHost::~PromptHost()
{
    m_token.cancel();
    auto done = std::make_shared<QSemaphore>();
    m->trials->post([done](PromptTrials &worker) { worker.end(done); });
    done->acquire();
}

template<typename T, typename Job>
void PromptHost::ask(QObject *context, Reply<T> reply, Job job)
{
    m->reader->post([this, context = QPointer<QObject>(context), reply = std::move(reply),
                     job = std::move(job)](PromptReader &reader) {
        m_home.put([context, reply, result = Result<T>(job(reader))] {
            if (context)
                reply(result);
        });
    });
}

void PromptHost::readOverview(QObject *context, Reply<PromptOverview> reply)
{
    ask<PromptOverview>(context, std::move(reply), [](PromptReader &reader) { return reader.overview(); });
}

void PromptHost::readText(PromptKind kind, int version, QObject *context, Reply<ChosenPrompt> reply)
{
    ask<ChosenPrompt>(context, std::move(reply),
                      [kind, version](PromptReader &reader) { return reader.text(kind, version); });
}

void PromptHost::keep(PromptKind kind, const QString &text, const QString &note, QObject *context,
                      Reply<PromptVersion> reply)
{
    ask<PromptVersion>(context, std::move(reply),
                       [kind, text, note](PromptReader &reader) { return reader.keep(kind, text, note); });
}

void PromptHost::promote(PromptKind kind, int version, QObject *context, Reply<PromptEvent> reply)
{
    ask<PromptEvent>(context, std::move(reply),
                     [kind, version](PromptReader &reader) { return reader.promote(kind, version); });
}

void PromptHost::rollBack(PromptKind kind, QObject *context, Reply<PromptEvent> reply)
{
    ask<PromptEvent>(context, std::move(reply),
                     [kind](PromptReader &reader) { return reader.rollBack(kind); });
}

void PromptHost::readTurns(int limit, QObject *context, Reply<QList<PromptTurn>> reply)
{
    ask<QList<PromptTurn>>(context, std::move(reply),
                           [limit](PromptReader &reader) { return reader.turns(limit); });
}

void PromptHost::render(PromptKind kind, const QString &text, const QString &turnId, QObject *context,
                        Reply<RenderedPrompt> reply)
{
    ask<RenderedPrompt>(context, std::move(reply), [kind, text, turnId](PromptReader &reader) {
        return reader.render(kind, text, turnId);
    });
}

void PromptHost::readGoodTurns(const QString &like, int limit, QObject *context,
                               Reply<QList<PromptExample>> reply)
{
    ask<QList<PromptExample>>(context, std::move(reply),
                              [like, limit](PromptReader &reader) { return reader.goodTurns(like, limit); });
}

void PromptHost::readStanding(QObject *context, Reply<JudgeStanding> reply)
{
    const Policy policy = policyFromSettings(m_hub.current());
    ask<JudgeStanding>(context, std::move(reply),
                       [judge = policy.judgeModel, threshold = static_cast<double>(policy.qualityThreshold)](
                           PromptReader &reader) { return reader.standing(judge, threshold); });
}

template<typename T>
std::function<void(Result<T>)> PromptHost::finisher(QPointer<QObject> context, Reply<T> reply)
{
    return [this, context, reply = std::move(reply)](Result<T> result) {
        m_home.put([this, context, reply, result = std::move(result)] {
            m_running = false;
            if (context)
                reply(result);
        });
    };
}

/// Keys may have to come from the keyring, which is asked only where a model needs one.
template<typename T, typename Order>
QCoro::Task<> PromptHost::begin(Order order, QPointer<QObject> context, Reply<T> reply)
{
    if (m_running) {
        reply(fail(Errc::Unavailable, Tr::tr("Something is being tried already. Wait for it, or stop it.")));
        co_return;
    }
    m_running = true;
    m_token = CancelToken::make();
    const QPointer<PromptHost> self(this);
    const TrialSetting setting{.paths = m_paths,
                               .policy = policyFromSettings(m_hub.current()),
                               .settings = m_hub.source(),
                               .keys = m->keys,
                               .token = m_token};
    if (asksProviders(setting.policy)) {
        auto task = fetchProviderKeys(&m_secrets, m->keys);
        co_await task;
    }
    if (self)
        post(*m->trials, std::move(order), setting, finisher<T>(context, std::move(reply)));
}

void PromptHost::tryText(const PromptTrialOrder &order, QObject *context, Reply<PromptTrial> reply)
{
    begin<PromptTrial>(order, QPointer<QObject>(context), std::move(reply));
}

void PromptHost::attack(QObject *context, Reply<AttackReport> reply)
{
    begin<AttackReport>(AttackOrder{}, QPointer<QObject>(context), std::move(reply));
}

void PromptHost::stop()
{
    m_token.cancel();
}

} // namespace assay
