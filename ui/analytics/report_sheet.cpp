// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/report_sheet.h"

#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtGui/QDesktopServices>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 560;

struct FormatName
{
    ReportFormat format;
    const char *name;
};

/// In the order of the tabs.
constexpr std::array names{FormatName{ReportFormat::Pdf, "PDF"}, FormatName{ReportFormat::Html, "HTML"},
                           FormatName{ReportFormat::Xlsx, "XLSX"}, FormatName{ReportFormat::Csv, "CSV"},
                           FormatName{ReportFormat::Json, "JSON"}};

QStringList tabNames()
{
    QStringList tabs;
    for (const FormatName &name : names)
        tabs.append(QString::fromLatin1(name.name));
    return tabs;
}

/// "assay-report-2026-11-14-to-2026-11-21" in a folder.
QString suggested(const TimeRange &range, const QString &folder)
{
    return folder + u"/assay-report-%1-to-%2"_s.arg(toIso(range.from).left(10), toIso(range.to).left(10));
}

} // namespace

ReportSheet::ReportSheet(const QString &storePath, QWidget *host)
    : Sheet(Tr::tr("Report"), host), m_host(storePath),
      m_contents(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_formats(new SegmentedTabs(tabNames())), m_path(new QLineEdit),
      m_progress(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_print(new Button(Icon::None, Tr::tr("Print…"), ButtonKind::Secondary)),
      m_open(new Button(Icon::External, Tr::tr("Open file"), ButtonKind::Secondary)),
      m_write(new Button(Icon::Save, Tr::tr("Write"), ButtonKind::Primary))
{
    m_contents->setWordWrap(true);
    m_formats->setAccessibleName(Tr::tr("Format"));
    m_path->setAccessibleName(Tr::tr("File"));
    column()->addWidget(m_contents);
    column()->addWidget(m_formats);
    column()->addWidget(makeFile());
    column()->addWidget(makeBottom());
    m_open->setEnabled(false);
    connect(m_formats, &SegmentedTabs::currentChanged, this, &ReportSheet::chooseFormat);
    connect(m_path, &QLineEdit::textEdited, this, &ReportSheet::followName);
    connect(m_path, &QLineEdit::returnPressed, this, &ReportSheet::write);
    connect(m_write, &Button::clicked, this, &ReportSheet::write);
    connect(m_open, &Button::clicked, this, &ReportSheet::openWritten);
    connect(m_print, &Button::clicked, this, &ReportSheet::print);
    connectHost();
}

QWidget *ReportSheet::makeFile()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *browse = new Button(Icon::Folder, Tr::tr("Browse"), ButtonKind::Secondary);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    connect(browse, &Button::clicked, this, &ReportSheet::browse);
    return line;
}

QWidget *ReportSheet::makeBottom()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_progress->setElide(Qt::ElideMiddle);
    m_progress->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(m_progress, 1);
    row->addWidget(m_print);
    row->addWidget(m_open);
    row->addWidget(m_write);
    return line;
}

void ReportSheet::connectHost()
{
    connect(&m_host, &ReportHost::progressed, this, [this](double share) {
        if (m_running)
            m_progress->setText(u"%1 %"_s.arg(qRound(100.0 * share)));
    });
    connect(&m_host, &ReportHost::written, this, [this](const QString &path, qint64 bytes) {
        m_written = path;
        m_replaces = path;
        m_open->setEnabled(true);
        finish(
            Tr::tr("Written: %1, %2").arg(QFileInfo(path).fileName(), QLocale().formattedDataSize(bytes, 0)));
        if (isVisible())
            m_open->setFocus(Qt::OtherFocusReason);
        Q_EMIT written(path, !isVisible());
    });
    connect(&m_host, &ReportHost::printed, this, [this] { finish(Tr::tr("Sent to the printer.")); });
    connect(&m_host, &ReportHost::failed, this, &ReportSheet::fail);
}

void ReportSheet::open(const ReportOrder &order, const QString &contents, const QString &folder)
{
    m_contents->setText(contents);
    m_order.query = order.query;
    m_order.generated = order.generated;
    const QString kept = m_path->text().trimmed();
    const QString name = suggested(order.query.range, kept.isEmpty() ? folder : QFileInfo(kept).path());
    if (!m_running) {
        m_path->setText(name + u'.' + extension());
        m_progress->setText(QString());
        m_open->setEnabled(false);
    }
    openAt(sheetWidth, m_path);
    m_path->selectAll();
}

QString ReportSheet::extension() const
{
    return tokenOf(names.at(static_cast<std::size_t>(m_formats->current())).format);
}

/// A name's ending says more than the tabs.
ReportOrder ReportSheet::order() const
{
    ReportOrder order = m_order;
    order.path = m_path->text().trimmed();
    order.format = reportFormatOfFile(order.path)
                       .value_or(names.at(static_cast<std::size_t>(m_formats->current())).format);
    return order;
}

QString ReportSheet::said() const
{
    return m_progress->fullText();
}

/// The name's ending follows the format, unless it is one of its own.
void ReportSheet::chooseFormat()
{
    const QString path = m_path->text();
    if (reportFormatOfFile(path))
        m_path->setText(path.chopped(QFileInfo(path).suffix().size()) + extension());
}

/// The tabs follow the ending that is typed.
void ReportSheet::followName(const QString &path)
{
    const Result<ReportFormat> format = reportFormatOfFile(path);
    for (std::size_t i = 0; format && i < names.size(); ++i)
        if (names.at(i).format == *format)
            m_formats->setCurrent(static_cast<int>(i));
}

void ReportSheet::write()
{
    if (m_running) {
        m_host.cancel();
        return;
    }
    if (m_path->text().trimmed().isEmpty()) {
        say(Tr::tr("Give the file a name."));
        return;
    }
    if (QFileInfo(m_path->text().trimmed()).suffix().isEmpty())
        m_path->setText(m_path->text().trimmed() + u'.' + extension());
    const ReportOrder wanted = order();
    if (QFileInfo::exists(wanted.path) && std::exchange(m_replaces, wanted.path) != wanted.path) {
        say(Tr::tr("%1 is there already. Press Write again to replace it.")
                .arg(QFileInfo(wanted.path).fileName()));
        return;
    }
    setRunning(true);
    m_host.write(wanted);
}

void ReportSheet::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setFullPage(true);
    printer->setDocName(Tr::tr("Quality report"));
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        setRunning(true);
        m_host.print(order(), printer);
    });
    dialog->open();
}

void ReportSheet::browse()
{
    auto *dialog = new QFileDialog(this, Tr::tr("Report"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(extension());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(path);
        m_replaces = path; // the dialog has asked
    });
    dialog->open();
}

void ReportSheet::openWritten()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_written)))
        say(Tr::tr("No program of this desktop opens %1.").arg(m_written));
}

void ReportSheet::setRunning(bool running)
{
    m_running = running;
    m_write->setText(running ? Tr::tr("Cancel") : Tr::tr("Write"));
    m_print->setEnabled(!running);
    m_open->setEnabled(!running && !m_written.isEmpty());
    if (running) {
        say(QString());
        m_progress->setText(Tr::tr("Counting…"));
    }
}

void ReportSheet::finish(const QString &words)
{
    setRunning(false);
    m_progress->setText(words);
}

void ReportSheet::fail(const Error &error)
{
    finish(error.code == Errc::Cancelled ? Tr::tr("Cancelled.") : QString());
    if (error.code == Errc::Cancelled)
        return;
    say(error.message);
    if (!isVisible())
        Q_EMIT failedUnseen(error.message);
}

} // namespace assay::ui
