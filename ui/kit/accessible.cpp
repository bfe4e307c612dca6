// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/accessible.h"

#include <QtCore/QHash>
#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// A role, and the widget's accessible description as its value.
class KitAccessible final : public QAccessibleWidget
{
public:
    KitAccessible(QWidget *widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? widget()->accessibleDescription() : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *make(const QString &className, QObject *object)
{
    static const QHash<QString, QAccessible::Role> roles{
        {u"assay::ui::AnswerView"_s, QAccessible::StaticText},
        {u"assay::ui::Card"_s, QAccessible::ListItem},
        {u"assay::ui::Chip"_s, QAccessible::StaticText},
        {u"assay::ui::CiteChip"_s, QAccessible::StaticText},
        {u"assay::ui::DiffView"_s, QAccessible::StaticText},
        {u"assay::ui::Gantt"_s, QAccessible::Chart},
        {u"assay::ui::Hairline"_s, QAccessible::Separator},
        {u"assay::ui::KeyCap"_s, QAccessible::StaticText},
        {u"assay::ui::NavRail"_s, QAccessible::PageTabList},
        {u"assay::ui::ScoreBadge"_s, QAccessible::StaticText},
        {u"assay::ui::ScoreBars"_s, QAccessible::Chart},
        {u"assay::ui::SegmentedTabs"_s, QAccessible::PageTabList},
        {u"assay::ui::Skeleton"_s, QAccessible::ProgressBar},
        {u"assay::ui::StageTicks"_s, QAccessible::List},
        {u"assay::ui::StatusBar"_s, QAccessible::StatusBar},
        {u"assay::ui::Stepper"_s, QAccessible::SpinBox},
        {u"assay::ui::CompareTable"_s, QAccessible::Table},
        {u"assay::ui::CostChart"_s, QAccessible::Chart},
        {u"assay::ui::IssuesChart"_s, QAccessible::Chart},
        {u"assay::ui::KpiRow"_s, QAccessible::List},
        {u"assay::ui::LatencyChart"_s, QAccessible::Chart},
        {u"assay::ui::ModelsChart"_s, QAccessible::Chart},
        {u"assay::ui::PassChart"_s, QAccessible::Chart},
        {u"assay::ui::ReliabilityChart"_s, QAccessible::Chart},
        {u"assay::ui::RetriesChart"_s, QAccessible::Chart},
        {u"assay::ui::ScoreChart"_s, QAccessible::Chart},
        {u"assay::ui::TimeBar"_s, QAccessible::Slider},
        {u"assay::ui::Toast"_s, QAccessible::AlertMessage}};
    auto *widget = qobject_cast<QWidget *>(object);
    const auto role = roles.constFind(className);
    return widget != nullptr && role != roles.constEnd() ? new KitAccessible(widget, *role) : nullptr;
}

} // namespace

void installAccessibility()
{
    static bool done = false;
    if (!done)
        QAccessible::installFactory(make);
    done = true;
}

} // namespace assay::ui
