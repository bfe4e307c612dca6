// SPDX-License-Identifier: Apache-2.0
#include "learning/json_lines.h"

#include "base/json.h"
#include "base/tr.h"

namespace assay {

Result<> eachJsonLine(const QByteArray &lines,
                      const std::function<Result<>(int number, const QJsonObject &)> &take)
{
    int number = 0;
    for (qsizetype begin = 0; begin < lines.size();) {
        const qsizetype found = lines.indexOf('\n', begin);
        const qsizetype end = found < 0 ? lines.size() : found;
        const QByteArray line = lines.mid(begin, end - begin).trimmed();
        begin = end + 1;
        ++number;
        if (line.isEmpty())
            continue;
        const Result<QJsonObject> object = parseJsonObject(line, {.maxBytes = 1 << 20});
        if (!object)
            return fail(Errc::InvalidArgument, Tr::tr("Line %1: %2").arg(number).arg(object.error().message));
        if (Result<> taken = take(number, *object); !taken)
            return taken;
    }
    return {};
}

} // namespace assay
