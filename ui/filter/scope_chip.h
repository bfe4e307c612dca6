// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/filter/shared_scope.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

namespace assay::ui {

class Button;
class Chip;
class PlainLabel;

/// What another workspace has narrowed this one to, and how to be rid of it. Hidden where nothing is.
class ScopeChip final : public QWidget
{
    Q_OBJECT

public:
    /// @param keys that clear it; they belong to the window's action
    explicit ScopeChip(const QKeySequence &keys, QWidget *parent = nullptr);

    /// @param left why its filter does not count here; empty = it does
    void setScope(const SharedScope &scope, const QString &left = {});
    QString text() const;
    Button *clear() const { return m_clear; }

Q_SIGNALS:
    void clearWanted();

private:
    Chip *m_chip;
    PlainLabel *m_left;
    Button *m_clear;
};

} // namespace assay::ui
