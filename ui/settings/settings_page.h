// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/secrets.h"
#include "settings/settings_hub.h"
#include "ui/settings/connection_panel.h"

#include <QtWidgets/QWidget>

class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace assay::ui {

class Button;
class EmptyState;
class PlainLabel;
class RowFrame;
class SearchField;
class SecretRow;
class SettingRow;
class Toast;

/// The Settings workspace: a form made from the table of settings. A change is in force at once;
/// Save writes what differs into the file.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    /// `hub` and `secrets` outlive the page.
    SettingsPage(SettingsHub &hub, Secrets &secrets, ConnectionHooks hooks, QWidget *parent = nullptr);

    /// Shows the chapter of a setting and puts the focus on its editor.
    void reveal(int index);

    /// Hands out edits that still rest, then writes the difference into the file.
    void save();
    void undo();
    void redo();
    void revert();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// One chapter's heading, rows and extras.
    struct Chapter
    {
        QString id{};
        QWidget *heading = nullptr;
        QWidget *extra = nullptr;
        QList<RowFrame *> rows{};
    };

    QWidget *makeHeader();
    QWidget *makeChapters();
    QWidget *makeForm();
    Chapter makeChapter(const SettingGroup &group, QVBoxLayout *form);
    RowFrame *makeRow(int index, QWidget *parent);
    void commitEdits();
    void filter();
    void refresh();
    void noteTested(const QString &model);
    void refreshSecrets();
    void askStatus(SecretRow *row);
    void storeSecret(SecretRow *row, const QString &secret);
    void removeSecret(SecretRow *row);

    SettingsHub &m_hub;
    Secrets &m_secrets;
    ConnectionHooks m_hooks;
    QList<Chapter> m_chapters;
    QList<SettingRow *> m_rows;
    QList<SecretRow *> m_secretRows;
    PlainLabel *m_facts = nullptr;
    SearchField *m_search = nullptr;
    QListWidget *m_list = nullptr;
    QScrollArea *m_scroll = nullptr;
    EmptyState *m_nothing = nullptr;
    Button *m_save = nullptr;
    Button *m_revert = nullptr;
    Button *m_undo = nullptr;
    Button *m_redo = nullptr;
    Toast *m_toast = nullptr;
    ConnectionPanel *m_connections = nullptr;
    bool m_secretsAsked = false;
};

} // namespace assay::ui
