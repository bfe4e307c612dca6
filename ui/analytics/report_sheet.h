// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/report_host.h"
#include "ui/kit/sheet.h"

class QLineEdit;

namespace assay::ui {

class Button;
class SegmentedTabs;

/// Writes a report of what is shown to a file, then opens or prints it. It may be closed meanwhile.
class ReportSheet final : public Sheet
{
    Q_OBJECT

public:
    ReportSheet(const QString &storePath, QWidget *host);

    /// @param order what to report; its format and path are chosen here
    /// @param contents what that is, for people
    /// @param folder where the file goes unless a name was chosen before
    void open(const ReportOrder &order, const QString &contents, const QString &folder);

    /// What would be written now.
    ReportOrder order() const;
    bool isRunning() const { return m_running; }
    SegmentedTabs *formats() const { return m_formats; }
    QLineEdit *path() const { return m_path; }
    Button *writeButton() const { return m_write; }
    Button *openButton() const { return m_open; }
    Button *printButton() const { return m_print; }
    QString said() const;

    /// Shows the file that was written last with the program of the desktop for it.
    void openWritten();

Q_SIGNALS:
    /// @param unseen the sheet was closed meanwhile
    void written(const QString &path, bool unseen);
    void failedUnseen(const QString &message);

private:
    QWidget *makeFile();
    QWidget *makeBottom();
    void connectHost();
    void chooseFormat();
    void followName(const QString &path);
    void write();
    void print();
    void browse();
    void setRunning(bool running);
    void finish(const QString &words);
    void fail(const Error &error);
    QString extension() const;

    ReportHost m_host;
    ReportOrder m_order{};
    PlainLabel *m_contents;
    SegmentedTabs *m_formats;
    QLineEdit *m_path;
    PlainLabel *m_progress;
    Button *m_print;
    Button *m_open;
    Button *m_write;
    QString m_written;  ///< the file that Open opens
    QString m_replaces; ///< a file that may be replaced: the operator was told or chose it
    bool m_running = false;
};

} // namespace assay::ui
