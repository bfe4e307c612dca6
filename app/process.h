// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QObject>

namespace assay::app {

/// No core dump and no debugger of another user may read this process: keys are in its memory.
void keepSecretsOutOfCoreDumps();

/// Turns SIGINT and SIGTERM into a signal of the event loop. One at a time per process.
class InterruptGuard final : public QObject
{
    Q_OBJECT
public:
    explicit InterruptGuard(QObject *parent = nullptr);
    ~InterruptGuard() override;

Q_SIGNALS:
    void interrupted();
};

} // namespace assay::app
