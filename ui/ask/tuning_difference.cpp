// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/tuning_difference.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QScreen>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>

namespace assay::ui {

using namespace Qt::StringLiterals;

QList<DifferenceRow> differenceRows(const TuningModel &model)
{
    QList<DifferenceRow> rows;
    for (int i = 0; i < settingCount; ++i) {
        const auto differs = std::ranges::find(model.differences(), i, &SettingDifference::index);
        const bool known = differs != model.differences().end();
        if (!known && !model.isDrafted(i))
            continue;
        const Setting &setting = settingAt(i);
        const auto words = [&setting](const SettingValue &value) {
            return shortLine(settingDisplay(setting, value), 120);
        };
        DifferenceRow row{.key = QString::fromLatin1(setting.key),
                          .inFile = words(model.inFile(i)),
                          .inForce = words(known ? differs->inForce : model.inFile(i)),
                          .drafted = model.isDrafted(i) ? words(model.value(i)) : QString()};
        if (known && !differs->overriddenBy.isEmpty())
            row.note = Tr::tr("overridden by %1").arg(shortLine(differs->overriddenBy, 120));
        rows.append(row);
    }
    return rows;
}

namespace {

constexpr int tallest = 320;

QWidget *tableOf(const QList<DifferenceRow> &rows)
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(12, 0, 12, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    const bool anyDraft =
        std::ranges::any_of(rows, [](const DifferenceRow &row) { return !row.drafted.isEmpty(); });
    QStringList heads{Tr::tr("Setting"), Tr::tr("File"), Tr::tr("In force")};
    if (anyDraft)
        heads.append(Tr::tr("Drafted"));
    for (int column = 0; column < heads.size(); ++column)
        grid->setColumnStretch(column, column == 0 ? 3 : 2);
    for (int column = 0; column < heads.size(); ++column)
        grid->addWidget(new ElidedLabel(heads.at(column), Type::Small, Tone::Third), 0, column);
    int line = 1;
    for (const DifferenceRow &row : rows) {
        auto *key = new ElidedLabel(row.key, Type::Small, Tone::Primary);
        key->setMono(Type::Small);
        grid->addWidget(key, line, 0);
        grid->addWidget(new ElidedLabel(row.inFile, Type::Small, Tone::Second), line, 1);
        grid->addWidget(new ElidedLabel(row.inForce, Type::Small, Tone::Primary), line, 2);
        if (anyDraft)
            grid->addWidget(new ElidedLabel(row.drafted, Type::Small, Tone::Accent), line, 3);
        ++line;
        if (!row.note.isEmpty())
            grid->addWidget(new ElidedLabel(row.note, Type::Small, Tone::Near), line++, 0, 1,
                            static_cast<int>(heads.size()));
    }
    return table;
}

} // namespace

DifferencePopup::DifferencePopup(const QList<DifferenceRow> &rows, const QString &file, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(Tr::tr("Difference against the settings file"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(8);
    auto *title = new ElidedLabel(rows.isEmpty() ? Tr::tr("The file has all that is in force: %1").arg(file)
                                                 : Tr::tr("Not in %1").arg(file),
                                  Type::Small, Tone::Second);
    title->setContentsMargins(12, 0, 12, 0);
    column->addWidget(title);
    auto *scroll = new QScrollArea;
    scroll->setWidget(tableOf(rows));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVisible(!rows.isEmpty());
    column->addWidget(scroll);
}

void DifferencePopup::openAbove(const QWidget *anchor, int width)
{
    int wanted = 44;
    if (const auto *scroll = findChild<QScrollArea *>())
        wanted += scroll->widget()->sizeHint().height();
    resize(width, std::min(tallest, wanted));
    QPoint corner = anchor->mapToGlobal(QPoint(0, -height() - 4));
    if (const QScreen *screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width)));
        corner.setY(std::max(corner.y(), room.top()));
    }
    move(corner);
    show();
    setFocus();
}

void DifferencePopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void DifferencePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().raised);
    paintBox(painter, rect(), 0, {}, tokens().strongLine);
}

} // namespace assay::ui
