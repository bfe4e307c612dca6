// SPDX-License-Identifier: Apache-2.0
#include "support/power_vfs.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sqlite3.h>

#include <cstring>
#include <map>

namespace assay::test {

namespace {

constexpr qint64 sectorBytes = 512;

struct Shim
{
    sqlite3_vfs vfs{};
    sqlite3_vfs *real = nullptr;
    QByteArray directory{};
    std::map<QString, FileState> files{}; // addresses stay
    qint64 operations = 0;
    qint64 flushes = 0;
    std::function<void()> watcher{};

    void done()
    {
        ++operations;
        if (watcher)
            watcher();
    }
};

Shim *shim = nullptr;

/// A file of ours: SQLite's part first, then where the real one stands.
struct ShimFile
{
    sqlite3_file base;
    FileState *state; // nullptr: outside the directory
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    static ShimFile &of(sqlite3_file *file) { return *reinterpret_cast<ShimFile *>(file); }
};

void apply(QByteArray &content, const FileState::Change &change)
{
    if (change.isCut) {
        content.truncate(change.offset);
        return;
    }
    if (content.size() < change.offset + change.bytes.size())
        content.append(QByteArray(change.offset + change.bytes.size() - content.size(), '\0'));
    std::memcpy(content.data() + change.offset, change.bytes.constData(),
                static_cast<std::size_t>(change.bytes.size()));
}

int closeFile(sqlite3_file *file)
{
    sqlite3_file *real = ShimFile::of(file).real();
    return real->pMethods->xClose(real);
}

int readFile(sqlite3_file *file, void *out, int count, sqlite3_int64 offset)
{
    sqlite3_file *real = ShimFile::of(file).real();
    return real->pMethods->xRead(real, out, count, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    ShimFile &own = ShimFile::of(file);
    const int code = own.real()->pMethods->xWrite(own.real(), bytes, count, offset);
    if (code == SQLITE_OK && own.state != nullptr) {
        own.state->pending.append(
            {.offset = offset, .bytes = QByteArray(static_cast<const char *>(bytes), count)});
        shim->done();
    }
    return code;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    ShimFile &own = ShimFile::of(file);
    const int code = own.real()->pMethods->xTruncate(own.real(), size);
    if (code == SQLITE_OK && own.state != nullptr) {
        own.state->pending.append({.offset = size, .isCut = true});
        shim->done();
    }
    return code;
}

int syncFile(sqlite3_file *file, int flags)
{
    ShimFile &own = ShimFile::of(file);
    if (own.state == nullptr)
        return own.real()->pMethods->xSync(own.real(), flags);
    // The disk of this test is in memory: nothing waits for a real one.
    for (const FileState::Change &change : std::as_const(own.state->pending))
        apply(own.state->durable, change);
    own.state->pending.clear();
    ++shim->flushes;
    shim->done();
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    sqlite3_file *real = ShimFile::of(file).real();
    return real->pMethods->xFileSize(real, size);
}

const sqlite3_io_methods &methods()
{
    static const sqlite3_io_methods all{
        .iVersion = 2,
        .xClose = closeFile,
        .xRead = readFile,
        .xWrite = writeFile,
        .xTruncate = truncateFile,
        .xSync = syncFile,
        .xFileSize = sizeOfFile,
        .xLock =
            [](sqlite3_file *f, int kind) {
                sqlite3_file *r = ShimFile::of(f).real();
                return r->pMethods->xLock(r, kind);
            },
        .xUnlock =
            [](sqlite3_file *f, int kind) {
                sqlite3_file *r = ShimFile::of(f).real();
                return r->pMethods->xUnlock(r, kind);
            },
        .xCheckReservedLock =
            [](sqlite3_file *f, int *out) {
                sqlite3_file *r = ShimFile::of(f).real();
                return r->pMethods->xCheckReservedLock(r, out);
            },
        .xFileControl =
            [](sqlite3_file *f, int op, void *argument) {
                sqlite3_file *r = ShimFile::of(f).real();
                return r->pMethods->xFileControl(r, op, argument);
            },
        .xSectorSize = [](sqlite3_file *) { return static_cast<int>(sectorBytes); },
        .xDeviceCharacteristics = [](sqlite3_file *) { return 0; }, // promises nothing
        .xShmMap =
            [](sqlite3_file *f, int region, int size, int extend, void volatile **out) {
                sqlite3_file *r = ShimFile::of(f).real();
                return r->pMethods->xShmMap(r, region, size, extend, out);
            },
        .xShmLock =
            [](sqlite3_file *f, int offset, int count, int flags) {
                sqlite3_file *r = ShimFile::of(f).real();
                return r->pMethods->xShmLock(r, offset, count, flags);
            },
        .xShmBarrier =
            [](sqlite3_file *f) {
                sqlite3_file *r = ShimFile::of(f).real();
                r->pMethods->xShmBarrier(r);
            },
        .xShmUnmap =
            [](sqlite3_file *f, int remove) {
                sqlite3_file *r = ShimFile::of(f).real();
                return r->pMethods->xShmUnmap(r, remove);
            },
        .xFetch = nullptr,
        .xUnfetch = nullptr};
    return all;
}

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    ShimFile &own = ShimFile::of(file);
    std::memset(static_cast<void *>(&own.base), 0, sizeof own.base);
    own.state = nullptr;
    const int code = shim->real->xOpen(shim->real, name, own.real(), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    if (name != nullptr && QByteArray(name).startsWith(shim->directory)) {
        FileState &state = shim->files[QString::fromUtf8(name)];
        own.state = &state;
    }
    own.base.pMethods = &methods();
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncDirectory)
{
    if (QByteArray(name).startsWith(shim->directory))
        shim->files.erase(QString::fromUtf8(name));
    return shim->real->xDelete(shim->real, name, syncDirectory);
}

/// Some sectors of a write, each by the toss of a coin.
void applyTorn(QByteArray &content, const FileState::Change &change, std::mt19937 &random)
{
    for (qint64 at = 0; at < change.bytes.size();) {
        const qint64 end =
            std::min<qint64>(change.bytes.size(),
                             (change.offset + at) / sectorBytes * sectorBytes + sectorBytes - change.offset);
        if (random() % 2 == 0)
            apply(content, {.offset = change.offset + at, .bytes = change.bytes.mid(at, end - at)});
        at = end;
    }
}

} // namespace

PowerVfs::PowerVfs(const QString &directory)
{
    auto *made = new Shim;
    made->real = sqlite3_vfs_find(nullptr);
    made->directory = directory.toUtf8();
    made->vfs = *made->real;
    made->vfs.zName = "power";
    made->vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + made->real->szOsFile;
    made->vfs.xOpen = openFile;
    made->vfs.xDelete = deleteFile;
    shim = made;
    sqlite3_vfs_register(&made->vfs, 1);
}

PowerVfs::~PowerVfs()
{
    sqlite3_vfs_unregister(&shim->vfs);
    sqlite3_vfs_register(shim->real, 1);
    delete std::exchange(shim, nullptr);
}

qint64 PowerVfs::operations() const
{
    return shim->operations;
}

qint64 PowerVfs::flushes() const
{
    return shim->flushes;
}

void PowerVfs::setWatcher(std::function<void()> watcher)
{
    shim->watcher = std::move(watcher);
}

void PowerVfs::cutPower(const QString &target, std::mt19937 &random) const
{
    for (const auto &[name, state] : shim->files) {
        QByteArray content = state.durable;
        for (const FileState::Change &change : state.pending) {
            const auto fate = random() % 3;
            if (fate == 0)
                continue;
            if (fate == 1 || change.isCut)
                apply(content, change);
            else
                applyTorn(content, change, random);
        }
        QFile file(QDir(target).filePath(QFileInfo(name).fileName()));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    }
}

} // namespace assay::test
