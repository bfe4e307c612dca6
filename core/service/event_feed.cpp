// SPDX-License-Identifier: Apache-2.0
#include "service/event_feed.h"

namespace assay {

using namespace Qt::StringLiterals;

EventFeed::EventFeed(QString spoolFolder, qsizetype maxMessageBytes, QObject *parent) : QObject(parent)
{
    const FeedViewer::Sinks viewer{
        .changed = [this](const FeedView &view) { m_home.put([this, view] { takeView(view); }); },
        .captureOpened =
            [this](quint64 session, const Result<FeedState> &state) {
                m_home.put([this, session, state] {
                    takeState(session, state ? *state
                                             : FeedState{.phase = FeedPhase::Failed,
                                                         .error = state.error(),
                                                         .source = m_source.name,
                                                         .isCapture = true});
                });
            },
        .saving = [this](qint64 done,
                         qint64 all) { m_home.put([this, done, all] { Q_EMIT saving(done, all); }); },
    };
    m_viewer = std::make_unique<WorkerThread<FeedViewer>>(u"events view"_s, viewer, maxMessageBytes);
    const FeedReader::Sinks reader{
        .opened =
            [this](quint64 session, const std::shared_ptr<CaptureReader> &spool) {
                m_home.put([this, session, spool] {
                    if (session == m_session)
                        m_viewer->post([generation = m_generation, spool, text = m_filterText,
                                        filter = m_filter](FeedViewer &view) {
                            view.follow(generation, spool);
                            view.setFilter(generation, text, filter);
                        });
                });
            },
        .changed =
            [this](quint64 session, const FeedState &state) {
                m_home.put([this, session, state] { takeState(session, state); });
            },
    };
    m_reader = std::make_unique<WorkerThread<FeedReader>>(u"events reader"_s, std::move(spoolFolder), reader);
}

EventFeed::~EventFeed()
{
    m_reader.reset();
    m_viewer.reset();
}

void EventFeed::open(const FeedSource &source, const FeedStart &start)
{
    close();
    m_source = source;
    m_start = start;
    if (source.kind == FeedSource::Kind::None)
        return;
    m_state.phase = FeedPhase::Opening;
    m_state.source = source.name;
    m_state.isCapture = source.kind == FeedSource::Kind::Capture;
    if (m_state.isCapture)
        m_viewer->post([session = m_session, generation = m_generation, path = source.path,
                        text = m_filterText, filter = m_filter](FeedViewer &view) {
            view.openCapture(session, generation, path);
            view.setFilter(generation, text, filter);
        });
    else
        m_reader->post([session = m_session, source, start](FeedReader &reader) {
            reader.open(session, source, start);
        });
    Q_EMIT stateChanged();
}

void EventFeed::close()
{
    ++m_session;
    ++m_generation;
    m_source = {};
    m_state = {};
    m_view = {.generation = m_generation, .filter = m_filterText};
    m_reader->post([](FeedReader &reader) { reader.close(); });
    m_viewer->post([generation = m_generation](FeedViewer &view) { view.close(generation); });
    Q_EMIT stateChanged();
    Q_EMIT viewChanged();
}

void EventFeed::stopScan(int partition)
{
    m_reader->post([partition](FeedReader &reader) { reader.stopScan(partition); });
}

void EventFeed::setFilter(const QString &text, const Filter &filter)
{
    m_filterText = filter.isEmpty() ? QString() : text;
    m_filter = filter;
    m_view = {.generation = ++m_generation, .filter = m_filterText, .records = m_view.records};
    m_viewer->post([generation = m_generation, kept = m_filterText, filter](FeedViewer &view) {
        view.setFilter(generation, kept, filter);
    });
    Q_EMIT viewChanged();
}

void EventFeed::takeState(quint64 session, const FeedState &state)
{
    if (session != m_session)
        return;
    const bool grown = state.records != m_state.records;
    const qint64 examined = m_view.examined;
    m_state = state;
    if (m_state.isCapture) {
        m_state.examined = examined;
        m_state.undecodable = m_view.undecodable;
    } else if (grown) {
        m_viewer->post([](FeedViewer &view) { view.grow(); });
    }
    Q_EMIT stateChanged();
}

void EventFeed::takeView(const FeedView &view)
{
    if (view.generation != m_generation)
        return;
    const bool counted = m_state.isCapture && view.examined != m_state.examined;
    m_view = view;
    if (counted) {
        m_state.examined = view.examined;
        m_state.undecodable = view.undecodable;
        Q_EMIT stateChanged();
    }
    Q_EMIT viewChanged();
}

/// Runs `job(viewer)` on its thread and brings the answer to `reply`, unless `context` is gone by then.
template<typename T, typename Job>
void EventFeed::ask(QObject *context, Reply<T> reply, Job job)
{
    m_viewer->post([this, context = QPointer<QObject>(context), reply = std::move(reply),
                    job = std::move(job)](FeedViewer &view) {
        m_home.put([context, reply, result = job(view)] {
            if (context)
                reply(result);
        });
    });
}

void EventFeed::readRows(quint64 generation, qint64 first, int count, QObject *context,
                         Reply<QList<FeedRow>> reply)
{
    ask<QList<FeedRow>>(context, std::move(reply),
                        [=](FeedViewer &view) { return view.rows(generation, first, count); });
}

void EventFeed::readDetail(qint64 record, QObject *context, Reply<FeedDetail> reply)
{
    ask<FeedDetail>(context, std::move(reply), [=](FeedViewer &view) { return view.detail(record); });
}

void EventFeed::findTime(UtcTime time, QObject *context, Reply<std::optional<qint64>> reply)
{
    ask<std::optional<qint64>>(context, std::move(reply), [=](FeedViewer &view) { return view.rowAt(time); });
}

void EventFeed::findOffset(const QString &topic, int partition, qint64 offset, QObject *context,
                           Reply<std::optional<qint64>> reply)
{
    ask<std::optional<qint64>>(context, std::move(reply),
                               [=](FeedViewer &view) { return view.rowOf(topic, partition, offset); });
}

void EventFeed::save(FeedSave what, QObject *context, Reply<qint64> reply)
{
    what.source = m_state.isCapture || m_state.topic.isEmpty() ? m_state.source
                                                               : m_state.topic + u" @ "_s + m_state.source;
    m_viewer->post([this, what = std::move(what), context = QPointer<QObject>(context),
                    reply = std::move(reply)](FeedViewer &view) {
        view.save(what, [this, context, reply](const Result<qint64> &saved) {
            m_home.put([context, reply, saved] {
                if (context)
                    reply(saved);
            });
        });
    });
}

void EventFeed::cancelSave()
{
    m_viewer->post([](FeedViewer &view) { view.cancelSave(); });
}

} // namespace assay
