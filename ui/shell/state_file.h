// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace assay::ui {

/// What the window remembers between starts: layout, theme, last thread, unsent text. Changes are
/// written within 500 ms on a worker; a file that cannot be read counts as empty, one that cannot
/// be written is left.
class StateFile final : public QObject
{
    Q_OBJECT
public:
    explicit StateFile(QString path, QObject *parent = nullptr);
    ~StateFile() override;

    QJsonValue value(const QString &key) const { return m_state.value(key); }
    void set(const QString &key, const QJsonValue &value);
    /// True when there was no file: the very first start.
    bool isFirstStart() const { return m_first; }

private:
    void write();

    QString m_path;
    QJsonObject m_state;
    QTimer m_timer;
    bool m_first = false;
};

} // namespace assay::ui
