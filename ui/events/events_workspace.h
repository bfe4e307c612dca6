// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_feed.h"
#include "ui/events/event_rows.h"
#include "ui/filter/shared_scope.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QSplitter;
class QStackedWidget;

namespace assay::ui {

class Actions;
class BytesPane;
class CaptureSheet;
class EmptyState;
class ErrorState;
class EventList;
class EventsBar;
class EventsHeader;
class FilterField;
class JumpSheet;
class PartitionStrip;
class PlainLabel;
class ScopeChip;
class Toast;

/// What the workspace gets from outside.
struct EventsSetup
{
    /// Sources the settings know, the usual one first. Asked whenever they may have changed.
    std::function<QList<FeedSource>()> sources{};
    QString spoolFolder{};
    QString captureFolder{}; ///< where captures are saved unless told otherwise
    qsizetype maxMessageBytes = 10 << 20;
};

/// The Events workspace: what goes over the wire, as it comes, down to the byte.
///
/// The usual source is opened when the workspace is first shown. Threading: UI thread.
class EventsWorkspace final : public QWidget
{
    Q_OBJECT

public:
    EventsWorkspace(EventsSetup setup, Actions &actions, QWidget *parent = nullptr);
    ~EventsWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    void focusDefault();

    void openSource(const FeedSource &source, const FeedStart &start = {});
    void openCapture(const QString &path);
    /// Shows the record with this place in the log; where it is not among what was read, the logs of this
    /// machine are opened there.
    void showRecord(const QString &topic, int partition, qint64 offset);
    /// Only events of what another workspace has narrowed all to.
    void setShared(const SharedScope &scope);
    bool isPaused() const { return m_paused; }

    /// Source, start and filter do not come back; how the panes are split does.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    EventFeed &feed() { return m_feed; }
    EventList &list() { return *m_list; }
    BytesPane &bytes() { return *m_bytes; }
    FilterField &filter() { return *m_filter; }
    CaptureSheet &captureSheet() { return *m_capture; }
    JumpSheet &timeSheet() { return *m_toTime; }
    JumpSheet &offsetSheet() { return *m_toOffset; }
    /// Which of the five states the list is in.
    enum class Shown : std::uint8_t { Content, Loading, Empty, Filtered, Failed };
    Shown shown() const;

Q_SIGNALS:
    /// For the status bar: "Tailing 6 partitions". Empty when nothing is open.
    void statusText(const QString &text);
    /// For the rail: "1.2k/s".
    void rateText(const QString &text);
    /// Show this turn in Ask.
    void turnWanted(const QString &threadId, const QString &turnId);
    /// Nothing to see yet: to where events are made.
    void askWanted();
    void scopeClearWanted();
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void compose();
    QWidget *makeStates();
    void connectFeed();
    void connectParts();
    void connectActions();

    void putFilter();
    void reachBack();
    void openUsual();
    bool isLocal() const;
    void takeState();
    void takeView();
    void showStates();
    void showBar();
    void chooseRow(qint64 index);
    void readDetail();
    void togglePause();
    void jumpToTime();
    void jumpToOffset();
    void openStartMenu(const QPoint &at);
    void openSourceMenu(const QPoint &at);
    void openPartitionMenu(int index, const QPoint &at);
    void openRowMenu(qint64 index, const QPoint &at);
    void chooseCapture();
    void saveCapture();
    void openTurn();
    void copyRow();
    void copyHex();
    void copyChosen();
    void copy(const QString &text, const QString &what);
    void tryPending();
    QStringList valuesOf(FilterColumn column, const QString &typed) const;

    EventsSetup m_setup;
    Actions &m_actions;
    EventFeed m_feed;
    EventRows m_rows;
    QPointer<EventsHeader> m_header;
    EventsBar *m_bar;
    FilterField *m_filter;
    ScopeChip *m_chip;
    SharedScope m_shared;
    PlainLabel *m_found; ///< how many the filter found
    PartitionStrip *m_strip;
    EventList *m_list;
    BytesPane *m_bytes;
    QStackedWidget *m_states;
    EmptyState *m_empty;
    EmptyState *m_filtered;
    ErrorState *m_error;
    QSplitter *m_down;
    JumpSheet *m_toTime;
    JumpSheet *m_toOffset;
    CaptureSheet *m_capture;
    Toast *m_toast;
    bool m_reached = false; ///< read from the beginning of a shared piece of time
    bool m_paused = false;
    bool m_opened = false;  ///< a source was opened, by hand or as the usual one
    qint64 m_detailOf = -1; ///< record whose detail is shown or on its way
    /// A record to choose once it has been read.
    struct Pending
    {
        QString topic{};
        int partition = 0;
        qint64 offset = 0;
        bool reopened = false;
    };
    std::optional<Pending> m_pending;
    bool m_asking = false;
    QStringList m_threads; ///< seen last, for completing the filter
};

} // namespace assay::ui
