// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompts.h"

#include <QtCore/QDateTime>

#include <mutex>

namespace assay {

enum class PromptAction : std::uint8_t { Kept, Promoted, RolledBack };

/// One line of the history.
struct PromptEvent
{
    PromptKind kind = PromptKind::Draft;
    PromptAction action = PromptAction::Kept;
    int version = 1;  ///< that was kept, or came in force
    int replaced = 0; ///< version before; 0 where nothing was replaced
    UtcTime at{};
    QString who{};
    QString note{};
    QString hash{};

    bool operator==(const PromptEvent &) const = default;
};

/// One version of a template, without its text.
struct PromptVersion
{
    PromptKind kind = PromptKind::Draft;
    int version = 1; ///< 1 = the one that comes with Assay
    QString hash{};
    UtcTime at{}; ///< the epoch for version 1
    QString who{};
    QString note{};
    bool inForce = false;

    bool operator==(const PromptVersion &) const = default;
};

/// The versions of all templates in a folder: each text a file that never changes, named by its hash, and
/// history.jsonl, to which lines are only ever added. It is replaced as a whole, under a lock, so that any
/// number of processes see it before or after. Version 1 of every template comes with Assay and is no file.
class PromptRegistry
{
public:
    /// @param shipped root of the templates that come with Assay
    explicit PromptRegistry(QString folder, QString shipped = QStringLiteral(":/"), Clock clock = utcNow);

    /// Newest first. Empty = nothing was ever changed. @errors Io, Corrupt
    Result<QList<PromptEvent>> history() const;
    /// Version 1 first. @errors as history(), NotFound
    Result<QList<PromptVersion>> versions(PromptKind kind) const;
    /// @errors NotFound (no such version), Corrupt (the text is not what was kept), Io
    Result<ChosenPrompt> read(PromptKind kind, int version) const;
    /// Version in force, 1 when none was promoted.
    Result<int> inForce(PromptKind kind) const;
    /// Every template as it is in force.
    Result<PromptSet> set() const;

    /// Keeps a text as the next version; it is not in force by that. The text of a version that is there
    /// already gives that version back and keeps nothing.
    /// @errors InvalidArgument (as checkPrompt), DiskFull, ReadOnly, Io, Unavailable (another process)
    Result<PromptVersion> keep(PromptKind kind, const QString &text, const QString &who, const QString &note);
    /// Puts a version in force, from the next turn on. @errors NotFound, InvalidArgument (it is in force)
    Result<PromptEvent> promote(PromptKind kind, int version, const QString &who, const QString &note);
    /// Puts the version in force again that was before the present one; a second time goes back further,
    /// down to version 1. @errors NotFound (nothing was promoted)
    Result<PromptEvent> rollBack(PromptKind kind, const QString &who);

    QString folder() const { return m_folder; }
    QString historyPath() const;

private:
    QString textPath(const QString &hash) const;
    Result<QList<PromptEvent>> events() const; ///< oldest first
    Result<> append(QList<PromptEvent> events, const PromptEvent &next) const;
    template<typename Change>
    auto locked(Change change) -> std::invoke_result_t<Change>;

    QString m_folder;
    QString m_shipped;
    Clock m_clock;
};

/// The templates in force, read again when something was promoted: asked at the start of every turn.
///
/// Threading: any thread.
class PromptsInForce
{
public:
    /// @param fallback when nothing can be read: those that come with Assay
    PromptsInForce(PromptRegistry registry, PromptSet fallback);

    /// Never nullptr. A registry that cannot be read leaves the ones before in force and sets problem().
    std::shared_ptr<const PromptSet> newest();
    /// What stood in the way the last time; empty = nothing.
    QString problem() const;

private:
    mutable std::mutex m_mutex;
    PromptRegistry m_registry;
    QDateTime m_modified;
    qint64 m_size = -1;
    std::shared_ptr<const PromptSet> m_set;
    QString m_problem;
};

} // namespace assay
