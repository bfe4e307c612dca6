// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/setting_row.h"

#include "models/model_advice.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/settings/setting_editor.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastEditor = 300;

} // namespace

RowFrame::RowFrame(int index, QWidget *parent)
    : QWidget(parent), m_index(index), m_heading(new QHBoxLayout), m_right(new QVBoxLayout),
      m_name(new PlainLabel(labelOf(settingAt(index)), Type::Body, Tone::Primary, this)),
      m_note(new PlainLabel(QString(), Type::Small, Tone::Third, this))
{
    const Setting &setting = settingAt(index);
    plainToolTip(m_name, QString::fromLatin1(setting.key) + u'\n' + environmentNames(setting).join(u", "_s));
    auto *help = new PlainLabel(helpOf(setting), Type::Small, Tone::Third, this);
    help->setWordWrap(true);
    m_note->setWordWrap(true);

    m_name->setElide(Qt::ElideRight); // a long name beside its chips must not push the editor aside
    m_heading->setSpacing(2 * metric::grid);
    m_heading->addWidget(m_name);
    m_heading->addStretch();
    auto *left = new QVBoxLayout;
    left->setSpacing(2);
    left->addLayout(m_heading);
    left->addWidget(help);
    left->addStretch();
    m_right->setSpacing(2);
    m_right->addStrut(leastEditor); // or rows with a wide field would begin further left than others
    m_right->addWidget(m_note);
    m_right->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2 * metric::grid, 0, 2 * metric::grid);
    layout->setSpacing(6 * metric::grid);
    layout->addLayout(left, 1);
    layout->addLayout(m_right, 1);
}

void RowFrame::setEditor(QWidget *editor, QWidget *buddy)
{
    m_right->insertWidget(0, editor);
    m_name->setBuddy(buddy);
}

void RowFrame::addChip(Chip *chip)
{
    m_heading->insertWidget(m_heading->count() - 1, chip);
}

void RowFrame::setNote(const QString &note, bool isProblem)
{
    m_note->setTone(isProblem ? Tone::Low : Tone::Third);
    m_note->setText(note);
}

bool RowFrame::matches(const QString &needle) const
{
    return settingHolds(settingAt(m_index), needle);
}

SettingRow::SettingRow(int index, QWidget *parent)
    : RowFrame(index, parent), m_editor(new SettingEditor(index, this)),
      m_unsaved(new Chip(Tr::tr("not in the file"), ChipTint::Accent, this))
{
    setEditor(m_editor, m_editor->control());
    m_unsaved->hide();
    addChip(m_unsaved);
    if (settingAt(index).restart)
        addChip(new Chip(Tr::tr("after a restart"), ChipTint::Outline, this));
    connect(m_editor, &SettingEditor::edited, this,
            [this](const SettingValue &value) { Q_EMIT edited(this->index(), value); });
    connect(m_editor, &SettingEditor::refused, this, &SettingRow::showProblem);
}

void SettingRow::setState(const SettingEntry &entry, const std::optional<SettingDifference> &difference)
{
    const Setting &setting = settingAt(index());
    m_editor->setValue(entry.value, difference ? difference->inFile : entry.value);
    m_unsaved->setVisible(difference.has_value());
    QString note = entry.origin.text();
    if (difference) {
        plainToolTip(m_unsaved, Tr::tr("The file says %1.").arg(settingDisplay(setting, difference->inFile)));
        note = describeEffect(setting, difference->inFile, difference->inForce);
        if (!difference->overriddenBy.isEmpty())
            note = Tr::tr("%1 At the next start %2 wins over the file.").arg(note, difference->overriddenBy);
    }
    setNote(note, false);
    showAdvice(entry.value, difference.has_value());
}

/// A model's name is looked at, not asked for: what is doubtful about it is said below it, and of one that
/// was just chosen that it is not tested.
void SettingRow::showAdvice(const SettingValue &value, bool isNew)
{
    const TextForm form = settingAt(index()).form;
    if (form != TextForm::Model && form != TextForm::JudgeModel)
        return;
    const ModelAdvice advice =
        adviseOnModel(std::get<QString>(value), form == TextForm::Model ? ModelUse::Answer : ModelUse::Judge);
    const bool tested = isNew && m_tested == std::get<QString>(value);
    if (advice.doubtful || (isNew && !tested && !advice.text.isEmpty()))
        setNote(advice.text, advice.doubtful);
}

void SettingRow::showProblem(const QString &why)
{
    setNote(why, true);
}

SecretRow::SecretRow(int index, QWidget *parent)
    : RowFrame(index, parent), m_field(new QLineEdit(this)),
      m_store(new Button(Tr::tr("Store"), ButtonKind::Secondary, this)),
      m_remove(new Button(Tr::tr("Remove"), ButtonKind::Ghost, this))
{
    auto *editor = new QWidget(this);
    auto *layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_store);
    layout->addWidget(m_remove);
    setEditor(editor, m_field);

    const Setting &setting = settingAt(index);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(4096);
    m_field->setPlaceholderText(Tr::tr("Paste a new key"));
    m_field->setObjectName(QString::fromLatin1(setting.key));
    m_field->setAccessibleName(labelOf(setting));
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    m_store->setAccessibleName(Tr::tr("Store %1").arg(labelOf(setting)));
    m_remove->setAccessibleName(Tr::tr("Remove %1").arg(labelOf(setting)));
    m_store->setEnabled(false);
    m_remove->setEnabled(false);
    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_store->setEnabled(!text.isEmpty()); });
    connect(m_field, &QLineEdit::returnPressed, this, &SecretRow::store);
    connect(m_store, &QAbstractButton::clicked, this, &SecretRow::store);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { Q_EMIT removeAsked(this->index()); });
    setNote(Tr::tr("Asking the keyring…"), false);
}

void SecretRow::store()
{
    const QString secret = m_field->text();
    m_field->clear();
    if (!secret.isEmpty())
        Q_EMIT storeAsked(index(), secret);
}

void SecretRow::setStatus(const SecretStatus &status)
{
    m_remove->setEnabled(status.source == SecretSource::Keyring);
    m_field->setEnabled(status.noKeyring.isEmpty());
    switch (status.source) {
    case SecretSource::Environment:
        return setNote(Tr::tr("From environment %1, which goes before the keyring.").arg(status.variable),
                       false);
    case SecretSource::Keyring: return setNote(Tr::tr("Stored in the keyring."), false);
    case SecretSource::None:
        return setNote(status.noKeyring.isEmpty() ? Tr::tr("Not set.") : status.noKeyring,
                       !status.noKeyring.isEmpty());
    }
    Q_UNREACHABLE();
}

void SecretRow::showProblem(const QString &why)
{
    setNote(why, true);
}

} // namespace assay::ui
