// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_feed_view.h"
#include "ui/kit/sheet.h"

#include <QtWidgets/QLineEdit>

namespace assay::ui {

class Button;
class PlainLabel;
class SegmentedTabs;
class Toggle;

/// One line to type, for "go to time" and "go to offset".
class JumpSheet final : public Sheet
{
    Q_OBJECT

public:
    JumpSheet(const QString &title, const QString &example, QWidget *host);

    /// `take` says what is wrong with the text; empty closes the sheet.
    void open(std::function<QString(const QString &)> take);
    QLineEdit *field() const { return m_field; }
    /// For answers that come later.
    void fail(const QString &problem) { say(problem); }

private:
    QLineEdit *m_field;
    std::function<QString(const QString &)> m_take;
};

/// Where to save a capture, how much of the feed, and whether secrets are taken out.
class CaptureSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit CaptureSheet(QWidget *host);

    /// @param chosen row of the view that is chosen; −1 = none
    void open(const FeedView &view, qint64 chosen, const QString &suggestedPath);
    void showProgress(qint64 done, qint64 all);
    void saved(const Result<qint64> &records);
    QLineEdit *path() const { return m_path; }
    Toggle *redact() const { return m_redact; }
    SegmentedTabs *range() const { return m_range; }

Q_SIGNALS:
    void saveWanted(const assay::FeedSave &what);
    void cancelWanted();
    void done(const QString &path, qint64 records);

private:
    void save();
    void browse();

    SegmentedTabs *m_range;
    QLineEdit *m_path;
    Toggle *m_redact;
    Button *m_save;
    PlainLabel *m_progress;
    qint64 m_chosen = -1;
    bool m_filtered = false;
    bool m_running = false;
};

} // namespace assay::ui
