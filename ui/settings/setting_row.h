// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/secrets.h"
#include "settings/settings_hub.h"

#include <QtWidgets/QWidget>

#include <optional>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace assay::ui {

class Button;
class Chip;
class PlainLabel;
class SettingEditor;

/// Name and help of a setting at the left; the right half is the heir's.
class RowFrame : public QWidget
{
    Q_OBJECT

public:
    int index() const noexcept { return m_index; }

    /// As settingHolds().
    bool matches(const QString &needle) const;

protected:
    RowFrame(int index, QWidget *parent);

    /// Puts the editor at the right; called once. `buddy` is named by the heading.
    void setEditor(QWidget *editor, QWidget *buddy);
    void addChip(Chip *chip);
    /// The small line under the editor.
    void setNote(const QString &note, bool isProblem);

private:
    int m_index;
    QHBoxLayout *m_heading;
    QVBoxLayout *m_right;
    PlainLabel *m_name;
    PlainLabel *m_note;
};

/// One setting of the form: name, help, editor, where its value comes from, and its marks.
class SettingRow final : public RowFrame
{
    Q_OBJECT

public:
    explicit SettingRow(int index, QWidget *parent = nullptr);

    /// @param difference set when the value is not what the file says
    void setState(const SettingEntry &entry, const std::optional<SettingDifference> &difference);
    SettingEditor *editor() const { return m_editor; }

    /// Says why the last input was not taken, until the next state.
    void showProblem(const QString &why);

    /// This model has just answered: it need not be called untested. For the next state.
    void setTested(const QString &model) { m_tested = model; }

Q_SIGNALS:
    void edited(int index, const assay::SettingValue &value);

private:
    void showAdvice(const SettingValue &value, bool isNew);

    SettingEditor *m_editor;
    Chip *m_unsaved;
    QString m_tested;
};

/// One secret of the form: where it comes from, a field to store a new one, and a button to remove it.
/// The field is emptied as soon as its text was handed out.
class SecretRow final : public RowFrame
{
    Q_OBJECT

public:
    explicit SecretRow(int index, QWidget *parent = nullptr);

    /// "from environment OPENAI_API_KEY", "stored in the keyring", or why there is no keyring.
    void setStatus(const SecretStatus &status);

    /// Says how storing or removing went.
    void showProblem(const QString &why);
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void storeAsked(int index, const QString &secret);
    void removeAsked(int index);

private:
    void store();

    QLineEdit *m_field;
    Button *m_store;
    Button *m_remove;
};

} // namespace assay::ui
