// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/demo_host.h"
#include "ui/kit/sheet.h"

namespace assay::ui {

class Button;

/// Loads sample data into a workspace of their own and opens it in another window of the console.
class DemoSheet final : public Sheet
{
    Q_OBJECT

public:
    /// Opens a workspace in another process. @return false when it could not
    using Opener = std::function<bool(const QString &folder)>;

    DemoSheet(const Paths &paths, QWidget *host, Opener opener = openConsole);

    void open();
    bool isRunning() const { return m_running; }
    /// Loads, or cancels what is under way.
    Button *loadButton() const { return m_load; }
    /// Opens what was loaded before; hidden when there is nothing.
    Button *openButton() const { return m_open; }
    QString said() const;

    static bool openConsole(const QString &folder);

private:
    void showFacts();
    void load();
    void openLoaded();
    void setRunning(bool running);
    void fail(const Error &error);

    DemoHost m_host;
    Opener m_opener;
    PlainLabel *m_facts;
    PlainLabel *m_progress;
    Button *m_open;
    Button *m_load;
    bool m_running = false;
};

} // namespace assay::ui
