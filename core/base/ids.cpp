// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include <QtCore/QUuid>

namespace assay {

QString newId(QStringView prefix)
{
    return prefix.toString() + u'_' + QUuid::createUuid().toString(QUuid::Id128).left(12);
}

QByteArray newMessageId()
{
    return QUuid::createUuid().toRfc4122();
}

} // namespace assay
