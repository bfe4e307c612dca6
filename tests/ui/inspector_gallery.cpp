// SPDX-License-Identifier: Apache-2.0
// Shows the Ask workspace's right column: inspector_gallery [dark|light] [width] [picture.png]
#include "inspector_samples.h"
#include "ui/ask/compare_view.h"
#include "ui/ask/inspector.h"
#include "ui/ask/tuning_panel.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollBar>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

QWidget *column(const Turn &turn, TurnInspector::Tab tab, SettingsHub &hub, Actions &actions, int width)
{
    auto *box = new QWidget;
    box->setFixedWidth(width);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    auto *inspector = new TurnInspector(actions);
    inspector->setTurn(turn, turn.status == TurnStatus::Running);
    QList<TurnEvent> events;
    for (int i = 0; i < 14; ++i)
        events.append({.offset = i,
                       .timestamp = turn.askedAt + std::chrono::milliseconds(84 * i),
                       .type = i % 3 == 0   ? u"event"_s
                               : i % 3 == 1 ? u"metrics"_s
                                            : u"tool_execution"_s,
                       .summary = i % 3 == 0   ? u"NODE_START draft"_s
                                  : i % 3 == 1 ? u"llm tokens 412 + 180, $0.0008"_s
                                               : u"billing.get_invoice ok"_s,
                       .size = 312 + 17 * i,
                       .content = {{u"node"_s, u"draft"_s}, {u"sequence"_s, i}, {u"attempt"_s, 1}}});
    inspector->setEvents(events);
    inspector->setTab(tab);
    lines->addWidget(inspector, 1);
    auto *line = new Hairline;
    line->setStrong(true);
    lines->addWidget(line);
    auto *tuning = new TuningPanel(hub, actions);
    tuning->setFixedHeight(214);
    lines->addWidget(tuning);
    return box;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    initKit();
    const QStringList arguments = app.arguments();
    applyTheme(app, arguments.value(1) == u"light"_s ? ThemeChoice::Light : ThemeChoice::Dark);
    const int width = std::max(300, arguments.value(2, u"446"_s).toInt());
    const QString what = arguments.value(3, u"turns"_s);
    const QTemporaryDir folder;
    SettingsHub hub(Settings(), folder.filePath(u"assay.toml"_s), folder.filePath(u"profiles"_s));
    static_cast<void>(hub.applyProfile(u"balanced"_s));
    Actions actions;
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    if (what == u"turns"_s) {
        for (const Turn &turn : {samples::twoAttempts(), samples::running(), samples::committee()})
            row->addWidget(column(turn, TurnInspector::Inspect, hub, actions, width));
    } else if (what == u"more"_s) {
        for (const Turn &turn : {samples::gateFailed(), samples::errored(), Turn()})
            row->addWidget(column(turn, TurnInspector::Inspect, hub, actions, width));
    } else if (what == u"tabs"_s) {
        for (const auto tab : {TurnInspector::Prompt, TurnInspector::Events, TurnInspector::Raw})
            row->addWidget(column(samples::twoAttempts(), tab, hub, actions, width));
    } else {
        auto *compare = new CompareView;
        compare->setTurn(samples::twoAttempts());
        compare->setFixedWidth(820);
        row->addWidget(compare);
        auto *tall = new TuningPanel(hub, actions);
        tall->setFixedWidth(width);
        row->addWidget(tall, 0, Qt::AlignTop);
        tall->setFixedHeight(480);
    }
    row->addStretch(1);
    window.resize(3 * width + 20, 830);
    window.show();
    const auto panels = window.findChildren<TuningPanel *>();
    if (!panels.isEmpty()) {
        TuningModel &model = panels.first()->model();
        model.draft("cost.confidence_threshold"_setting.index, 0.85);
        model.draft("quality.max_retries"_setting.index, qint64(2));
    }
    if (panels.size() > 1) {
        panels.at(1)->model().draft("quality.threshold"_setting.index, 0.9);
        panels.at(1)->model().apply();
    }
    if (what == u"bottom"_s || qEnvironmentVariableIsSet("SCROLLED"))
        for (QScrollBar *bar : window.findChildren<QScrollBar *>())
            QTimer::singleShot(300, bar, [bar] { bar->setValue(bar->maximum()); });
    return app.exec();
}
