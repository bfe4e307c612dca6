// SPDX-License-Identifier: Apache-2.0
#include "agent/response_validator.h"
#include "agent/turn_run.h"
#include "base/tr.h"
#include "retrieval/grading.h"
#include "retrieval/tool_result_validator.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostEvidence = 8;
constexpr int rewriteTokens = 96;

QList<std::shared_ptr<Retriever>> withWeb(const QList<std::shared_ptr<Retriever>> &all, bool web)
{
    QList<std::shared_ptr<Retriever>> some = all;
    some.removeIf([web](const std::shared_ptr<Retriever> &r) { return r->isWebSearch() != web; });
    return some;
}

int countOf(const QList<Evidence> &evidence, Relevance grade)
{
    return static_cast<int>(std::ranges::count(evidence, grade, &Evidence::grade));
}

} // namespace

QCoro::Task<> TurnRun::gather(int attempt, bool allowWeb)
{
    m_gathered = true;
    const auto local = withWeb(m_parts.retrievers, false);
    co_await retrieveFrom(local, m_turn.question, attempt);
    if (cancelled())
        co_return;
    grade(attempt);

    // CRAG: one rewrite, then the web. Both only where grading says that something is missing.
    if (m_policy.gradeDocuments && !enoughRelevant(m_turn.question, m_turn.evidence, m_parts.weight)) {
        const QString query = co_await rewritten();
        if (cancelled())
            co_return;
        if (!query.isEmpty() && query != m_turn.question) {
            m_turn.rewrittenQuery = query;
            co_await retrieveFrom(local, query, attempt);
            if (cancelled())
                co_return;
            grade(attempt);
        }
        const auto web = withWeb(m_parts.retrievers, true);
        if (allowWeb && !web.isEmpty() && !m_webAsked &&
            !enoughRelevant(m_turn.question, m_turn.evidence, m_parts.weight)) {
            m_webAsked = true;
            co_await retrieveFrom(web, m_turn.question, attempt);
            if (cancelled())
                co_return;
            grade(attempt);
        }
    }
    checkTools(attempt);
}

/// By the fast model; by rule where that is the offline one, is not there, or gives nothing to use.
QCoro::Task<QString> TurnRun::rewritten()
{
    const QString byRule = rewriteQuery(m_turn.question, m_turn.evidence);
    if (m_parts.prompts.rewrite.isEmpty() || m_unreachable.contains(m_policy.fastModel))
        co_return byRule;
    const Result<std::shared_ptr<ChatModel>> found = m_parts.model(m_policy.fastModel);
    if (!found || (*found)->isOffline())
        co_return byRule;
    const std::shared_ptr<ChatModel> model = *found;
    const ChatRequest request{.messages = rewriteMessages(m_parts.prompts, m_turn.question, m_turn.evidence),
                              .question = m_turn.question,
                              .temperature = 0.0,
                              .maxTokens = rewriteTokens,
                              .timeout = std::chrono::milliseconds(m_policy.retrieveTimeoutMs)};
    const Result<ChatReply> reply = co_await model->complete(request, TokenSink(), m_token);
    if (!reply)
        co_return byRule;
    m_turn.usage += reply->usage;
    m_rewriting += reply->cost;
    const QString query = rewriteReply(reply->text);
    co_return query.isEmpty() ? byRule : query;
}

QCoro::Task<> TurnRun::retrieveFrom(QList<std::shared_ptr<Retriever>> retrievers, QString query, int attempt)
{
    const std::size_t retrieving = begin(Stage::Retrieve, attempt);
    const RetrievalQuery wanted{.text = query,
                                .limit = m_policy.retrieveLimit,
                                .timeout = std::chrono::milliseconds(m_policy.retrieveTimeoutMs)};
    // Tasks start at once: the retrievers work side by side.
    std::vector<QCoro::Task<Result<QList<Evidence>>>> running;
    for (const std::shared_ptr<Retriever> &retriever : retrievers)
        running.push_back(retriever->search(wanted, m_token));
    qsizetype found = 0;
    QStringList errors;
    for (std::size_t i = 0; i < running.size(); ++i) {
        Result<QList<Evidence>> result = co_await running[i];
        const QString name = retrievers[static_cast<qsizetype>(i)]->name();
        if (result) {
            found += result->size();
            m_found.append(*result);
        } else {
            errors.append(name + u": "_s + result.error().message);
        }
    }
    m_retrieverErrors.append(errors);
    end(retrieving, Tr::tr("%n doc(s)", nullptr, static_cast<int>(found)), errors.join(u' '));
}

void TurnRun::grade(int attempt)
{
    const std::size_t grading = begin(Stage::Grade, attempt);
    QList<Evidence> found = std::exchange(m_found, {});
    if (!m_policy.gradeDocuments) {
        for (Evidence &one : found)
            one.grade = Relevance::Ambiguous;
        addEvidence(std::move(found), true);
        end(grading, Tr::tr("off"));
        return;
    }
    addEvidence(gradeDocuments(m_turn.question, std::move(found), m_parts.weight), false);
    end(grading, u"%1 / %2 / %3"_s.arg(countOf(m_turn.evidence, Relevance::Relevant))
                     .arg(countOf(m_turn.evidence, Relevance::Ambiguous))
                     .arg(countOf(m_turn.evidence, Relevance::Irrelevant)));
}

void TurnRun::checkTools(int attempt)
{
    const std::size_t checking = begin(Stage::Check, attempt);
    if (!m_policy.toolResultValidator) {
        end(checking, Tr::tr("off"));
        return;
    }
    int bad = 0;
    for (Evidence &one : m_turn.evidence) {
        one.toolState = validateToolResult(one.text, m_turn.question).state;
        bad += one.toolState == ToolResultState::Ok ? 0 : 1;
    }
    const QString summary = bad == 0
                                ? Tr::tr("%n result(s)", nullptr, static_cast<int>(m_turn.evidence.size()))
                                : Tr::tr("%n unusable", nullptr, bad);
    end(checking, summary, m_turn.evidence.isEmpty() ? m_retrieverErrors.join(u' ') : QString());
    const std::size_t injecting = begin(Stage::Inject, attempt);
    end(injecting, Tr::tr("%n passage(s)", nullptr, static_cast<int>(usableEvidence().size())));
}

void TurnRun::addEvidence(QList<Evidence> found, bool labelAll)
{
    std::ranges::stable_sort(found, [](const Evidence &a, const Evidence &b) {
        return std::tuple(a.grade, -a.gradeScore) < std::tuple(b.grade, -b.gradeScore);
    });
    for (Evidence &one : found) {
        // Append-only: a label that an earlier attempt cited keeps its meaning.
        if (Evidence *same = findEvidence(one)) {
            if (one.grade < same->grade) {
                same->grade = one.grade;
                same->gradeScore = one.gradeScore;
            }
            if (same->label.isEmpty() && same->grade != Relevance::Irrelevant)
                same->label = nextLabel();
            continue;
        }
        one.label = labelAll || one.grade != Relevance::Irrelevant ? nextLabel() : QString();
        m_turn.evidence.append(one);
    }
}

Evidence *TurnRun::findEvidence(const Evidence &one)
{
    const auto same = std::ranges::find_if(m_turn.evidence, [&](const Evidence &e) {
        return e.retriever == one.retriever && e.sourceId == one.sourceId;
    });
    return same == m_turn.evidence.end() ? nullptr : &*same;
}

QString TurnRun::nextLabel() const
{
    return QString::number(
        1 + std::ranges::count_if(m_turn.evidence, [](const Evidence &e) { return !e.label.isEmpty(); }));
}

QString TurnRun::adoptUsedEvidence(const QString &answer, QList<Evidence> used)
{
    used.removeIf([](const Evidence &e) { return !e.cited; });
    if (m_policy.gradeDocuments)
        used = gradeDocuments(m_turn.question, std::move(used), m_parts.weight);
    QHash<QString, QString> labels;
    for (Evidence one : std::as_const(used)) {
        const QString own = one.label;
        Evidence *same = findEvidence(one);
        if (!same) {
            one.label.clear();
            same = &m_turn.evidence.emplaceBack(one);
        }
        if (same->label.isEmpty())
            same->label = nextLabel();
        labels.insert(own, same->label);
    }
    return relabelCitations(answer, labels);
}

QList<Evidence> TurnRun::usableEvidence() const
{
    QList<Evidence> usable;
    for (const Evidence &one : m_turn.evidence)
        if (!one.label.isEmpty() && one.grade != Relevance::Irrelevant &&
            one.toolState == ToolResultState::Ok)
            usable.append(one);
    std::ranges::stable_sort(usable, [](const Evidence &a, const Evidence &b) {
        return std::tuple(a.grade, -a.gradeScore) < std::tuple(b.grade, -b.gradeScore);
    });
    return usable.mid(0, mostEvidence);
}

void TurnRun::markCited()
{
    const Attempt *best = m_turn.best();
    if (!best || !best->chosen())
        return;
    for (Evidence &one : m_turn.evidence)
        one.cited = !one.label.isEmpty() && best->chosen()->citations.contains(one.label);
}

} // namespace assay
