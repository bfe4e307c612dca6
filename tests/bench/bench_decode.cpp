// SPDX-License-Identifier: Apache-2.0
// How fast messages are read, beside a bare loop of ZSTD_decompressDCtx and ParseFromArray over the
// same frames in the same process.
//
//     bench_decode [SECONDS_PER_ROW]
//
// Rows take turns, and the best slice of each counts: what else runs on the machine hits all alike.
#include "stream/codec.h"
#include "stream/extract.h"
#include "stream/field_tree.h"
#include "unit/wire_fixture.h"

#include <QtCore/QElapsedTimer>

#include <google/protobuf/arena.h>

#include <cstdio>
#include <functional>

using namespace assay;
using namespace assay::test;

namespace {

constexpr int messageCount = 4096;
constexpr int slices = 12;

/// Quality metrics as upstream's callback sends them, about 321 bytes each, no two alike.
QByteArray qualityFrame(int number, bool packed)
{
    Message message = metrics();
    wire::Metrics &body = *message.mutable_metrics();
    body.mutable_header()->set_message_id(QByteArray::number(number).rightJustified(16, 'm').toStdString());
    body.mutable_header()->set_thread_id("thread-" + std::to_string(number % 97));
    body.mutable_header()->set_sequence(static_cast<quint64>(number));
    body.set_scope_id(body.header().thread_id());
    for (const char *key : {"accuracy", "relevance", "completeness", "quality_score"}) {
        wire::MetricValue &value = (*body.mutable_metrics())[key];
        value.set_float_value(0.5 + number % 50 / 100.0);
        value.set_unit("ratio");
        value.set_type(wire::MetricValue::METRIC_TYPE_GAUGE);
    }
    (*body.mutable_metrics())["passed"].set_bool_value(number % 3 == 0);
    (*body.mutable_tags())["model"] = "gpt-4o-mini";
    (*body.mutable_tags())["thread_id"] = body.header().thread_id();
    (*body.mutable_tags())["tenant_id"] = "default";
    const QByteArray plain = QByteArray::fromStdString(message.SerializeAsString());
    return packed ? '\x01' + zstd(plain) : '\0' + plain;
}

/// The least that anybody who reads these frames has to do.
class BareLoop
{
public:
    bool read(const QByteArray &frame)
    {
        const char *bytes = frame.constData() + 1;
        auto size = static_cast<std::size_t>(frame.size() - 1);
        if (frame.front() == '\x01') {
            size = ZSTD_decompressDCtx(m_context, m_output.data(), static_cast<std::size_t>(m_output.size()),
                                       bytes, size);
            if (ZSTD_isError(size) != 0)
                return false;
            bytes = m_output.constData();
        }
        m_arena.Reset();
        auto *message = google::protobuf::Arena::CreateMessage<Message>(&m_arena);
        return message->ParseFromArray(bytes, static_cast<int>(size));
    }
    ~BareLoop() { ZSTD_freeDCtx(m_context); }

private:
    ZSTD_DCtx *m_context = ZSTD_createDCtx();
    QByteArray m_output = QByteArray(1 << 20, '\0');
    std::array<char, 64 << 10> m_block{};
    google::protobuf::Arena m_arena{m_block.data(), m_block.size()};
};

/// What ingest does with a frame.
class LeanLoop
{
public:
    bool read(const QByteArray &frame)
    {
        const Decoded<QByteArrayView> plain = m_framer.unpack(frame, DecodeMode::Tolerant, 10 << 20);
        return plain && (m_reader.read(*plain) != nullptr || m_codec.decode(frame));
    }

private:
    Framer m_framer;
    ExtractReader m_reader;
    Codec m_codec;
};

struct Row
{
    const char *name;
    std::function<bool(const QByteArray &)> read;
    double best = 0.0; ///< messages a second
};

bool slice(Row &row, const QList<QByteArray> &frames, double seconds)
{
    QElapsedTimer timer;
    timer.start();
    qint64 read = 0;
    while (static_cast<double>(timer.nsecsElapsed()) < seconds * 1e9) {
        for (const QByteArray &frame : frames)
            if (!row.read(frame))
                return false;
        read += frames.size();
    }
    row.best =
        std::max(row.best, static_cast<double>(read) * 1e9 / static_cast<double>(timer.nsecsElapsed()));
    return true;
}

int measure(const char *title, const QList<QByteArray> &frames, double seconds)
{
    BareLoop bare;
    LeanLoop lean;
    Codec codec;
    std::array rows{
        Row{"bare: ZSTD_decompressDCtx + ParseFromArray", [&](const QByteArray &f) { return bare.read(f); }},
        Row{"lean: as ingest reads it, all checks", [&](const QByteArray &f) { return lean.read(f); }},
        Row{"full: Codec::decode, every value and summary",
            [&](const QByteArray &f) { return codec.decode(f).has_value(); }}};
    qint64 bytes = 0;
    for (const QByteArray &frame : frames)
        bytes += frame.size();
    std::printf("%s: %d messages of %.0f bytes\n", title, messageCount,
                static_cast<double>(bytes) / static_cast<double>(frames.size()));
    for (int i = 0; i < slices; ++i)
        for (Row &row : rows)
            if (!slice(row, frames, seconds / slices)) {
                std::fprintf(stderr, "%s: a good message was refused\n", row.name);
                return 1;
            }
    for (const Row &row : rows)
        std::printf("  %-46s %9.0f messages/s   %.2f x bare\n", row.name, row.best, row.best / rows[0].best);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const double seconds = argc > 1 ? std::atof(argv[1]) : 5.0;
    QList<QByteArray> plain;
    QList<QByteArray> packed;
    for (int i = 0; i < messageCount; ++i) {
        plain.append(qualityFrame(i, false));
        packed.append(qualityFrame(i, true));
    }
    return measure("zstd frames", packed, seconds) + measure("plain frames", plain, seconds);
}
