// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settings_page.h"

#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/settings/kafka_panel.h"
#include "ui/settings/setting_editor.h"
#include "ui/settings/setting_row.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// Narrower than this, the head's buttons do not fit with all their words, German included.
constexpr int widestHead = 1080;

constexpr int chaptersWidth = 190;
constexpr int formWidth = 860;

QString headFacts(const SettingsHub &hub, int differences)
{
    const QString against = differences == 0
                                ? Tr::tr("all saved")
                                : Tr::tr("in force; %n change(s) not in the file", nullptr, differences);
    const QString profile = hub.current().profile();
    return profile.isEmpty() ? against : Tr::tr("profile %1 · %2").arg(profileTitle(profile), against);
}

} // namespace

SettingsPage::SettingsPage(SettingsHub &hub, Secrets &secrets, ConnectionHooks hooks, QWidget *parent)
    : QWidget(parent), m_hub(hub), m_secrets(secrets), m_hooks(std::move(hooks))
{
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(makeChapters());
    body->addWidget(new Hairline(Qt::Vertical, this));
    body->addWidget(makeForm(), 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(makeHeader());
    page->addWidget(new Hairline(Qt::Horizontal, this));
    page->addLayout(body, 1);
    m_toast = new Toast(this);

    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_search->clear();
        filter();
    });
    connect(&m_hub, &SettingsHub::changed, this, [this] { noteTested({}); }); // tested as it was before
    connect(&m_hub, &SettingsHub::saved, this, &SettingsPage::refresh);
    connect(&m_secrets, &Secrets::changed, this, &SettingsPage::refreshSecrets);
    m_list->setCurrentRow(0);
    refresh();
}

QWidget *SettingsPage::makeHeader()
{
    auto *header = new QWidget(this);
    header->setFixedHeight(metric::titleBar);
    m_facts = new PlainLabel(QString(), Type::Body, Tone::Second, header);
    m_undo = new Button(Icon::Undo, Tr::tr("Undo"), ButtonKind::Secondary, header);
    m_redo = new Button(Icon::Redo, Tr::tr("Redo"), ButtonKind::Secondary, header);
    m_revert = new Button(Tr::tr("Revert"), ButtonKind::Secondary, header);
    m_save = new Button(Icon::Save, Tr::tr("Save"), ButtonKind::Primary, header);
    m_undo->setAccessibleName(Tr::tr("Undo"));
    m_redo->setAccessibleName(Tr::tr("Redo"));
    m_undo->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Z)); // the action table listens, in every workspace
    m_redo->setKeyHint(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    m_revert->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S));
    connect(m_undo, &QAbstractButton::clicked, this, &SettingsPage::undo);
    connect(m_redo, &QAbstractButton::clicked, this, &SettingsPage::redo);
    connect(m_revert, &QAbstractButton::clicked, this, &SettingsPage::revert);
    connect(m_save, &QAbstractButton::clicked, this, &SettingsPage::save);
    auto *title = new PlainLabel(Tr::tr("Settings"), Type::Title, Tone::Primary, header);
    title->setType(Type::Title, QFont::DemiBold);

    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(4 * metric::grid, 0, 4 * metric::grid, 0);
    layout->setSpacing(2 * metric::grid);
    layout->addWidget(title);
    layout->addWidget(m_facts);
    layout->addStretch();
    for (Button *button : {m_undo, m_redo, m_revert, m_save})
        layout->addWidget(button);
    return header;
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where the head would not fit, the two with a telling icon go without their words.
    const bool wide = width() >= widestHead;
    m_undo->setText(wide ? Tr::tr("Undo") : QString());
    m_redo->setText(wide ? Tr::tr("Redo") : QString());
}

QWidget *SettingsPage::makeChapters()
{
    auto *left = new QWidget(this);
    left->setFixedWidth(chaptersWidth);
    m_search = new SearchField(Tr::tr("Find a setting"), left);
    m_search->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_search->setAccessibleName(Tr::tr("Find a setting"));
    m_list = new QListWidget(left);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(Tr::tr("Chapters of the settings"));
    for (const SettingGroup &group : settingGroups())
        m_list->addItem(group.label);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(2 * metric::grid, 3 * metric::grid, 2 * metric::grid, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    return left;
}

QWidget *SettingsPage::makeForm()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *sheet = new QWidget(m_scroll);
    sheet->setMaximumWidth(formWidth);
    auto *form = new QVBoxLayout(sheet);
    form->setContentsMargins(6 * metric::grid, 3 * metric::grid, 6 * metric::grid, 6 * metric::grid);
    form->setSpacing(0);
    for (const SettingGroup &group : settingGroups())
        m_chapters.append(makeChapter(group, form));
    m_nothing = new EmptyState(Icon::Search, QString(), Tr::tr("Clear the search"), sheet);
    connect(m_nothing, &EmptyState::activated, m_search, &QLineEdit::clear);
    form->addWidget(m_nothing);
    form->addStretch(1);
    m_scroll->setWidget(sheet);
    return m_scroll;
}

SettingsPage::Chapter SettingsPage::makeChapter(const SettingGroup &group, QVBoxLayout *form)
{
    QWidget *sheet = form->parentWidget();
    Chapter chapter{.id = group.id};
    chapter.heading = new QWidget(sheet);
    auto *heading = new QVBoxLayout(chapter.heading);
    heading->setContentsMargins(0, metric::grid, 0, 2 * metric::grid);
    auto *title = new PlainLabel(group.label, Type::Title, Tone::Primary, chapter.heading);
    title->setType(Type::Title, QFont::DemiBold);
    heading->addWidget(title);
    heading->addWidget(new PlainLabel(group.help, Type::Small, Tone::Third, chapter.heading));
    form->addWidget(chapter.heading);
    if (group.id == u"models"_s) {
        chapter.extra = m_connections = new ConnectionPanel(m_hub, m_hooks, sheet);
        form->addWidget(chapter.extra);
        connect(m_connections, &ConnectionPanel::answered, this, &SettingsPage::noteTested);
    }
    if (group.id == u"telemetry"_s && m_hooks.testKafka) {
        chapter.extra = new KafkaPanel(m_hooks.testKafka, sheet);
        form->addWidget(chapter.extra);
    }
    for (const int index : group.settings) {
        chapter.rows.append(makeRow(index, sheet));
        form->addWidget(chapter.rows.last());
    }
    return chapter;
}

RowFrame *SettingsPage::makeRow(int index, QWidget *parent)
{
    if (settingAt(index).type == SettingType::Secret) {
        auto *row = new SecretRow(index, parent);
        connect(row, &SecretRow::storeAsked, this,
                [this, row](int, const QString &secret) { storeSecret(row, secret); });
        connect(row, &SecretRow::removeAsked, this, [this, row] { removeSecret(row); });
        m_secretRows.append(row);
        return row;
    }
    auto *row = new SettingRow(index, parent);
    connect(row, &SettingRow::edited, this, [this, row](int changed, const SettingValue &value) {
        const Result<> applied = m_hub.apply({{changed, value}});
        if (!applied)
            row->showProblem(applied.error().message);
    });
    connect(row->editor(), &SettingEditor::touched, this, [this] {
        m_save->setEnabled(true);
        m_revert->setEnabled(true);
    });
    m_rows.append(row);
    return row;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_secretsAsked, true))
        return; // a keyring may ask its owner to unlock it: once, and only when someone looks
    refreshSecrets();
    m_connections->look();
}

void SettingsPage::filter()
{
    const QString needle = m_search->text().trimmed();
    const int current = m_list->currentRow();
    bool any = false;
    for (qsizetype i = 0; i < m_chapters.size(); ++i) {
        const Chapter &chapter = m_chapters.at(i);
        bool shown = false;
        for (RowFrame *row : chapter.rows) {
            const bool fits = needle.isEmpty() ? i == current : row->matches(needle);
            row->setVisible(fits);
            shown = shown || fits;
        }
        chapter.heading->setVisible(shown);
        if (chapter.extra != nullptr)
            chapter.extra->setVisible(shown && needle.isEmpty());
        any = any || shown;
    }
    m_nothing->setSentence(Tr::tr("No setting matches “%1”.").arg(needle));
    m_nothing->setVisible(!any);
    m_scroll->ensureVisible(0, 0);
}

void SettingsPage::reveal(int index)
{
    for (qsizetype i = 0; i < m_chapters.size(); ++i)
        for (RowFrame *row : m_chapters.at(i).rows)
            if (row->index() == index) {
                m_search->clear();
                m_list->setCurrentRow(static_cast<int>(i));
                m_scroll->ensureWidgetVisible(row);
                if (auto *editor = row->findChild<QWidget *>(QString::fromLatin1(settingAt(index).key)))
                    editor->setFocus(Qt::OtherFocusReason);
            }
}

void SettingsPage::refresh()
{
    QHash<int, SettingDifference> differences;
    for (const SettingDifference &one : m_hub.differenceAgainstFile())
        differences.insert(one.index, one);
    for (SettingRow *row : m_rows) {
        const auto found = differences.constFind(row->index());
        row->setState(m_hub.current().at(row->index()),
                      found == differences.cend() ? std::nullopt : std::optional(*found));
    }
    m_facts->setText(headFacts(m_hub, static_cast<int>(differences.size())));
    m_save->setEnabled(!differences.isEmpty());
    m_revert->setEnabled(!differences.isEmpty());
    m_undo->setEnabled(m_hub.canUndo());
    m_redo->setEnabled(m_hub.canRedo());
    plainToolTip(m_undo, m_hub.undoText());
    plainToolTip(m_redo, m_hub.redoText());
}

void SettingsPage::noteTested(const QString &model)
{
    for (SettingRow *row : m_rows)
        row->setTested(model);
    refresh();
}

void SettingsPage::commitEdits()
{
    for (SettingRow *row : m_rows)
        row->editor()->commit();
}

void SettingsPage::save()
{
    commitEdits();
    m_save->setEnabled(false);
    QCoro::connect(m_hub.saveToFile(), this, [this](const Result<> &saved) {
        refresh();
        m_toast->notify(saved ? Tr::tr("Saved to %1.").arg(m_hub.file()) : saved.error().message);
    });
}

void SettingsPage::undo()
{
    commitEdits();
    m_hub.undo();
}

void SettingsPage::redo()
{
    commitEdits();
    m_hub.redo();
}

void SettingsPage::revert()
{
    commitEdits();
    m_hub.revertToFile();
}

void SettingsPage::refreshSecrets()
{
    if (!m_secretsAsked)
        return;
    for (SecretRow *row : m_secretRows)
        askStatus(row);
}

void SettingsPage::askStatus(SecretRow *row)
{
    QCoro::connect(m_secrets.status(SecretKey{row->index()}), row,
                   [row](const SecretStatus &status) { row->setStatus(status); });
}

void SettingsPage::storeSecret(SecretRow *row, const QString &secret)
{
    QCoro::connect(m_secrets.store(SecretKey{row->index()}, secret), row, [row](const Result<> &stored) {
        if (!stored)
            row->showProblem(stored.error().message);
    });
}

void SettingsPage::removeSecret(SecretRow *row)
{
    QCoro::connect(m_secrets.remove(SecretKey{row->index()}), row, [row](const Result<> &removed) {
        if (!removed)
            row->showProblem(removed.error().message);
    });
}

} // namespace assay::ui
