// SPDX-License-Identifier: Apache-2.0
#include "stream/message_json.h"

#include "base/tr.h"

#include <QtCore/QJsonDocument>

#include <assay_extensions.pb.h>
#include <dashstream.pb.h>
#include <google/protobuf/util/json_util.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

template<typename M>
Result<QByteArray> frameOfText(Codec &codec, const std::string &json)
{
    M message;
    const auto status = google::protobuf::util::JsonStringToMessage(json, &message);
    if (!status.ok())
        return fail(Errc::InvalidArgument, Tr::tr("The content is no DashStream message: %1.")
                                               .arg(QString::fromStdString(status.ToString())));
    return codec.encode(message);
}

} // namespace

Result<QByteArray> frameOfJson(Codec &codec, const QJsonObject &content)
{
    const std::string json = QJsonDocument(content).toJson(QJsonDocument::Compact).toStdString();
    if (content.contains(u"quality_evaluation"_s) || content.contains(u"qualityEvaluation"_s))
        return frameOfText<v1::ExtendedEnvelope>(codec, json);
    return frameOfText<dashstream::v1::DashStreamMessage>(codec, json);
}

} // namespace assay
