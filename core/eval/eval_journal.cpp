// SPDX-License-Identifier: Apache-2.0
#include "eval/eval_journal.h"

#include "base/json.h"
#include "base/tr.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int journalFormat = 1;
constexpr qint64 syncEvery = 1'000; ///< ms

QJsonObject headerOf(const RunIdentity &identity, UtcTime startedAt)
{
    return {{u"journal"_s, journalFormat},
            {u"suite"_s, identity.suite},
            {u"suite_fingerprint"_s, identity.suiteFingerprint},
            {u"policy_fingerprint"_s, identity.policyFingerprint},
            {u"judge_repeats"_s, identity.judgeRepeats},
            {u"prompts"_s, promptsJson(identity.prompts)},
            {u"started_at_us"_s, toMicros(startedAt)}};
}

RunIdentity identityOf(const QJsonObject &header)
{
    return {.suite = header.value(u"suite"_s).toString(),
            .suiteFingerprint = header.value(u"suite_fingerprint"_s).toString(),
            .policyFingerprint = header.value(u"policy_fingerprint"_s).toString(),
            .judgeRepeats = header.value(u"judge_repeats"_s).toInt(),
            .prompts = promptsFromJson(header.value(u"prompts"_s))};
}

QString systemText()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Does a process have it open for writing?
bool isLocked(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool locked = ::flock(file, LOCK_SH | LOCK_NB) != 0;
    ::close(file);
    return locked;
}

/// Which of them differs, for a person who has to choose.
QString difference(const RunIdentity &theirs, const RunIdentity &ours)
{
    if (theirs.suiteFingerprint != ours.suiteFingerprint)
        return Tr::tr("its scenarios are others (suite %1)").arg(theirs.suite);
    if (theirs.policyFingerprint != ours.policyFingerprint)
        return Tr::tr("its models or settings are others");
    if (theirs.prompts != ours.prompts)
        return Tr::tr("its prompts are others");
    return Tr::tr("its answers are judged another number of times");
}

} // namespace

EvalJournal::~EvalJournal()
{
    if (m_file >= 0)
        ::close(m_file);
}

QString EvalJournal::pathFor(const QString &output)
{
    return output + u".journal"_s;
}

Result<std::unique_ptr<EvalJournal>> EvalJournal::open(const QString &path, const RunIdentity &identity,
                                                       int scenarios, bool fresh)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0)
        return fail(Errc::Io, Tr::tr("The journal %1 cannot be opened: %2.").arg(path, systemText()));
    std::unique_ptr<EvalJournal> journal(new EvalJournal(file, path));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return fail(Errc::InvalidArgument,
                    Tr::tr("Another run writes %1. Wait for it, or choose another --output.").arg(path));
    if (fresh && ::ftruncate(file, 0) != 0)
        return fail(Errc::Io, Tr::tr("The journal %1 cannot be emptied: %2.").arg(path, systemText()));
    Result<> ready = journal->read(identity, scenarios);
    if (!ready)
        return fail(std::move(ready.error()));
    return journal;
}

Result<JournalGlance> EvalJournal::glance(const QString &path)
{
    QFile reader(path);
    if (!reader.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("The journal %1 cannot be read: %2.").arg(path, reader.errorString()));
    const Result<QJsonObject> header = parseJsonObject(reader.readLine());
    if (!header || header->value(u"journal"_s).toInt() != journalFormat)
        return fail(Errc::Corrupt, Tr::tr("%1 is no journal of an evaluation.").arg(path));
    JournalGlance seen{.identity = identityOf(*header),
                       .startedAt = fromMicros(header->value(u"started_at_us"_s).toInteger()),
                       .isInUse = isLocked(path)};
    while (!reader.atEnd()) {
        const QByteArray line = reader.readLine();
        const Result<QJsonObject> json = parseJsonObject(line);
        const Result<ScenarioResult> result =
            json ? scenarioResultFromJson(*json) : Result<ScenarioResult>(fail(json.error()));
        if (!result || !line.endsWith('\n'))
            break;
        seen.worked = std::chrono::milliseconds(json->value(u"worked_ms"_s).toInteger());
        seen.results.insert(result->index, *result);
    }
    return seen;
}

Result<> EvalJournal::read(const RunIdentity &identity, int scenarios)
{
    QFile reader(m_path);
    if (!reader.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("The journal %1 cannot be read: %2.").arg(m_path, reader.errorString()));
    const QByteArray text = reader.readAll();
    const qsizetype whole = text.lastIndexOf('\n') + 1; // what follows was cut off by a kill
    if (whole == 0)
        return begin(identity);
    QList<QByteArray> lines = text.first(whole - 1).split('\n');
    const Result<QJsonObject> header = parseJsonObject(lines.takeFirst());
    if (!header || header->value(u"journal"_s).toInt() != journalFormat)
        return fail(Errc::Corrupt,
                    Tr::tr("%1 is no journal of an evaluation. Move it away, or choose another "
                           "--output.")
                        .arg(m_path));
    if (identityOf(*header) != identity)
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 holds a run that was broken off, and %2. Finish it with its own settings, or "
                           "give --fresh to throw it away.")
                        .arg(m_path, difference(identityOf(*header), identity)));
    m_startedAt = fromMicros(header->value(u"started_at_us"_s).toInteger());
    int number = 1;
    for (const QByteArray &line : std::as_const(lines))
        if (Result<> good = readLine(line, ++number, scenarios); !good)
            return good;
    if (::ftruncate(m_file, whole) != 0 || ::lseek(m_file, 0, SEEK_END) < 0)
        return fail(Errc::Io, Tr::tr("The journal %1 cannot be continued: %2.").arg(m_path, systemText()));
    return {};
}

Result<> EvalJournal::readLine(const QByteArray &line, int number, int scenarios)
{
    const Result<QJsonObject> json = parseJsonObject(line);
    const Result<ScenarioResult> result =
        json ? scenarioResultFromJson(*json) : Result<ScenarioResult>(fail(json.error()));
    if (!result || result->index < 0 || result->index >= scenarios)
        return fail(Errc::Corrupt, Tr::tr("Line %1 of the journal %2 is damaged. Give --fresh to start anew.")
                                       .arg(number)
                                       .arg(m_path));
    m_workedBefore = std::chrono::milliseconds(json->value(u"worked_ms"_s).toInteger());
    if (result->status == TurnStatus::Errored || result->answer.isEmpty())
        m_taken.remove(result->index);
    else
        m_taken.insert(result->index, *result);
    return {};
}

Result<> EvalJournal::begin(const RunIdentity &identity)
{
    m_startedAt = utcNow();
    if (::ftruncate(m_file, 0) != 0 || ::lseek(m_file, 0, SEEK_SET) < 0)
        return fail(Errc::Io, Tr::tr("The journal %1 cannot be begun: %2.").arg(m_path, systemText()));
    return write(QJsonDocument(headerOf(identity, m_startedAt)).toJson(QJsonDocument::Compact));
}

Result<> EvalJournal::append(const ScenarioResult &result, std::chrono::milliseconds worked)
{
    QJsonObject json = toJson(result);
    json[u"worked_ms"_s] = static_cast<qint64>(worked.count());
    return write(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<> EvalJournal::write(const QByteArray &line)
{
    const QByteArray text = line + '\n';
    for (qsizetype done = 0; done < text.size();) {
        const ssize_t written =
            ::write(m_file, text.constData() + done, static_cast<std::size_t>(text.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail(errno == ENOSPC ? Errc::DiskFull : Errc::Io,
                        Tr::tr("The journal %1 cannot be written: %2. Free space and run the same command "
                               "again; finished scenarios are kept.")
                            .arg(m_path, systemText()));
        done += written;
    }
    return sync();
}

/// Waiting for the disk stands still with everything else, so not for every line.
Result<> EvalJournal::sync()
{
    if (m_synced.isValid() && m_synced.elapsed() < syncEvery)
        return {};
    m_synced.start();
    if (::fdatasync(m_file) != 0)
        return fail(Errc::Io, Tr::tr("The journal %1 cannot be written: %2.").arg(m_path, systemText()));
    return {};
}

void EvalJournal::remove()
{
    QFile::remove(m_path);
}

} // namespace assay
