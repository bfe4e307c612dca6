// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/state_file.h"

#include "base/json.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>

namespace assay::ui {

namespace {

constexpr std::chrono::milliseconds writeWithin{400};

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
        file.commit();
    }
}

} // namespace

StateFile::StateFile(QString path, QObject *parent) : QObject(parent), m_path(std::move(path))
{
    QFile file(m_path);
    m_first = !file.exists();
    if (file.open(QIODevice::ReadOnly))
        m_state = parseJsonObject(file.read(4 << 20)).value_or(QJsonObject());
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StateFile::write);
}

StateFile::~StateFile()
{
    if (m_timer.isActive())
        writeBytes(m_path, QJsonDocument(m_state).toJson());
    QThreadPool::globalInstance()->waitForDone(2000);
}

void StateFile::set(const QString &key, const QJsonValue &value)
{
    if (m_state.value(key) == value)
        return;
    m_state.insert(key, value);
    if (!m_timer.isActive())
        m_timer.start(writeWithin);
}

void StateFile::write()
{
    QThreadPool::globalInstance()->start(
        [path = m_path, bytes = QJsonDocument(m_state).toJson()] { writeBytes(path, bytes); });
}

} // namespace assay::ui
