// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/tuning_side.h"

#include "ui/ask/wrapped_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

static_assert(TuningSide::inset == Button::ghostInset);

namespace {

constexpr int rowHeight = 24;

QString withKeys(const QString &text, const QKeySequence &keys)
{
    return keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys.toString(QKeySequence::NativeText));
}

Button *iconButton(Icon icon, const QString &name, QAction *action)
{
    auto *button = new Button(icon, QString(), ButtonKind::Ghost);
    button->setCompact(true);
    button->setAccessibleName(name);
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

TuningSide::TuningSide(TuningModel &model, Actions &actions, QWidget *parent)
    : QWidget(parent), m_model(model), m_saveKeys(actions.at(ActionId::SaveProfile)->shortcut()),
      m_top(new QStackedWidget), m_heading(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_words(new WrappedText(Type::Small, QFont::Normal, Tone::Second)), m_scroll(new QScrollArea),
      m_column(new QVBoxLayout)
{
    m_heading->setType(Type::Small, QFont::DemiBold);
    m_heading->setElide(Qt::ElideRight);
    m_words->setMaximum(6000);
    m_scroll->setWidget(m_words);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumHeight(30);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_words->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMinimumWidth(140);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeProfileRow(actions));
    m_column->setContentsMargins(inset, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_heading);
    m_column->addWidget(m_scroll, 1);
    column->addLayout(m_column, 1);
    column->addWidget(makeHistoryRow(actions));
}

void TuningSide::addFigures(QWidget *figures)
{
    m_column->addWidget(figures);
}

QWidget *TuningSide::makeProfileRow(Actions &actions)
{
    const QKeySequence keys = actions.at(ActionId::ChooseProfile)->shortcut();
    auto *choose = new QWidget;
    auto *line = new QHBoxLayout(choose);
    line->setContentsMargins(0, 0, 0, 0);
    m_profile = new Button(QString(), ButtonKind::Ghost);
    m_profile->setCaption(Tr::tr("Profile"));
    m_profile->setChevron(true);
    plainToolTip(m_profile, withKeys(Tr::tr("Choose a profile"), keys));
    line->addWidget(m_profile);
    line->addStretch(1);
    m_name = new QLineEdit;
    m_name->setPlaceholderText(Tr::tr("Name of the profile"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_name->setMaxLength(60);
    m_name->setFixedHeight(rowHeight);
    m_name->installEventFilter(this);
    plainToolTip(m_name, Tr::tr("Enter keeps all tuning values under this name; Esc leaves."));
    m_top->addWidget(choose);
    m_top->addWidget(m_name);
    m_top->setFixedHeight(rowHeight);
    connect(m_profile, &QAbstractButton::clicked, this, &TuningSide::chooseProfile);
    connect(m_name, &QLineEdit::returnPressed, this, &TuningSide::keepProfile);
    return m_top;
}

QWidget *TuningSide::makeHistoryRow(Actions &actions)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    m_undo = iconButton(Icon::Undo, Tr::tr("Undo"), actions.at(ActionId::Undo));
    m_redo = iconButton(Icon::Redo, Tr::tr("Redo"), actions.at(ActionId::Redo));
    QAction *save = actions.at(ActionId::SaveTuning);
    m_save = new Button(Icon::Save, Tr::tr("Save"), ButtonKind::Ghost);
    m_save->setCompact(true);
    m_save->setType(Type::Small);
    m_save->setKeyHint(save->shortcut());
    connect(m_save, &QAbstractButton::clicked, save, &QAction::trigger);
    line->addWidget(m_undo);
    line->addWidget(m_redo);
    line->addStretch(1);
    line->addWidget(m_save);
    return row;
}

void TuningSide::refresh()
{
    const SettingsHub &hub = m_model.hub();
    m_profile->setText(m_model.profileText());
    const QStringList effects = m_model.effects();
    const TuningNotice &notice = m_model.notice();
    if (!notice.text.isEmpty()) {
        m_heading->setText(notice.problem ? Tr::tr("Not done") : Tr::tr("In force"));
        m_words->setTone(notice.problem ? Tone::Fail : Tone::Second);
        m_words->setText(notice.problem && !effects.isEmpty() ? notice.text + u'\n' + effects.join(u'\n')
                                                              : notice.text);
    } else if (!effects.isEmpty()) {
        m_heading->setText(Tr::tr("What applying does"));
        m_words->setTone(Tone::Primary);
        m_words->setText(effects.join(u'\n'));
    } else {
        m_heading->setText(Tr::tr("Revision %1 in force").arg(hub.current().revision()));
        m_words->setTone(Tone::Second);
        m_words->setText(Tr::tr("Move a control: what applying it does is said here first."));
    }
    m_undo->setEnabled(hub.canUndo());
    m_redo->setEnabled(hub.canRedo());
    plainToolTip(m_undo, hub.canUndo() ? withKeys(Tr::tr("Undo: %1").arg(hub.undoText()),
                                                  QKeySequence(QKeySequence::Undo))
                                       : Tr::tr("Nothing to undo"));
    plainToolTip(m_redo, hub.canRedo() ? withKeys(Tr::tr("Redo: %1").arg(hub.redoText()),
                                                  QKeySequence(QKeySequence::Redo))
                                       : Tr::tr("Nothing to redo"));
    m_save->setEnabled(m_model.canRevert());
    plainToolTip(m_save, Tr::tr("Apply, and write what the file does not have to %1").arg(hub.file()));
}

QString TuningSide::words() const
{
    return m_words->shown();
}

void TuningSide::fillMenu(QMenu &menu)
{
    const QString now = m_model.hub().current().profile();
    const QList<Profile> profiles = m_model.hub().profiles();
    bool shipped = true;
    for (const Profile &profile : profiles) {
        if (shipped && !profile.shipped && !menu.isEmpty())
            menu.addSeparator();
        shipped = profile.shipped;
        QString title = profileTitle(profile.name);
        QAction *item = menu.addAction(title.replace(u'&', u"&&"_s));
        item->setCheckable(true);
        item->setChecked(profile.name == now);
        connect(item, &QAction::triggered, this, [this, name = profile.name] {
            [[maybe_unused]] const Result<> done = m_model.applyProfile(name); // the words below say it
        });
    }
    menu.addSeparator();
    QAction *keep = menu.addAction(Tr::tr("Save as profile…"));
    keep->setShortcut(m_saveKeys);
    connect(keep, &QAction::triggered, this, &TuningSide::nameProfile);
}

void TuningSide::chooseProfile()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(false);
    menu->setAccessibleName(Tr::tr("Profiles"));
    fillMenu(*menu);
    menu->popup(m_profile->mapToGlobal(QPoint(0, m_profile->height())));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().first());
}

void TuningSide::nameProfile()
{
    m_name->clear();
    m_top->setCurrentWidget(m_name);
    m_name->setFocus(Qt::ShortcutFocusReason);
}

void TuningSide::keepProfile()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    // A name that cannot be is left in the field, with the reason beside it, and nothing is applied.
    if (m_model.saveProfile(name))
        leaveName();
}

void TuningSide::leaveName()
{
    m_top->setCurrentIndex(0);
    m_profile->setFocus(Qt::OtherFocusReason);
}

bool TuningSide::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            event->accept(); // the field's own, before it becomes the workspace's Stop
            if (event->type() == QEvent::KeyPress)
                leaveName();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay::ui
