// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connection_hooks.h"

#include "ui/kit/tr.h"

#include <QCoro/QCoroFuture>
#include <QtCore/QPromise>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// The promise behind a reply. A reply that never comes, because the core has ended, is an error too:
/// a future without a result must not be read.
template<typename T>
struct Answer
{
    QPromise<Result<T>> promise{};
    bool given = false;

    void give(Result<T> result)
    {
        given = true;
        promise.addResult(std::move(result));
        promise.finish();
    }
    ~Answer()
    {
        if (!given)
            give(fail(Errc::Cancelled, Tr::tr("Assay is closing.")));
    }
};

/// A reply by callback as a future, so that a coroutine can wait for it.
template<typename T>
QFuture<Result<T>> asFuture(const std::function<void(std::function<void(Result<T>)>)> &call)
{
    const auto answer = std::make_shared<Answer<T>>();
    answer->promise.start();
    const QFuture<Result<T>> future = answer->promise.future();
    call([answer](Result<T> result) { answer->give(std::move(result)); });
    return future;
}

QCoro::Task<Result<QString>> testModel(Workbench *workbench, QString model)
{
    const QFuture<Result<QString>> answer =
        asFuture<QString>([&](std::function<void(Result<QString>)> reply) {
            workbench->testModel(model, workbench, std::move(reply));
        });
    const Result<QString> result = co_await answer;
    co_return result;
}

QCoro::Task<QList<ServerOffer>> findServers(Workbench *workbench)
{
    const QFuture<Result<QList<LocalServer>>> found =
        asFuture<QList<LocalServer>>([&](std::function<void(Result<QList<LocalServer>>)> reply) {
            workbench->findLocalServers(workbench, std::move(reply));
        });
    const Result<QList<LocalServer>> servers = co_await found;
    QList<ServerOffer> offers;
    if (servers)
        for (const LocalServer &server : *servers)
            offers.append({.name = Tr::tr("%1 at %2").arg(server.provider, server.baseUrl.authority()),
                           .summary = server.models.join(u", "_s),
                           .changes = changesFor(server)});
    co_return offers;
}

ConnectionStep::State stateOf(KafkaStepState state)
{
    switch (state) {
    case KafkaStepState::Ok: return ConnectionStep::State::Passed;
    case KafkaStepState::Failed: return ConnectionStep::State::Failed;
    case KafkaStepState::NotNeeded:
    case KafkaStepState::NotReached: break;
    }
    return ConnectionStep::State::Skipped;
}

QCoro::Task<Result<QList<ConnectionStep>>> testKafka(Workbench *workbench)
{
    const QFuture<Result<QList<KafkaStepResult>>> answer =
        asFuture<QList<KafkaStepResult>>([&](std::function<void(Result<QList<KafkaStepResult>>)> reply) {
            workbench->testKafka(workbench, std::move(reply));
        });
    const Result<QList<KafkaStepResult>> steps = co_await answer;
    if (!steps)
        co_return fail(steps.error());
    QList<ConnectionStep> shown;
    for (const KafkaStepResult &one : *steps)
        shown.append({.label = labelOf(one.step),
                      .state = stateOf(one.state),
                      .text = one.text.isEmpty() ? textOf(one.state) : one.text});
    co_return shown;
}

} // namespace

SettingChanges changesFor(const LocalServer &server)
{
    SettingChanges changes;
    if (const std::optional<int> url = settingIndex(QString(u"models."_s + server.provider + u"_base_url"_s)))
        changes.insert(*url, server.baseUrl.toString());
    if (server.models.isEmpty())
        return changes;
    const QString spec = server.provider + u'/' + server.models.first();
    changes.insert("agent.fast_model"_setting.index, spec);
    changes.insert("agent.premium_model"_setting.index, server.provider + u'/' + server.models.last());
    return changes;
}

ConnectionHooks connectionHooks(Workbench &workbench)
{
    return {.test = [&workbench](QString model) { return testModel(&workbench, std::move(model)); },
            .findServers = [&workbench] { return findServers(&workbench); },
            .testKafka = [&workbench] { return testKafka(&workbench); }};
}

} // namespace assay::ui
