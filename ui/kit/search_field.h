// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QStringList>
#include <QtGui/QKeySequence>
#include <QtWidgets/QLineEdit>

namespace assay::ui {

/// A line edit with a lens before and key caps behind; Esc clears it first.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    /// Caps at the right; the shortcut itself belongs to the caller. Hidden while there is text.
    void setKeyHint(const QKeySequence &keys);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void placeText();
    QStringList m_caps;
};

} // namespace assay::ui
