// SPDX-License-Identifier: Apache-2.0
#include "learning/model_file.h"

#include "base/json.h"
#include "base/tr.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QtEndian>

#include <bit>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

const QByteArray magic = "ASSAYML1";
constexpr qsizetype hashLength = 32;
constexpr std::uint32_t mostBends = 1U << 20;
constexpr std::uint32_t largestReport = 4U << 20;
constexpr qint64 latestTime = 4'102'444'800'000'000; ///< the year 2100, in microseconds

QByteArray hashOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

class Writer
{
public:
    template<typename T>
    void put(T value)
    {
        const T little = qToLittleEndian(value);
        m_bytes.append(QByteArrayView(reinterpret_cast<const char *>(&little), sizeof little));
    }
    void real(double value) { put(std::bit_cast<quint64>(value)); }
    void real(float value) { put(std::bit_cast<quint32>(value)); }
    void text(const QByteArray &value)
    {
        put(static_cast<quint32>(value.size()));
        m_bytes.append(value);
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads until something is missing or wrong; from then on everything is 0.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) {}

    template<typename T>
    T get()
    {
        T value{};
        if (!has(sizeof value))
            return value;
        value = qFromLittleEndian<T>(m_bytes.data() + m_at);
        m_at += static_cast<qsizetype>(sizeof value);
        return value;
    }
    double real()
    {
        const auto value = std::bit_cast<double>(get<quint64>());
        check(std::isfinite(value));
        return m_good ? value : 0.0;
    }
    float realShort()
    {
        const auto value = std::bit_cast<float>(get<quint32>());
        check(std::isfinite(value));
        return m_good ? value : 0.0F;
    }
    /// A count of things of at least `each` bytes.
    std::uint32_t count(std::uint32_t most, std::size_t each)
    {
        const auto value = get<quint32>();
        check(value <= most && has(value * each));
        return m_good ? value : 0;
    }
    QByteArray text(std::uint32_t most)
    {
        const auto length = static_cast<qsizetype>(count(most, 1));
        const QByteArray value = m_bytes.sliced(m_at, length).toByteArray();
        m_at += length;
        return value;
    }
    void check(bool condition) { m_good = m_good && condition; }
    bool good() const { return m_good; }
    bool atEnd() const { return m_at == m_bytes.size(); }

private:
    bool has(std::size_t length)
    {
        m_good = m_good && length <= static_cast<std::size_t>(m_bytes.size() - m_at);
        return m_good;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
};

/// Those that are not 0; only a good file is worth the memory of all of them.
std::vector<TextFeature> readWeights(Reader &reader)
{
    std::vector<TextFeature> weights;
    const std::uint32_t count = reader.count(textFeatureCount, 8);
    std::uint32_t least = 0;
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
        const auto index = reader.get<quint32>();
        reader.check(index >= least && index < textFeatureCount);
        weights.push_back({.index = index, .value = reader.realShort()});
        least = index + 1;
    }
    return weights;
}

Calibration readCalibration(Reader &reader)
{
    Calibration calibration;
    const auto kind = reader.get<quint8>();
    reader.check(kind <= static_cast<quint8>(CalibrationKind::Isotonic));
    if (reader.good())
        calibration.kind = static_cast<CalibrationKind>(kind);
    calibration.slope = reader.real();
    calibration.shift = reader.real();
    const std::uint32_t bends = reader.count(mostBends, 16);
    for (std::uint32_t i = 0; i < bends && reader.good(); ++i) {
        const double value = reader.real();
        const double share = reader.real();
        reader.check(share >= 0.0 && share <= 1.0 &&
                     (calibration.values.empty() ||
                      (value > calibration.values.back() && share >= calibration.shares.back())));
        calibration.values.push_back(value);
        calibration.shares.push_back(share);
    }
    return calibration;
}

Error damaged()
{
    return {.code = Errc::Corrupt,
            .message =
                Tr::tr("This is no model of Assay's, or it is damaged. Train it again, or roll back.")};
}

} // namespace

QByteArray modelBytes(const Classifier &classifier)
{
    Writer writer;
    writer.put(static_cast<quint8>(classifier.target));
    writer.put(static_cast<qint64>(toMicros(classifier.trainedAt)));
    writer.put(static_cast<qint64>(classifier.examples));
    writer.real(classifier.bias);
    std::uint32_t count = 0;
    for (const float weight : classifier.weights)
        count += weight != 0.0F ? 1 : 0;
    writer.put(static_cast<quint32>(count));
    for (std::uint32_t i = 0; i < classifier.weights.size(); ++i)
        if (classifier.weights[i] != 0.0F) {
            writer.put(static_cast<quint32>(i));
            writer.real(classifier.weights[i]);
        }
    const Calibration &calibration = classifier.calibration;
    writer.put(static_cast<quint8>(calibration.kind));
    writer.real(calibration.slope);
    writer.real(calibration.shift);
    writer.put(static_cast<quint32>(calibration.values.size()));
    for (std::size_t i = 0; i < calibration.values.size(); ++i) {
        writer.real(calibration.values[i]);
        writer.real(calibration.shares[i]);
    }
    writer.text(QJsonDocument(classifier.report).toJson(QJsonDocument::Compact));
    const QByteArray model = writer.take();
    Writer file;
    file.put(static_cast<quint32>(model.size()));
    QByteArray bytes = magic + file.take() + model;
    bytes += hashOf(bytes);
    return bytes;
}

QString modelFingerprint(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.right(hashLength).toHex().left(8));
}

Result<Classifier> modelFromBytes(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    const qsizetype headLength = magic.size() + 4;
    if (all.size() < headLength + hashLength || !all.startsWith(magic))
        return fail(damaged());
    const QByteArrayView signedPart = all.chopped(hashLength);
    if (hashOf(signedPart) != all.last(hashLength).toByteArray())
        return fail(damaged());
    Reader reader(signedPart.sliced(magic.size()));
    reader.check(reader.get<quint32>() == static_cast<quint32>(signedPart.size() - headLength));
    Classifier classifier;
    const auto target = reader.get<quint8>();
    reader.check(target <= static_cast<quint8>(LearningTarget::ToolUse));
    if (reader.good())
        classifier.target = static_cast<LearningTarget>(target);
    const auto trained = reader.get<qint64>();
    reader.check(trained >= 0 && trained < latestTime);
    classifier.trainedAt = fromMicros(reader.good() ? trained : 0);
    classifier.examples = reader.get<qint64>();
    classifier.bias = reader.real();
    const std::vector<TextFeature> weights = readWeights(reader);
    classifier.calibration = readCalibration(reader);
    const QByteArray report = reader.text(largestReport);
    if (!reader.good() || !reader.atEnd())
        return fail(damaged());
    const Result<QJsonObject> told = parseJsonObject(report);
    if (!told)
        return fail(damaged());
    classifier.report = *told;
    classifier.weights.assign(textFeatureCount, 0.0F);
    for (const TextFeature &weight : weights)
        classifier.weights[weight.index] = weight.value;
    return classifier;
}

Result<Classifier> readModelFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? Errc::Io : Errc::NotFound,
                    Tr::tr("The model %1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > largestModelFile)
        return fail(Errc::InvalidArgument, Tr::tr("%1 is too large to be a model.").arg(path));
    const QByteArray bytes = file.readAll();
    Result<Classifier> classifier = modelFromBytes(bytes);
    if (!classifier)
        return fail(classifier.error().code, path + u": "_s + classifier.error().message);
    classifier->name = u"trained (%1)"_s.arg(modelFingerprint(bytes));
    return classifier;
}

Result<> writeModelFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(file.error() == QFileDevice::ResourceError ? Errc::DiskFull : Errc::Io,
                    Tr::tr("The model %1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace assay
