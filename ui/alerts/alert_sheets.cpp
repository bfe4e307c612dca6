// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alert_sheets.h"

#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int noteWidth = 440;
constexpr int silenceWidth = 560;
constexpr int linesWidth = 680;
constexpr int linesHeight = 260;
constexpr std::chrono::milliseconds typingRests = 200ms;
constexpr std::array<std::chrono::hours, 4> lengths{1h, 4h, 24h, 24h * 7};
constexpr qsizetype mostNamed = 6;

PlainLabel *fieldTitle(const QString &text)
{
    return new PlainLabel(text, Type::Small, Tone::Second);
}

QLineEdit *addField(QVBoxLayout *column, const QString &title, const QString &example)
{
    auto *field = new QLineEdit;
    field->setMaxLength(500);
    field->setPlaceholderText(example);
    field->setAccessibleName(title);
    column->addWidget(fieldTitle(title));
    column->addWidget(field);
    return field;
}

QHBoxLayout *buttonRow(Button *enter, Button *cancel)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    enter->setKeyHint(QKeySequence(Qt::Key_Return));
    cancel->setKeyHint(QKeySequence(Qt::Key_Escape));
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(enter);
    return row;
}

} // namespace

NoteSheet::NoteSheet(QWidget *host)
    : Sheet(Tr::tr("About this alert"), host), m_title(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_button(new Button(Icon::Check, QString(), ButtonKind::Primary))
{
    m_title->setWordWrap(true);
    column()->addWidget(m_title);
    m_who = addField(column(), Tr::tr("Your name"), Tr::tr("Who you are"));
    m_note = addField(column(), Tr::tr("Note"), Tr::tr("What you know or do about it"));
    auto *cancel = new Button(Icon::None, Tr::tr("Cancel"), ButtonKind::Ghost);
    column()->addLayout(buttonRow(m_button, cancel));
    connect(m_button, &Button::clicked, this, &NoteSheet::take);
    connect(cancel, &Button::clicked, this, &Sheet::close);
    for (QLineEdit *field : {m_who, m_note})
        connect(field, &QLineEdit::returnPressed, this, &NoteSheet::take);
}

void NoteSheet::open(const QString &title, const QString &button, const QString &who, bool noteNeeded,
                     std::function<void(const QString &, const QString &)> done)
{
    m_title->setText(title);
    m_button->setText(button);
    m_noteNeeded = noteNeeded;
    m_done = std::move(done);
    m_who->setText(who);
    m_note->clear();
    openAt(noteWidth, m_note);
}

void NoteSheet::take()
{
    const QString who = m_who->text().trimmed();
    const QString note = m_note->text().trimmed();
    if (who.isEmpty())
        return say(Tr::tr("Say who you are: the history keeps a name with each entry."));
    if (m_noteNeeded && note.isEmpty())
        return say(Tr::tr("A note needs a word."));
    close();
    if (m_done)
        m_done(who, note);
}

SilenceSheet::SilenceSheet(AlertHost &alerts, QWidget *host)
    : Sheet(Tr::tr("Silence alerts"), host), m_alerts(alerts),
      m_length(
          new SegmentedTabs({Tr::tr("1 hour"), Tr::tr("4 hours"), Tr::tr("24 hours"), Tr::tr("7 days")})),
      m_preview(new PlainLabel(QString(), Type::Small, Tone::Second))
{
    m_matchers = addField(column(), Tr::tr("Alerts with these labels"), u"alertname=\"HighLatency\""_s);
    column()->addWidget(fieldTitle(Tr::tr("For")));
    m_length->setAccessibleName(Tr::tr("For"));
    column()->addWidget(m_length);
    m_note = addField(column(), Tr::tr("Why"), Tr::tr("For whoever wonders why it is quiet"));
    m_who = addField(column(), Tr::tr("Your name"), Tr::tr("Who you are"));
    m_preview->setWordWrap(true);
    m_preview->setAccessibleName(Tr::tr("What it would mute"));
    m_preview->setMinimumHeight(48);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column()->addWidget(m_preview);
    auto *enter = new Button(Icon::Pause, Tr::tr("Silence"), ButtonKind::Primary);
    auto *cancel = new Button(Icon::None, Tr::tr("Cancel"), ButtonKind::Ghost);
    column()->addLayout(buttonRow(enter, cancel));
    connect(enter, &Button::clicked, this, &SilenceSheet::take);
    connect(cancel, &Button::clicked, this, &Sheet::close);
    for (QLineEdit *field : {m_matchers, m_note, m_who})
        connect(field, &QLineEdit::returnPressed, this, &SilenceSheet::take);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingRests);
    connect(m_matchers, &QLineEdit::textChanged, this, [this] { m_soon.start(); });
    connect(&m_soon, &QTimer::timeout, this, &SilenceSheet::look);
}

void SilenceSheet::open(const QString &matchers, const QString &who)
{
    m_matchers->setText(matchers);
    m_note->clear();
    m_who->setText(who);
    m_length->setCurrent(0);
    m_preview->setText(Tr::tr("looking up what it would mute …"));
    openAt(silenceWidth, m_note);
    look();
}

QString SilenceSheet::preview() const
{
    return m_preview->fullText();
}

Result<AlertSilence> SilenceSheet::silence() const
{
    const Result<QList<AlertMatcher>> matchers = parseMatchers(m_matchers->text());
    if (!matchers)
        return fail(matchers.error());
    const UtcTime now = utcNow();
    return AlertSilence{.matchers = *matchers,
                        .begins = now,
                        .ends = now + lengths.at(static_cast<std::size_t>(std::max(0, m_length->current()))),
                        .who = m_who->text().trimmed(),
                        .note = m_note->text().trimmed()};
}

void SilenceSheet::look()
{
    m_soon.stop();
    const quint64 number = ++m_asked;
    const Result<AlertSilence> wanted = silence();
    if (!wanted) {
        m_preview->setText(wanted.error().message);
        return;
    }
    m_alerts.previewSilence(*wanted, this, [this, number](const Result<AlertSilencePreview> &preview) {
        if (number != m_asked)
            return;
        if (!preview)
            return m_preview->setText(preview.error().message);
        QStringList names;
        for (const AlertFiring &firing : preview->now + preview->before)
            if (!names.contains(firing.rule))
                names.append(firing.rule);
        const qsizetype more = names.size() - mostNamed;
        QString text = Tr::tr("Would mute %1 that fire now, and would have muted %2 of the last 7 days.")
                           .arg(preview->now.size())
                           .arg(preview->before.size());
        if (!names.isEmpty())
            text += u"\n"_s + visibleLine(names.mid(0, mostNamed).join(u", "_s), 400) +
                    (more > 0 ? u" "_s + Tr::tr("and %1 more").arg(more) : QString());
        m_preview->setText(text);
    });
}

void SilenceSheet::take()
{
    const Result<AlertSilence> wanted = silence();
    if (!wanted)
        return say(wanted.error().message);
    if (wanted->who.isEmpty())
        return say(Tr::tr("Say who you are: the history keeps a name with each entry."));
    close();
    Q_EMIT silenced(*wanted);
}

LinesSheet::LinesSheet(QWidget *host)
    : Sheet(Tr::tr("Rule file"), host), m_title(new PlainLabel(QString(), Type::Body, Tone::Second)),
      m_lines(new PlainTextView), m_button(new Button(Icon::Check, QString(), ButtonKind::Primary))
{
    m_title->setWordWrap(true);
    column()->addWidget(m_title);
    m_lines->setFixedHeight(linesHeight);
    m_lines->setAccessibleName(Tr::tr("Lines"));
    m_lines->setTabChangesFocus(true);
    column()->addWidget(m_lines);
    auto *cancel = new Button(Icon::None, Tr::tr("Close"), ButtonKind::Ghost);
    column()->addLayout(buttonRow(m_button, cancel));
    connect(cancel, &Button::clicked, this, &Sheet::close);
    connect(m_button, &Button::clicked, this, [this] {
        close();
        if (m_done)
            m_done();
    });
}

void LinesSheet::open(const QString &title, const QStringList &lines, const QString &button,
                      std::function<void()> done)
{
    m_title->setText(title);
    m_lines->setText(lines.join(u'\n'));
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_done = std::move(done);
    openAt(linesWidth, m_lines);
}

QString LinesSheet::text() const
{
    return m_title->fullText() + u'\n' + m_lines->fullText();
}

void LinesSheet::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_button->isVisible())
        m_button->click();
    else
        Sheet::keyPressEvent(event);
}

} // namespace assay::ui
