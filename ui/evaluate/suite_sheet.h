// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_host.h"
#include "ui/kit/sheet.h"

class QComboBox;

namespace assay::ui {

class Button;
class PlainLabel;
class PlainTextView;

/// Chooses a suite and the form it is exported in; shows what an import or export has to say.
class SuiteSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit SuiteSheet(QWidget *host);

    void openExport(const QList<SuiteFacts> &suites);
    /// @param lines one each; shown as they are, made safe
    void openNotes(const QString &title, const QStringList &lines);

    QComboBox *suite() const { return m_suite; }
    QComboBox *form() const { return m_form; }
    QString text() const;

Q_SIGNALS:
    void exportWanted(const QString &source, const QString &name, assay::SuiteForm form);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showParts(bool isExport);
    void take();

    PlainLabel *m_title;
    QWidget *m_fields;
    QComboBox *m_suite;
    QComboBox *m_form;
    PlainTextView *m_lines;
    Button *m_cancel;
    Button *m_button;
};

} // namespace assay::ui
