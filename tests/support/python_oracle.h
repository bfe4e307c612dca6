// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>

namespace assay::test {

/// What a script of tests/integration answers, in the Python that has scipy, scikit-learn and krippendorff.
/// @param question told on its standard input; it answers in JSON on its standard output
inline QJsonDocument askOracle(const QString &script, const QJsonDocument &question)
{
    QProcess python;
    python.start(QStringLiteral(ASSAY_SOURCE_DIR "/tests/services/statistics.sh"),
                 {QStringLiteral("python"), QStringLiteral(ASSAY_SOURCE_DIR "/tests/integration/") + script});
    python.write(question.toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    if (!python.waitForFinished(240'000) || python.exitCode() != 0)
        qFatal("the oracle did not answer: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput());
}

} // namespace assay::test
