// SPDX-License-Identifier: Apache-2.0
#include "bench/bench_desk.h"
#include "judge/offline_judge.h"
#include "models/offline_model.h"
#include "retrieval/bundled_knowledge.h"
#include "retrieval/local_retriever.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <chrono>
#include <random>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr Goal offlineGoal{.milliseconds = 50.0};
constexpr int wordsPerSentence = 14;
constexpr int sentencesPerDocument = 12;

/// Every word of the bundled articles, as often as it stands there: drawing from it keeps its frequencies.
QStringList bundledWords()
{
    QStringList all;
    const QDir folder(u":/knowledge"_s);
    for (const QString &name : folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll()).simplified().split(u' ', Qt::SkipEmptyParts);
    }
    return all;
}

/// `count` documents of drawn words, the same in every run, beside the bundled articles.
Result<> fillIndex(LocalIndex &index, int count)
{
    const QStringList words = bundledWords();
    if (words.isEmpty())
        return fail(Errc::NotFound, u"There are no bundled articles."_s);
    std::mt19937 random(20261121);
    std::uniform_int_distribution<qsizetype> draw(0, words.size() - 1);
    return index.inTransaction([&]() -> Result<> {
        for (int i = 0; i < count; ++i) {
            QString text;
            for (int sentence = 0; sentence < sentencesPerDocument; ++sentence) {
                for (int word = 0; word < wordsPerSentence; ++word)
                    text += words.at(draw(random)) + u' ';
                text += u". "_s;
            }
            const QString id = u"bench/%1"_s.arg(i);
            const QString title = words.at(draw(random)) + u' ' + words.at(draw(random));
            if (const Result<> put =
                    index.put({.id = id, .title = title}, {.title = title, .sections = {{.text = text}}});
                !put)
                return put;
        }
        return {};
    });
}

AgentParts offlineParts(const std::shared_ptr<LocalIndex> &index, PromptSet prompts, TurnLog *log)
{
    Policy policy;
    policy.fastModel = u"offline-fast"_s;
    policy.premiumModel = u"offline-premium"_s;
    policy.judgeModel = u"offline"_s;
    const PassageLookup lookup = [index](const QString &question, int limit) {
        return index->search(question, limit);
    };
    const auto fast = std::make_shared<OfflineModel>(Tier::Fast, lookup, index->termWeight());
    const auto premium = std::make_shared<OfflineModel>(Tier::Premium, lookup, index->termWeight());
    AgentParts parts;
    parts.policy = [policy] { return policy; };
    parts.model = [fast, premium](const QString &name) -> Result<std::shared_ptr<ChatModel>> {
        return std::shared_ptr<ChatModel>(name == u"offline-fast" ? fast : premium);
    };
    parts.judges = [judge = std::make_shared<OfflineJudge>(index->termWeight())](const Policy &,
                                                                                 const RubricPrompt &) {
        return Result<QList<std::shared_ptr<Judge>>>(QList<std::shared_ptr<Judge>>{judge});
    };
    parts.retrievers = {std::make_shared<LocalRetriever>(index)};
    parts.weight = index->termWeight();
    parts.prompts = std::move(prompts);
    parts.publish = [log](const Turn &turn) { return log->publish(turn); };
    return parts;
}

} // namespace

Result<> addOfflineRows(Report &report, const BenchPlan &plan)
{
    Result<std::unique_ptr<LocalIndex>> opened = LocalIndex::open(plan.folder + u"/large.db"_s);
    Result<std::unique_ptr<TurnLog>> log = TurnLog::open(plan.folder + u"/offline-log"_s);
    Result<PromptSet> prompts = PromptSet::load(u":/"_s);
    if (!opened || !log || !prompts)
        return fail(!opened ? opened.error() : !log ? log.error() : prompts.error());
    const std::shared_ptr<LocalIndex> index = std::move(*opened);
    if (const Result<BundledKnowledge> loaded = loadBundledKnowledge(*index); !loaded)
        return fail(loaded.error());
    const auto began = std::chrono::steady_clock::now();
    if (const Result<> filled = fillIndex(*index, plan.documents); !filled)
        return filled;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const Result<QStringList> questions = bundledQuestions(*index);
    if (!questions)
        return fail(questions.error());

    qsizetype next = 0;
    const QString bareSearch = u"bare search, %1 documents"_s.arg(plan.documents);
    report.add(bareSearch, measure(plan.searches, [&] {
                   (void)index->search(questions->at(next++ % questions->size()), Policy{}.retrieveLimit);
               }));

    Agent agent(offlineParts(index, std::move(*prompts), log->get()));
    next = 0;
    qsizetype attempts = 0;
    qsizetype passed = 0;
    qsizetype turns = 0;
    const Samples samples = measure(plan.searches, [&] {
        const Turn turn = askAgent(agent, questions->at(next++ % questions->size()));
        attempts += turn.attempts.size();
        passed += turn.status == TurnStatus::Passed ? 1 : 0;
        ++turns;
    });
    Figures &row = report.add(u"offline turn, %1 documents"_s.arg(plan.documents), samples, bareSearch);
    row.goal = offlineGoal;
    row.note = u"%1 attempts a turn, %2 % passed the gate; the index took %3 s to build"_s
                   .arg(QString::number(static_cast<double>(attempts) / static_cast<double>(turns), 'f', 2))
                   .arg(100 * passed / turns)
                   .arg(took.count(), 0, 'f', 1);
    return {};
}

} // namespace assay::app
