// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target over files, for compilers without libFuzzer: TARGET FOLDER_OR_FILE…
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);

namespace {

bool run(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = file.readAll();
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        QStringList all{path};
        if (QFileInfo(path).isDir()) {
            all.clear();
            for (QDirIterator it(path, QDir::Files); it.hasNext();)
                all.append(it.next());
        }
        for (const QString &one : all)
            files += run(one) ? 1 : 0;
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1; // a run over nothing proves nothing
}
