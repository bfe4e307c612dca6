// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/answers_pane.h"
#include "ui/evaluate/evaluate_words.h"
#include "ui/evaluate/run_figures.h"
#include "ui/evaluate/run_list.h"
#include "ui/evaluate/running_pane.h"
#include "ui/evaluate/runs_page.h"
#include "ui/evaluate/scenario_table.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// Runs that another can be compared with.
bool canCompare(const StoredRun &run)
{
    return run.standing != RunStanding::Damaged && run.done > 0;
}

} // namespace

void RunsPage::takeRuns()
{
    m_list->setRuns(m_host.runs(), utcNow());
    const ListShown shown = !m_host.isKnown()         ? ListShown::Loading
                            : m_host.runs().isEmpty() ? ListShown::Empty
                                                      : ListShown::Runs;
    m_listStates->setCurrentIndex(static_cast<int>(shown));
    if (shown != ListShown::Loading && std::exchange(m_wantsFocus, false) && isVisible())
        focusDefault();
    if (!m_wantedRun.isEmpty() && m_list->setCurrent(m_wantedRun))
        m_wantedRun.clear();
    if (m_list->currentRun() == nullptr)
        showRight(Shown::None);
    fillBefore();
    Q_EMIT factsChanged();
}

void RunsPage::takeProgress()
{
    const std::optional<RunUnderWay> &run = m_host.underWay();
    m_running->setRun(run);
    if (run) {
        m_list->setProgress(run->path, run->progress);
        if (!m_again.isActive())
            m_again.start();
    }
}

void RunsPage::takeEnd(const QString &path, RunEnd end, const QString &error)
{
    m_again.stop();
    m_running->setRun({});
    if (!error.isEmpty())
        tell(error, true);
    else if (end == RunEnd::BudgetSpent)
        tell(Tr::tr("The budget is spent, so the run stopped. R goes on with another budget."), true);
    else if (end == RunEnd::Cancelled)
        tell(Tr::tr("Stopped. R goes on from here."));
    m_wantedRun = m_list->currentRun() == nullptr ? path : QString();
    if (m_list->currentRun() != nullptr && m_list->currentRun()->path == path)
        m_soon.start();
}

void RunsPage::chooseRun()
{
    const StoredRun *run = m_list->currentRun();
    m_toRemove.clear();
    fillBefore();
    if (run == nullptr)
        return showRight(Shown::None);
    if (!m_view || m_view->path != run->path)
        showRight(Shown::Loading);
    m_soon.start();
    Q_EMIT stateChanged();
}

/// The run it is compared with: the one that was pinned, else the newest older one of the same suite.
QString RunsPage::beforeOf(const StoredRun &run) const
{
    if (!m_compares)
        return {};
    if (!m_base.isEmpty())
        return m_base == run.path ? QString() : m_base;
    for (const StoredRun &other : m_list->runs())
        if (other.startedAt < run.startedAt && other.suite == run.suite && canCompare(other) &&
            other.standing == RunStanding::Finished)
            return other.path;
    return {};
}

void RunsPage::fillBefore()
{
    const StoredRun *run = m_list->currentRun();
    const UtcTime now = utcNow();
    const QSignalBlocker quiet(m_before);
    m_before->clear();
    m_before->addItem(Tr::tr("the run before it"), QString());
    m_before->addItem(Tr::tr("nothing"), QString());
    for (const StoredRun &other : m_list->runs())
        if (canCompare(other) && (run == nullptr || other.path != run->path))
            m_before->addItem(runTitle(other, now), other.path);
    const int pinned = m_base.isEmpty() ? -1 : m_before->findData(m_base);
    m_before->setCurrentIndex(!m_compares ? 1 : std::max(0, pinned));
}

void RunsPage::readView()
{
    const StoredRun *run = m_list->currentRun();
    if (run == nullptr)
        return;
    const QString path = run->path;
    const QString before = beforeOf(*run);
    m_asked = path + u'\n' + before;
    m_host.readView(path, before, this, [this, path, asked = m_asked](const Result<RunView> &view) {
        if (asked == m_asked)
            takeView(path, view);
    });
}

void RunsPage::takeView(const QString &path, const Result<RunView> &view)
{
    if (!view) {
        m_view.reset();
        m_error->setError(view.error().message, {}); // it names the file
        return showRight(Shown::Failed);
    }
    const bool same =
        m_view && m_view->path == path && m_view->run == view->run && m_view->before == view->before;
    m_view = *view;
    if (!same)
        showView();
    showRight(Shown::Content);
}

void RunsPage::showView()
{
    const bool compared = m_view->before.has_value();
    showSummary();
    m_tableHead->setCompared(compared);
    m_table->setScenarios(compared ? m_view->comparison.changes : scenariosOf(m_view->run), compared);
    const auto missed =
        std::ranges::count_if(m_view->run.results, [](const ScenarioResult &one) { return !one.passed; });
    m_choice->setBadge(2, QLocale().toString(missed));
    narrow();
}

void RunsPage::showSummary()
{
    const EvalRun &run = m_view->run;
    const RunComparison &found = m_view->comparison;
    const bool compared = m_view->before.has_value();
    m_title->setText(QStringList{visibleLine(run.identity.suite, 100), settingsTitle(run.policy.profile),
                                 spanText(run.worked), costText(run.spent())}
                         .join(u" · "_s));
    m_targets->setTargets(m_view->targets);
    m_differences->setFigures(found.figures);
    arrange();
    QString verdict = compared                  ? found.verdict()
                      : allMet(m_view->targets) ? Tr::tr("Every target is met.")
                                                : Tr::tr("Not every target is met.");
    if (!run.isComplete())
        verdict = Tr::tr("%1 of %2 scenarios are answered so far.").arg(run.results.size()).arg(run.total) +
                  u' ' + verdict;
    m_verdict->setText(verdict);
    const bool isBad = compared ? found.hasRegressed() : !allMet(m_view->targets);
    m_verdict->setTone(isBad ? Tone::Fail : Tone::Primary);
    QStringList notes;
    if (compared) {
        notes << Tr::tr("%n scenarios in common.", nullptr, static_cast<int>(found.changes.size()));
        if (!found.sameSuite)
            notes << Tr::tr("The suites are not the same; only what both hold is compared.");
    }
    if (found.judgeSpread)
        notes << Tr::tr("Judging an answer again moves its score by %1 on average.")
                     .arg(static_cast<double>(*found.judgeSpread), 0, 'f', 3);
    if (run.resumed > 0)
        notes << Tr::tr("%n answers come from before it was broken off.", nullptr, run.resumed);
    m_notes->setText(notes.join(u' '));
    m_notes->setVisible(!notes.isEmpty());
}

void RunsPage::narrow()
{
    const auto choice = static_cast<ScenarioChoice>(std::max(0, m_choice->current()));
    m_table->narrow(choice, m_search->text());
    const bool nothing = m_table->shownCount() == 0;
    if (nothing) {
        const QString words = visibleLine(m_search->text(), 80);
        m_filtered->setText(!words.isEmpty() ? Tr::tr("No scenario holds “%1”.").arg(words)
                            : choice == ScenarioChoice::Missed
                                ? Tr::tr("No scenario missed what was expected of it.")
                            : m_table->isCompared() ? Tr::tr("No scenario changed.")
                                                    : Tr::tr("This run is compared with no other."));
    }
    m_tableStates->setCurrentIndex(nothing ? 1 : 0);
}

void RunsPage::showScenario()
{
    if (const ScenarioChange *one = m_table->currentScenario())
        m_answers->setScenario(*one, m_table->isCompared());
    else
        m_answers->clear();
}

void RunsPage::showRight(Shown shown)
{
    m_right->setCurrentIndex(static_cast<int>(shown));
}

QString RunsPage::verdict() const
{
    return m_verdict->fullText() + u'\n' + m_notes->fullText();
}

QString RunsPage::facts() const
{
    if (!m_host.isKnown() || m_host.runs().isEmpty())
        return {};
    const auto broken = std::ranges::count(m_host.runs(), RunStanding::Interrupted, &StoredRun::standing);
    QString text = Tr::tr("%n run(s)", nullptr, static_cast<int>(m_host.runs().size()));
    if (broken > 0)
        text += u", "_s + Tr::tr("%1 interrupted").arg(broken);
    return text;
}

QJsonObject RunsPage::saveState() const
{
    const StoredRun *run = m_list->currentRun();
    return {{u"opened"_s, QJsonArray::fromStringList(m_host.opened())},
            {u"run"_s, run != nullptr ? run->path : QString()},
            {u"base"_s, m_base},
            {u"compares"_s, m_compares},
            {u"across"_s, QString::fromLatin1(m_across->saveState().toBase64())},
            {u"down"_s, QString::fromLatin1(m_down->saveState().toBase64())}};
}

void RunsPage::restoreState(const QJsonObject &state)
{
    QStringList opened;
    for (const QJsonValue &one : state.value(u"opened"_s).toArray())
        opened.append(one.toString());
    m_wantedRun = state.value(u"run"_s).toString();
    m_base = state.value(u"base"_s).toString();
    m_compares = state.value(u"compares"_s).toBool(true);
    m_list->setBase(m_base);
    m_across->restoreState(QByteArray::fromBase64(state.value(u"across"_s).toString().toLatin1()));
    m_down->restoreState(QByteArray::fromBase64(state.value(u"down"_s).toString().toLatin1()));
    m_host.setOpened(opened);
}

} // namespace assay::ui
