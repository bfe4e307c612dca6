// SPDX-License-Identifier: Apache-2.0
#include "ui/events/events_sheet.h"

#include "ui/events/event_words.h"
#include "ui/kit/button.h"
#include "ui/kit/controls.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int jumpWidth = 360;
constexpr int captureWidth = 520;

} // namespace

JumpSheet::JumpSheet(const QString &title, const QString &example, QWidget *host)
    : Sheet(title, host), m_field(new QLineEdit)
{
    m_field->setPlaceholderText(example);
    m_field->setAccessibleName(title);
    m_field->setMaxLength(60);
    column()->addWidget(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (const QString problem = m_take(m_field->text()); problem.isEmpty())
            close();
        else
            say(problem);
    });
}

void JumpSheet::open(std::function<QString(const QString &)> take)
{
    m_take = std::move(take);
    m_field->selectAll();
    openAt(jumpWidth, m_field);
}

CaptureSheet::CaptureSheet(QWidget *host)
    : Sheet(Tr::tr("Save capture"), host),
      m_range(new SegmentedTabs(
          {Tr::tr("Everything read"), Tr::tr("What is shown"), Tr::tr("From the chosen one")})),
      m_path(new QLineEdit), m_redact(new Toggle(Tr::tr("Take secrets out"))),
      m_save(new Button(Icon::Save, Tr::tr("Save"), ButtonKind::Primary)),
      m_progress(new PlainLabel(QString(), Type::Small, Tone::Second))
{
    m_range->setAccessibleName(Tr::tr("How much"));
    m_path->setAccessibleName(Tr::tr("File"));
    auto *browse = new Button(Icon::Folder, Tr::tr("Browse"), ButtonKind::Secondary);
    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    auto *redact = new QHBoxLayout;
    redact->addWidget(m_redact);
    redact->addWidget(new PlainLabel(Tr::tr("Take secrets out; the frames are then not as received"),
                                     Type::Small, Tone::Second),
                      1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_progress, 1);
    bottom->addWidget(m_save);
    column()->addWidget(m_range);
    column()->addLayout(file);
    column()->addLayout(redact);
    column()->addLayout(bottom);
    connect(m_save, &Button::clicked, this, &CaptureSheet::save);
    connect(m_path, &QLineEdit::returnPressed, this, &CaptureSheet::save);
    connect(browse, &Button::clicked, this, &CaptureSheet::browse);
}

void CaptureSheet::open(const FeedView &view, qint64 chosen, const QString &suggestedPath)
{
    m_chosen = chosen;
    m_filtered = view.isFiltered();
    m_range->setBadge(0, countText(view.records));
    m_range->setBadge(1, countText(view.count));
    m_range->setBadge(2, chosen >= 0 ? countText(view.count - chosen) : QString());
    m_range->setCurrent(m_filtered ? 1 : 0);
    if (!m_running) {
        m_path->setText(suggestedPath);
        m_progress->setText(QString());
    }
    openAt(captureWidth, m_path);
}

void CaptureSheet::save()
{
    if (std::exchange(m_running, !m_running)) {
        Q_EMIT cancelWanted();
        return;
    }
    FeedSave what{.path = m_path->text().trimmed(), .redact = m_redact->isChecked()};
    if (what.path.isEmpty()) {
        m_running = false;
        say(Tr::tr("Give the file a name."));
        return;
    }
    if (QFileInfo(what.path).suffix().isEmpty())
        what.path += u".assaycap"_s;
    m_path->setText(what.path);
    what.wholeFeed = m_range->current() == 0;
    what.first = m_range->current() == 2 ? std::max<qint64>(0, m_chosen) : 0;
    say(QString());
    m_save->setText(Tr::tr("Stop"));
    Q_EMIT saveWanted(what);
}

void CaptureSheet::showProgress(qint64 done, qint64 all)
{
    if (m_running)
        m_progress->setText(Tr::tr("%1 of %2").arg(countText(done), countText(all)));
}

void CaptureSheet::saved(const Result<qint64> &records)
{
    m_running = false;
    m_save->setText(Tr::tr("Save"));
    m_progress->setText(QString());
    if (!records) {
        say(records.error().message);
        return;
    }
    close();
    Q_EMIT done(m_path->text(), *records);
}

void CaptureSheet::browse()
{
    auto *dialog =
        new QFileDialog(this, Tr::tr("Save capture"), m_path->text(), Tr::tr("Captures (*.assaycap)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

} // namespace assay::ui
