// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "service/demo.h"

#include <QtCore/QObject>

#include <memory>

namespace assay {

/// Loads sample data on a thread of its own.
///
/// Threading: lives on the thread that made it; signals come there.
class DemoHost final : public QObject
{
    Q_OBJECT
public:
    /// @param paths where the sample data go, as of demoPaths()
    explicit DemoHost(Paths paths, QObject *parent = nullptr);
    ~DemoHost() override; ///< cancels and waits

    const Paths &paths() const { return m_paths; }

    /// Replaces what was loaded before. Answered by loaded() or failed().
    void load(const DemoOptions &options);

    /// What is under way fails with Cancelled, and leaves no data behind.
    void cancel();

Q_SIGNALS:
    void progressed(const assay::DemoProgress &progress);
    void loaded(const assay::DemoProgress &brought);
    void failed(const assay::Error &error);

private:
    class Worker;
    struct Thread;
    Paths m_paths;
    CancelToken m_running;
    std::unique_ptr<Thread> m_thread; ///< joined first
};

} // namespace assay
