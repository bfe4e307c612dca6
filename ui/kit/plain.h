// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtCore/QString>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>

namespace assay::ui {

/// Most characters a one-line or short text shows unless told otherwise.
inline constexpr qsizetype plainMaximum = 4000;

/// Foreign text as it may be shown: control characters and lone surrogates as visible marks
/// (ESC is ␛, NUL is ␀, a bidi override is ⟨U+202E⟩), line feed and tab kept, CRLF made LF.
/// Looks at `max` characters at most; what is left out is told at the end: "… n more characters".
/// `max` ≤ 0 shows nothing of the text but that note. Empty stays empty.
QString visibleText(const QString &text, qsizetype max = plainMaximum);

/// `visibleText` on one line: line feeds become ⏎, tabs a space.
QString visibleLine(const QString &text, qsizetype max = plainMaximum);

/// Where foreign text goes. Never rich text, always through `visibleText`.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);
    PlainLabel(const QString &text, Type type, Tone tone, QWidget *parent = nullptr);

    /// Takes any text of any length; keeps it whole for `fullText`.
    void setText(const QString &text);
    const QString &fullText() const { return m_full; }

    void setType(Type type, QFont::Weight weight = QFont::Normal);
    void setMono(Type type);
    void setTone(Tone tone);
    /// Elides on one line instead of asking for the room. ElideNone (the default) never elides.
    void setElide(Qt::TextElideMode mode);
    /// Selectable by mouse and keyboard; such a label takes focus. Not together with eliding.
    void setSelectable(bool on);
    /// Most characters shown; default `plainMaximum`.
    void setMaximum(qsizetype characters);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using QLabel::setPixmap;
    using QLabel::setTextFormat;
    void showText();
    void applyTone();

    QString m_full;
    QString m_line;
    qsizetype m_maximum = plainMaximum;
    Tone m_tone = Tone::Primary;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

/// A one-line label that elides at the right and shows the whole text as its tooltip.
class ElidedLabel final : public PlainLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    ElidedLabel(const QString &text, Type type, Tone tone, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
};

/// Sets a tooltip that Qt shows as plain text whatever it holds. Empty removes it.
void plainToolTip(QWidget *widget, const QString &text);
/// The escaped text `plainToolTip` sets, for Qt::ToolTipRole of item models.
QString plainToolTipText(const QString &text);

/// A message box whose every text is plain: `title` and `text` ours, `detail` may be foreign.
/// Not shown yet; the caller opens it (`open()`, never `exec()`), and it deletes itself when closed.
QMessageBox *plainMessageBox(QMessageBox::Icon icon, const QString &title, const QString &text,
                             const QString &detail = QString(),
                             QMessageBox::StandardButtons buttons = QMessageBox::Ok,
                             QWidget *parent = nullptr);

/// A stretch of a plain text that stands out. Where it is, is ours to say, never the text's.
struct PlainMark
{
    enum class Kind : std::uint8_t { Heading, Cited };

    Kind kind = Kind::Heading;
    qsizetype start = 0; ///< in the text given, in UTF-16 units
    qsizetype length = 0;

    bool operator==(const PlainMark &) const = default;
};

class PlainMarks;

/// Many lines of foreign text, read-only, monospace, selectable; copies and shows plain text alone.
class PlainTextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PlainTextView(QWidget *parent = nullptr);

    /// Shows at most `maximum()` characters and says how many more there are.
    /// @param marks are left out where the text cannot be shown as it is
    void setText(const QString &text, const QList<PlainMark> &marks = {});
    /// Scrolls to where a kind of mark first is; to the top when there is none.
    void showFirst(PlainMark::Kind kind);
    const QString &fullText() const { return m_full; }
    static constexpr qsizetype maximum() { return 200'000; }

protected:
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    using QPlainTextEdit::appendHtml;
    QString m_full;
    QList<PlainMark> m_marked; ///< as they stand in the document
    PlainMarks *m_marks;
};

} // namespace assay::ui
