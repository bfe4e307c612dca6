// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>

/// In a scene of runIsolated(): ends it with 1, and a line that tells which condition did not hold.
#define NEED(condition)                                                                                      \
    if (!(condition)) {                                                                                      \
        qWarning("%s:%d: " #condition, __FILE__, __LINE__);                                                  \
        return 1;                                                                                            \
    }

namespace assay::test {

inline constexpr char noNamespaces[] =
    "this machine refuses user namespaces (unshare -Urm), which this test needs for a file system of its "
    "own: allow them with sysctl kernel.unprivileged_userns_clone=1, or run as root";

/// Runs a scene of this program (`argv[1]`) where it may mount a file system on `directory`.
/// @return its exit code, -1 when it crashed
inline int runIsolated(const QString &scene, const QString &directory, int timeoutMs = 60'000)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("-Urm"), QCoreApplication::applicationFilePath(), scene, directory});
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

inline bool canIsolate()
{
    return QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("-Urm"), QStringLiteral("true")}) ==
           0;
}

} // namespace assay::test
