// SPDX-License-Identifier: Apache-2.0
// Turns that teach: into the evaluation suite, into the training data.
#include "service/triage_picks.h"

#include "ui/kit/tr.h"
#include "ui/triage/choice_bar.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_workspace.h"

namespace assay::ui {

using namespace Qt::StringLiterals;

/// @param orElse asked when the pick says nothing: what it looked for is not there
void TriageWorkspace::pick(const QString &action, TriageHost::Pick pick, std::function<void()> orElse)
{
    const TriageRow *row = m_queue->currentRow();
    if (row == nullptr)
        return;
    m_host.pick(row->item.row, action, m_who, std::move(pick), this,
                [this, row = row->item.row, orElse = std::move(orElse)](const Result<QString> &said) {
                    if (!said)
                        return tell(said.error().message);
                    if (said->isEmpty() && orElse)
                        return orElse();
                    tell(*said);
                    if (std::exchange(m_detailOf, 0) == row)
                        readDetail(); // its trail has a line more
                });
}

void TriageWorkspace::pickForSuite()
{
    const QString file = m_workbench.paths().ownSuite();
    const auto drop = [file](const TriageDetail &detail) -> Result<QString> {
        const Result<bool> dropped = dropFromSuite(file, detail.turn.id);
        if (!dropped)
            return fail(dropped.error());
        return *dropped ? Tr::tr("Taken out of the suite %1.").arg(file) : QString();
    };
    pick(u"suite"_s, drop, [this, file] {
        m_choices->ask({.title = Tr::tr("What must the answer be?"),
                        .choices = {Tr::tr("Good enough for the threshold"),
                                    Tr::tr("Say that the documents do not tell")},
                        .field = Tr::tr("Or words that it must contain"),
                        .enter = Tr::tr("Put in")},
                       [this, file](int choice, const QString &text) {
                           if (choice < 0 && text.isEmpty())
                               return;
                           const SuiteExpectation expectation{.contains = choice < 0 ? text : QString(),
                                                              .abstains = choice == 1};
                           const auto put = [=](const TriageDetail &detail) -> Result<QString> {
                               const Result<int> count = putIntoSuite(file, scenarioOf(detail, expectation));
                               if (!count)
                                   return fail(count.error());
                               return Tr::tr("In the suite %1 now, which has %n scenario(s).", nullptr,
                                             *count)
                                   .arg(file);
                           };
                           pick(u"suite"_s, put, {});
                       });
    });
}

void TriageWorkspace::pickForTraining()
{
    const QString file = m_workbench.paths().pickedTraining();
    const auto drop = [file](const TriageDetail &detail) -> Result<QString> {
        const Result<bool> dropped = dropFromTraining(file, detail.turn.id);
        if (!dropped)
            return fail(dropped.error());
        return *dropped ? Tr::tr("Taken out of the training data.") : QString();
    };
    pick(u"training"_s, drop, [this, file] {
        m_choices->ask({.title = Tr::tr("What does this turn teach?"),
                        .choices = {Tr::tr("The fast model suffices"), Tr::tr("The fast model fails"),
                                    Tr::tr("It needs a tool")}},
                       [this, file](int choice, const QString &) {
                           if (choice < 0)
                               return;
                           const auto lesson = static_cast<Lesson>(choice);
                           const auto put = [=](const TriageDetail &detail) -> Result<QString> {
                               const Result<int> count = putIntoTraining(file, exampleOf(detail, lesson));
                               if (!count)
                                   return fail(count.error());
                               return Tr::tr("In the training data now: %n example(s) picked by hand.",
                                             nullptr, *count);
                           };
                           pick(u"training"_s, put, {});
                       });
    });
}

} // namespace assay::ui
