// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGui/QColor>
#include <QtGui/QIcon>

class QPainter;

namespace assay::ui {

/// The drawn icons: 16×16, one stroke, coloured when painted.
enum class Icon {
    None,
    Alerts,
    Analytics,
    ArrowRight,
    ArrowUp,
    Ask,
    Bolt,
    Book,
    Check,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Copy,
    Database,
    Diff,
    Evaluate,
    Events,
    Export,
    External,
    Eye,
    Filter,
    Flask,
    Folder,
    Graduation,
    Import,
    Info,
    Key,
    Label,
    Learn,
    Link,
    Minus,
    More,
    Pause,
    Pin,
    Platform,
    Play,
    Plus,
    Redo,
    Rerun,
    Retry,
    Save,
    Search,
    Settings,
    Spinner,
    Stop,
    Strategy,
    ThumbsDown,
    ThumbsUp,
    Tools,
    Trash,
    Triage,
    Undo,
    User,
    Warning
};

/// Registers the kit's resources, accessible roles and window icon; call once after the application object
/// exists.
void initKit();

/// Paints an icon into `rect` at the painter's own resolution. Icon::None paints nothing.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color);

/// The program's own, for windows: in the binary, so that a run from the build tree has it too.
QIcon programIcon();

/// For QAction and item views: follows the theme in force when called; sharp at 1× and 2×.
QIcon icon(Icon icon);

} // namespace assay::ui
