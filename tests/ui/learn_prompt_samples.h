// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "resources.h"
#include "service/eval_desk.h"
#include "service/prompt_host.h"
#include "ui/kit/actions.h"
#include "unit/store_fixture.h"

#include <QtCore/QDir>

namespace assay::test {

/// A workspace in a folder, with turns that the offline agent really answered.
struct PromptBench
{
    explicit PromptBench(const QString &folder)
        : paths{.data = folder, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s},
          hub(*loadSettings({.file = folder + u"/assay.toml"_s, .userProfiles = folder}),
              folder + u"/assay.toml"_s, folder),
          secrets(Variables{}), host(paths, hub, secrets, u"ana"_s)
    {
    }

    /// Asks and records; the first `good` turns are labelled good, the next bad.
    void record(const QStringList &questions, int good, int bad = 0)
    {
        Policy policy;
        policy.fastModel = u"offline-fast"_s;
        policy.premiumModel = u"offline-premium"_s;
        policy.judgeModel = u"offline"_s;
        Result<std::unique_ptr<EvalDesk>> desk =
            EvalDesk::open(paths.knowledge(), hub.source(), std::make_shared<SharedKeys>(), policy);
        if (!desk)
            qFatal("%s", qPrintable(desk.error().message));
        const ScenarioAnswerer ask = (*desk)->answerer(0);
        QList<StoreRecord> records;
        for (int i = 0; i < questions.size(); ++i) {
            Scenario scenario;
            scenario.query = questions.at(i);
            auto task = ask(scenario, CancelToken::make());
            ScenarioAnswer answered = QCoro::waitFor(task);
            ids.append(answered.turn.id);
            StoreRecord one = turnRecord(i, answered.turn);
            records.append(one);
        }
        for (int i = 0; i < good + bad; ++i) {
            StoreRecord label{.event = eventRow(questions.size() + i)};
            label.label = LabelRow{.turnId = ids.at(i), .label = i < good ? Label::Good : Label::Bad};
            records.append(label);
        }
        Result<OpenedStore> store = openStore(paths.store());
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        if (const auto written = store->store->write(batchOf(records)); !written)
            qFatal("%s", qPrintable(written.error().message));
    }

    Paths paths;
    SettingsHub hub;
    Secrets secrets;
    PromptHost host;
    ui::Actions actions;
    QStringList ids{};
};

inline const QStringList sampleQuestions{
    u"How long do card refunds take?"_s,
    u"What is the VAT on refunds and how long does a refund to a wallet take?"_s,
    u"How many API requests per minute does the Team plan allow?"_s,
    u"Who can reset two-factor authentication?"_s};

} // namespace assay::test
