// SPDX-License-Identifier: Apache-2.0
// Shows the Events workspace in its window with sample data, to look at, and saves a picture of it:
//     events_gallery dark|light WxH SCENE [picture.png]
// Scenes: live, paused, malformed, capture, empty, error, filtered, reading, typo, german.
#include "resources.h"
#include "support/scripted_source.h"
#include "translations.h"
#include "ui/events/bytes_pane.h"
#include "ui/events/event_list.h"
#include "ui/events/events_workspace.h"
#include "ui/events/field_view.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

using namespace assay;
using namespace assay::ui;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstOffset = 915'000;

void put(ScriptedLog &log, int partition, const QString &thread, QByteArray value, UtcTime at)
{
    log.add({.partition = partition, .timestamp = at, .key = thread.toUtf8(), .value = std::move(value)});
}

/// The lines of the picture, oldest first.
void addPicture(ScriptedLog &log, UtcTime now)
{
    using namespace std::chrono_literals;
    const auto at = [now](int ms) { return now - std::chrono::milliseconds(ms); };
    put(log, 1, u"th_a17c90"_s, frames::quality(u"th_a17c90"_s, 0.98, 0.99, 0.97, at(2601)), at(2601));
    put(log, 4, u"th_9d3b55"_s, frames::event(u"th_9d3b55"_s, 3, u"gate"_s, 0, at(2025)), at(2025));
    put(log, 4, u"th_9d3b55"_s,
        frames::quality(u"th_9d3b55"_s, 0.66, 0.90, 0.57, at(1990),
                        {u"tool_results_ignored"_s, u"incomplete_coverage"_s}),
        at(1990));
    put(log, 2, u"th_e00417"_s, frames::trace(u"th_e00417"_s, at(1702)), at(1702));
    put(log, 2, u"th_e00417"_s, frames::llm(u"th_e00417"_s, at(1414)), at(1414));
    put(log, 2, u"th_e00417"_s, frames::quality(u"th_e00417"_s, 0.95, 0.96, 0.88, at(1297)), at(1297));
    put(log, 0, u"th_2203ee"_s, frames::cutShort(u"th_2203ee"_s, at(984)), at(984));
    put(log, 5, u"th_51aa07"_s, frames::tool(u"th_51aa07"_s, at(761)), at(761));
    put(log, 5, u"th_51aa07"_s,
        frames::quality(u"th_51aa07"_s, 0.79, 0.94, 0.73, at(525), {u"tool_results_ignored"_s}), at(525));
    put(log, 1, u"th_0b9f10"_s, frames::event(u"th_0b9f10"_s, 10, u"draft"_s, 0, at(282)), at(282));
    put(log, 3, u"th_7c41e2"_s, frames::event(u"th_7c41e2"_s, 11, u"judge"_s, 610'000, at(4)), at(4));
    put(log, 3, u"th_7c41e2"_s, frames::quality(u"th_7c41e2"_s, 0.98, 0.97, 0.96, at(0)), at(0));
}

void fill(ScriptedLog &log, qint64 count)
{
    const UtcTime now = utcNow();
    for (qint64 i = 0; i < count; ++i) {
        const UtcTime at = now - std::chrono::milliseconds((count - i) * 80 + 3000);
        if (i == count / 2)
            log.skip(0, 120, LogGap::Retention);
        log.add(mixedRecord(i, at));
    }
    addPicture(log, now);
}

void chooseField(EventsWorkspace &events, qint64 record)
{
    events.feed().readDetail(record, &events, [&events](const Result<FeedDetail> &detail) {
        const int node = detail ? detail->tree.find(u"metrics.metrics[completeness].float_value"_s) : -1;
        if (node >= 0)
            QTimer::singleShot(100, &events, [&events, node] { events.bytes().fields()->setCurrent(node); });
    });
}

void chooseByType(MainWindow &window, bool undecodable)
{
    EventsWorkspace &events = *window.events();
    events.feed().readRows(events.feed().view().generation, events.feed().view().count - 200, 200, &window,
                           [&events, undecodable](const Result<QList<FeedRow>> &rows) {
                               const qint64 first = std::max<qint64>(0, events.feed().view().count - 200);
                               for (qsizetype i = rows->size(); i-- > 0;)
                                   if (undecodable ? rows->at(i).undecodable
                                                   : rows->at(i).score.value_or(1.0F) < 0.83F &&
                                                         rows->at(i).score.value_or(0.0F) > 0.81F) {
                                       events.list().setCurrent(first + i);
                                       chooseField(events, rows->at(i).record);
                                       return;
                                   }
                           });
}

/// @param busy records keep coming: what is to be seen is chosen late
void playScene(const QString &scene, MainWindow &window, ScriptedLog &log, const QString &folder, bool busy)
{
    EventsWorkspace &events = *window.events();
    const auto after = [&window](int ms, auto job) { QTimer::singleShot(ms, &window, job); };
    if (scene == u"error") {
        events.openSource(
            {.kind = FeedSource::Kind::Kafka, .name = u"kafka-1.prod-eu:9093"_s, .open = [] {
                 return Result<FeedSource::Readers>(assay::fail(
                     Errc::TlsRefused,
                     u"kafka-1.prod-eu:9093 was refused: its certificate is signed by “Rogue CA”, which is not among the authorities in /etc/assay/ca.pem. Give the right file in Settings, Telemetry."_s));
             }});
        return;
    }
    if (scene == u"reading") {
        for (int i = 0; i < 6; ++i)
            log.holdBack(i, firstOffset + 40 * (i + 1));
        events.openSource(scriptedSource(log, u"kafka-1.prod-eu:9093"_s), {.mode = FeedStart::Mode::Oldest});
        return;
    }
    events.openSource(scriptedSource(log, u"kafka-1.prod-eu:9093"_s), {.mode = FeedStart::Mode::Oldest});
    if (scene == u"capture")
        after(1500, [&, folder] {
            events.feed().save({.path = folder + u"/shift-2026-11-21.assaycap"_s}, &window,
                               [&, folder](const Result<qint64> &) {
                                   events.openCapture(folder + u"/shift-2026-11-21.assaycap"_s);
                               });
        });
    if (scene == u"filtered")
        after(1500, [&] { events.filter().apply(u"score < 0.2 and thread ~ \"th_9\""_s); });
    if (scene == u"typo")
        after(1500, [&] {
            events.filter().setFocus();
            events.filter().setText(u"scroe < 0.9 or type = undecodable"_s);
        });
    if (scene == u"live" || scene == u"german")
        after(1500, [&] { events.filter().setText(u"score < 0.9 or type = undecodable"_s); });
    after(busy ? 7600 : 2200, [&log, busy] {
        if (busy)
            addPicture(log, utcNow());
    });
    after(busy ? 8300 : 2300, [&window, scene] { chooseByType(window, scene == u"malformed"); });
    if (scene == u"paused") {
        after(2500, [&window] { window.actions().at(ActionId::PauseEvents)->trigger(); });
        after(2600, [&log] {
            for (qint64 i = 0; i < 1742; ++i)
                log.add(mixedRecord(i, utcNow()));
        });
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const QString scene = args.value(3, u"live"_s);
    initAssayResources();
    initKit();
    if (scene == u"german")
        installTranslations(QLocale(QLocale::German));
    else
        installTranslations(QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(app, args.value(1) == u"light" ? ThemeChoice::Light : ThemeChoice::Dark);

    const QTemporaryDir folder;
    const SettingsSources sources{
        .file = folder.path() + u"/assay.toml"_s,
        .userProfiles = folder.path(),
        .assignments = {u"ui.theme="_s + args.value(1, u"dark"_s), u"ui.environment_name=prod-eu"_s}};
    SettingsHub hub(*loadSettings(sources), sources.file, folder.path());
    Secrets secrets{Variables{}};
    const auto workbench = Workbench::open(
        {.data = folder.path() + u"/data"_s, .state = folder.path() + u"/state"_s}, hub, secrets);
    StateFile state(folder.path() + u"/state/window.json"_s);
    ScriptedLog log(6, firstOffset);
    if (scene != u"empty")
        fill(log, 1500);
    MainWindow window(*workbench, state);
    const QStringList size = args.value(2, u"1440x900"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    playScene(scene, window, log, folder.path(), args.size() > 5);
    window.actions().at(ActionId::GoEvents)->trigger();
    // A trickle, so that rate and sparkline have something to tell.
    QTimer trickle;
    qint64 more = 0;
    QObject::connect(&trickle, &QTimer::timeout, &window, [&] {
        for (qint64 i = 0; i < 6 + (more / 40) % 5; ++i)
            log.add(mixedRecord(more * 7 + i, utcNow()));
        ++more;
    });
    if (args.size() > 5)
        trickle.start(args.value(5).toInt());
    QTimer::singleShot(7500, &trickle, &QTimer::stop);
    if (args.size() > 4)
        QTimer::singleShot(args.size() > 5 ? 9000 : 4200, &app, [&] {
            window.grab().save(args.value(4));
            QCoreApplication::quit();
        });
    return QApplication::exec();
}
