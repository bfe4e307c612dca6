// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class EmptyState;
class EvaluateHeader;

/// The Evaluate workspace.
class EvaluateWorkspace final : public QWidget
{
    Q_OBJECT

public:
    /// @param actions outlives this
    explicit EvaluateWorkspace(Actions &actions, QWidget *parent = nullptr);
    ~EvaluateWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    void focusDefault();

    QJsonObject saveState() const { return {}; }
    void restoreState(const QJsonObject &) {}

Q_SIGNALS:
    /// For the status bar.
    void statusText(const QString &text);
    void stateChanged();

private:
    QPointer<EvaluateHeader> m_header;
    EmptyState *m_empty;
};

} // namespace assay::ui
