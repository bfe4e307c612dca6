// SPDX-License-Identifier: Apache-2.0
#include "ui/events/event_words.h"

#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

const QString dot = u" · "_s;

QString shortNumber(double value, const QString &space)
{
    if (value >= 1'000'000.0)
        return QLocale().toString(value / 1e6, 'f', 1) + space + u'M';
    if (value >= 1000.0)
        return QLocale().toString(value / 1e3, 'f', 1) + space + u'k';
    return QLocale().toString(std::round(value), 'f', 0);
}

/// Digits after a sign and before a unit: "-15m" gives minutes.
std::optional<std::chrono::seconds> readAgo(const QString &text)
{
    if (!text.startsWith(u'-') || text.size() < 3)
        return std::nullopt;
    bool ok = false;
    const qint64 number = QStringView(text).mid(1).chopped(1).toLongLong(&ok);
    if (!ok || number < 0 || number > 1'000'000)
        return std::nullopt;
    switch (text.back().unicode()) {
    case u's': return std::chrono::seconds(number);
    case u'm': return std::chrono::minutes(number);
    case u'h': return std::chrono::hours(number);
    case u'd': return std::chrono::hours(24 * number);
    default: return std::nullopt;
    }
}

} // namespace

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString rateText(double perSecond)
{
    return Tr::tr("%1/s").arg(shortNumber(perSecond, u" "_s));
}

QString railRateText(double perSecond)
{
    return perSecond < 1.0 ? QString() : Tr::tr("%1/s").arg(shortNumber(perSecond, QString()));
}

QString spanText(std::chrono::seconds span)
{
    if (span < std::chrono::minutes(2))
        return Tr::tr("%1 s").arg(span.count());
    if (span < std::chrono::hours(2))
        return Tr::tr("%1 min").arg(span.count() / 60);
    return Tr::tr("%1 h").arg(span.count() / 3600);
}

QString totalsText(const FeedState &state)
{
    if (state.phase == FeedPhase::Idle || state.phase == FeedPhase::Failed || state.partitions.isEmpty())
        return visibleLine(state.source, 80);
    QStringList parts{visibleLine(state.topic.isEmpty() ? state.source : state.topic, 60),
                      Tr::tr("%n partition(s)", nullptr, static_cast<int>(state.partitions.size())),
                      Tr::tr("%1 messages").arg(countText(state.records))};
    parts.append(Tr::tr("%1 undecodable").arg(countText(state.undecodable)) +
                 (state.isCapture && state.examined < state.records ? u"…"_s : u""_s));
    if (!state.isCapture) {
        const std::optional<qint64> lag = state.lag();
        parts.append(lag ? Tr::tr("lag %1").arg(countText(*lag)) : Tr::tr("lag unknown"));
    }
    return parts.join(dot);
}

QString activityText(const FeedState &state, bool paused, qint64 waiting)
{
    const int partitions = static_cast<int>(state.partitions.size());
    if (paused)
        return Tr::tr("Paused, %1 waiting").arg(countText(waiting));
    switch (state.phase) {
    case FeedPhase::Idle: return {};
    case FeedPhase::Opening: return Tr::tr("Opening %1").arg(visibleLine(state.source, 60));
    case FeedPhase::Scanning: {
        QString text = Tr::tr("Reading %n partition(s)", nullptr, partitions);
        if (const std::optional<double> progress = state.progress())
            text += u", %1 %"_s.arg(static_cast<int>(*progress * 100.0));
        return text;
    }
    case FeedPhase::Live: return Tr::tr("Tailing %n partition(s)", nullptr, partitions);
    case FeedPhase::Ended: return Tr::tr("Capture %1").arg(visibleLine(state.source, 60));
    case FeedPhase::Failed: return Tr::tr("Events cannot be read");
    }
    Q_UNREACHABLE();
}

QString gapKindText(FeedGap::Kind kind)
{
    switch (kind) {
    case FeedGap::Kind::Unknown: return Tr::tr("missing");
    case FeedGap::Kind::Retention: return Tr::tr("deleted by retention");
    case FeedGap::Kind::Compaction: return Tr::tr("removed by compaction");
    case FeedGap::Kind::Damage: return Tr::tr("damaged");
    case FeedGap::Kind::Decode: return Tr::tr("undecodable");
    case FeedGap::Kind::Skipped: return Tr::tr("left out by you");
    }
    Q_UNREACHABLE();
}

QString partitionText(const FeedPartition &partition)
{
    const auto known = [](const std::optional<qint64> &value) {
        return value ? countText(*value) : Tr::tr("unknown");
    };
    QStringList lines{
        Tr::tr("%1, partition %2").arg(visibleLine(partition.topic, 80)).arg(partition.partition),
        Tr::tr("held: %1 to %2").arg(known(partition.low), known(partition.end)),
        Tr::tr("read up to %1, lag %2").arg(known(partition.position), known(partition.lag())),
        rateText(partition.rate)};
    for (const FeedGap &gap : partition.gaps.last(std::min<qsizetype>(8, partition.gaps.size())))
        lines.append(Tr::tr("%1: %2 from offset %3")
                         .arg(gapKindText(gap.kind), countText(gap.to - gap.from), countText(gap.from)));
    if (const auto left = partition.remaining())
        lines.append(Tr::tr("done in %1").arg(spanText(*left)));
    if (!partition.lastError.isEmpty())
        lines.append(visibleLine(partition.lastError, 200));
    return lines.join(u'\n');
}

QString placeText(const FeedDetail &detail)
{
    QString text = u"p%1 @ %2"_s.arg(detail.row.partition).arg(detail.row.offset);
    if (!detail.facts.isEmpty())
        text += dot + detail.facts;
    if (!detail.why.isEmpty())
        text += dot + whyText(detail.why);
    return text;
}

QString packingText(const FeedDetail &detail)
{
    const CompressionFacts &packing = detail.tree.compression;
    QString text = Tr::tr("%1 on the wire").arg(detail.record.value.size());
    if (packing.compressed)
        text += dot + u"zstd"_s + dot + Tr::tr("%1 decoded").arg(packing.unpackedBytes);
    return text;
}

QString rangeText(const FeedDetail &detail, const FieldNode &node)
{
    const QString name = node.path.isEmpty() ? node.name : node.path;
    const QString where = node.space == ByteSpace::Payload     ? Tr::tr("in the decoded payload")
                          : detail.tree.compression.compressed ? Tr::tr("in the frame, compressed")
                                                               : Tr::tr("in the frame");
    const auto length = static_cast<int>(node.range.length);
    return Tr::tr("%1: %2 at 0x%3 %4")
        .arg(visibleLine(name, 160), Tr::tr("%n byte(s)", nullptr, length),
             QString::number(node.range.offset, 16), where);
}

QString whyText(const QList<FilterReason> &why)
{
    QStringList parts;
    for (const FilterReason &reason : why)
        parts.append(reason.value.isEmpty() ? reason.clause : u"%1 (%2)"_s.arg(reason.clause, reason.value));
    return parts.isEmpty() ? QString() : Tr::tr("kept by %1").arg(visibleLine(parts.join(u", "), 160));
}

std::optional<UtcTime> readMoment(const QString &text, UtcTime now)
{
    const QString typed = text.trimmed();
    if (const auto ago = readAgo(typed))
        return now - *ago;
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(toMicros(now) / 1000, Qt::UTC);
    QString full = typed;
    if (!full.isEmpty() && !full.contains(u'-'))
        full = today.date().toString(Qt::ISODate) + u'T' + full;
    full.replace(u' ', u'T');
    if (full.endsWith(u'Z', Qt::CaseInsensitive))
        full.chop(1);
    for (const QString &form :
         {u"yyyy-MM-ddTHH:mm:ss.zzz"_s, u"yyyy-MM-ddTHH:mm:ss"_s, u"yyyy-MM-ddTHH:mm"_s, u"yyyy-MM-dd"_s}) {
        QDateTime moment = QDateTime::fromString(full, form);
        moment.setTimeSpec(Qt::UTC);
        if (moment.isValid())
            return fromMicros(moment.toMSecsSinceEpoch() * 1000);
    }
    return std::nullopt;
}

std::optional<PlaceInput> readPlace(const QString &text, int partition)
{
    QString typed = text.simplified();
    if (typed.startsWith(u'p', Qt::CaseInsensitive))
        typed = typed.mid(1).trimmed();
    typed.replace(u'@', u' ');
    const QStringList parts = typed.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 2)
        return std::nullopt;
    bool ok = true;
    PlaceInput place{.partition = partition};
    if (parts.size() == 2)
        place.partition = parts.first().toInt(&ok);
    bool offsetOk = false;
    place.offset = parts.last().toLongLong(&offsetOk);
    return ok && offsetOk && place.offset >= 0 && place.partition >= 0 ? std::optional(place) : std::nullopt;
}

} // namespace assay::ui
