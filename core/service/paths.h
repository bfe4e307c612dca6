// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

namespace assay {

/// Where Assay keeps its things, below the XDG directories. Nothing is created here.
struct Paths
{
    QString data{};  ///< ~/.local/share/assay: log, store, knowledge
    QString state{}; ///< ~/.local/state/assay: window layout
    QString cache{}; ///< ~/.cache/assay: what may be thrown away; empty = below `state`

    /// Those of the operator, or of the workspace that was named with useWorkspace().
    static Paths standard();
    /// Everything below `folder` from now on, for the whole process. Call it before threads begin.
    static void useWorkspace(const QString &folder);

    QString log(int partition) const; ///< folder of one partition of the embedded log
    QString store() const;            ///< assay.db
    QString knowledge() const;        ///< knowledge.db
    QString models() const;           ///< folder of the trained models that route turns
    QString prompts() const;          ///< folder of the versions of the prompts
    QString ownSuite() const;         ///< suite of the turns that were picked in Triage
    QString pickedTraining() const;   ///< training examples that were picked there
    QString evaluations() const;      ///< folder of the runs of suites that were started in the window
    QString suites() const;           ///< folder of the suites that were imported there
    QString spool() const;            ///< folder for events that are being looked at
};

} // namespace assay
