// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/connection_panel.h"

namespace assay::ui {

/// Tries the connection to Kafka on request and shows each step with what was found, so that a reader
/// sees which one failed and what to do.
class KafkaPanel final : public QWidget
{
    Q_OBJECT

public:
    using Test = std::function<QCoro::Task<Result<QList<ConnectionStep>>>()>;
    explicit KafkaPanel(Test test, QWidget *parent = nullptr);

    /// As a click on the button does; while one runs, nothing.
    void tryConnection();

Q_SIGNALS:
    /// A try has ended and its steps are shown.
    void tried();

private:
    void show(const Result<QList<ConnectionStep>> &steps);
    void addStep(const ConnectionStep &step);

    Test m_test;
    QVBoxLayout *m_layout;
    Button *m_button;
    PlainLabel *m_answer;
    QWidget *m_steps = nullptr;
};

} // namespace assay::ui
