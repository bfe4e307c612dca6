// SPDX-License-Identifier: Apache-2.0
#include "report/report_writer.h"

#include "base/tr.h"
#include "report/report_parts.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct FormatInfo
{
    ReportFormat format;
    const char *token;
    Result<QByteArray> (*write)(const Report &report, ReportRun &run);
};

constexpr std::array formats{
    FormatInfo{ReportFormat::Html, "html", &htmlOf}, FormatInfo{ReportFormat::Pdf, "pdf", &pdfOf},
    FormatInfo{ReportFormat::Csv, "csv", &csvOf}, FormatInfo{ReportFormat::Xlsx, "xlsx", &xlsxOf},
    FormatInfo{ReportFormat::Json, "json", &jsonOf}};

const FormatInfo &infoOf(ReportFormat format)
{
    return formats.at(static_cast<std::size_t>(format));
}

const FormatInfo *found(const QString &token)
{
    const auto at = std::ranges::find_if(formats, [&](const FormatInfo &info) {
        return token.compare(QLatin1StringView(info.token), Qt::CaseInsensitive) == 0;
    });
    return at == formats.end() ? nullptr : &*at;
}

Errc codeOf(QFileDevice::FileError error)
{
    return error == QFileDevice::PermissionsError || error == QFileDevice::OpenError ? Errc::ReadOnly
           : error == QFileDevice::ResourceError                                     ? Errc::DiskFull
                                                                                     : Errc::Io;
}

} // namespace

ReportRun::ReportRun(const Report &report, CancelToken token, ReportProgress told)
    : m_token(std::move(token)), m_told(std::move(told))
{
    for (const ReportTable &table : report.tables)
        m_rows += table.rows.size();
}

bool ReportRun::step()
{
    constexpr qint64 rowsBetween = 64;
    ++m_done;
    if (m_told && (m_done % rowsBetween == 0 || m_done == m_rows))
        m_told(std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_rows)));
    return !m_token.isCancelled();
}

tl::unexpected<Error> cancelledReport()
{
    return fail(Errc::Cancelled, Tr::tr("The report was cancelled; nothing was written."));
}

QString tokenOf(ReportFormat format)
{
    return QString::fromLatin1(infoOf(format).token);
}

Result<ReportFormat> reportFormatOf(const QString &token)
{
    if (const FormatInfo *info = found(token))
        return info->format;
    return fail(Errc::InvalidArgument,
                Tr::tr("“%1” is no format of a report. There are html, pdf, csv, xlsx and json.").arg(token));
}

Result<ReportFormat> reportFormatOfFile(const QString &path)
{
    if (const FormatInfo *info = found(QFileInfo(path).suffix()))
        return info->format;
    return fail(Errc::InvalidArgument,
                Tr::tr("The name %1 does not tell a format. Let it end in .html, .pdf, .csv, .xlsx or "
                       ".json, or name the format.")
                    .arg(path));
}

Result<QByteArray> writeReport(const Report &report, ReportFormat format, const CancelToken &token,
                               const ReportProgress &told)
{
    ReportRun run(report, token, told);
    Result<QByteArray> bytes = infoOf(format).write(report, run);
    if (token.isCancelled())
        return cancelledReport();
    if (bytes && told)
        told(1.0);
    return bytes;
}

Result<qint64> saveReport(const Report &report, ReportFormat format, const QString &path,
                          const CancelToken &token, const ReportProgress &told)
{
    const QFileInfo place(path);
    if (place.isDir())
        return fail(Errc::InvalidArgument, Tr::tr("%1 is a folder. Name a file for the report.").arg(path));
    if (!place.absoluteDir().exists())
        return fail(
            Errc::NotFound,
            Tr::tr("The folder %1 does not exist. Make it, or name another.").arg(place.absolutePath()));
    QSaveFile file(path);
    const auto failed = [&] {
        return fail(codeOf(file.error()),
                    Tr::tr("The report cannot be written to %1: %2.").arg(path, file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly)) // before the work, which may take long
        return failed();
    const Result<QByteArray> bytes = writeReport(report, format, token, told);
    if (!bytes)
        return fail(bytes.error());
    if (file.write(*bytes) != bytes->size() || !file.commit())
        return failed();
    return bytes->size();
}

} // namespace assay
