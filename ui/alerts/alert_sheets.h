// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/alert_words.h"
#include "ui/kit/sheet.h"

#include <QtCore/QTimer>
#include <QtWidgets/QLineEdit>

namespace assay::ui {

class Button;
class PlainLabel;
class PlainTextView;
class SegmentedTabs;

/// A name and a note, for what somebody does about an alert.
class NoteSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit NoteSheet(QWidget *host);

    /// @param done gets name and note. @param noteNeeded an empty note is refused
    void open(const QString &title, const QString &button, const QString &who, bool noteNeeded,
              std::function<void(const QString &who, const QString &note)> done);
    QLineEdit *who() const { return m_who; }
    QLineEdit *note() const { return m_note; }

private:
    void take();

    PlainLabel *m_title;
    QLineEdit *m_who;
    QLineEdit *m_note;
    Button *m_button;
    bool m_noteNeeded = false;
    std::function<void(const QString &, const QString &)> m_done;
};

/// What is silenced, how long, by whom and why; shows what it would mute as it is typed.
class SilenceSheet final : public Sheet
{
    Q_OBJECT

public:
    /// @param alerts outlives this
    SilenceSheet(AlertHost &alerts, QWidget *host);

    void open(const QString &matchers, const QString &who);
    QLineEdit *matchers() const { return m_matchers; }
    QLineEdit *note() const { return m_note; }
    QLineEdit *who() const { return m_who; }
    SegmentedTabs *length() const { return m_length; }
    QString preview() const;

Q_SIGNALS:
    void silenced(const assay::AlertSilence &silence);

private:
    Result<AlertSilence> silence() const;
    void look();
    void take();

    AlertHost &m_alerts;
    QLineEdit *m_matchers;
    SegmentedTabs *m_length;
    QLineEdit *m_who;
    QLineEdit *m_note;
    PlainLabel *m_preview;
    QTimer m_soon;
    quint64 m_asked = 0;
};

/// Lines to read, and perhaps one thing to do with them: what an import brings, or what is wrong with it.
class LinesSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit LinesSheet(QWidget *host);

    /// @param button empty: there is only something to read
    void open(const QString &title, const QStringList &lines, const QString &button,
              std::function<void()> done);
    QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    PlainLabel *m_title;
    PlainTextView *m_lines;
    Button *m_button;
    std::function<void()> m_done;
};

} // namespace assay::ui
