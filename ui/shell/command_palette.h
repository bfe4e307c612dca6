// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/icons.h"

#include <QtCore/QPointer>
#include <QtGui/QKeySequence>
#include <QtWidgets/QFrame>

#include <functional>

class QListView;

namespace assay::ui {

class PaletteModel;
class PlainLabel;
class SearchField;

/// One thing the palette can do.
struct PaletteEntry
{
    QString text{};
    QString group{}; ///< "Command", "Thread", "Profile", "Setting"
    Icon icon = Icon::None;
    QKeySequence keys{};
    QString alsoFoundBy{}; ///< further words that find it: keys, help, English; not shown
    bool enabled = true;
    std::function<void()> run{};
};

/// Ctrl+K: everything the window can do, found by typing part of its name.
class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *host);

    /// Shows `entries` over the host and takes the keyboard. A later call replaces them.
    void open(QList<PaletteEntry> entries);
    /// Adds entries that took time to fetch; what is typed and chosen stays.
    void append(QList<PaletteEntry> entries);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &pattern);
    void runCurrent();
    void move(int by);
    void place();
    void closePalette();

    SearchField *m_field;
    QListView *m_list;
    PlainLabel *m_none;
    PaletteModel *m_model;
    QPointer<QWidget> m_focusBefore;
};

} // namespace assay::ui
