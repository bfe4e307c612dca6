// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/plain.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain_marks.h"
#include "ui/kit/tr.h"

#include <QtCore/QEvent>
#include <QtCore/QMimeData>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <cmath>
#include <limits>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

bool isHidden(char32_t c)
{
    return (c >= 0x80 && c <= 0x9F) || c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFC) || (c >= 0xE0000 && c <= 0xE0FFF);
}

QString codePoint(char32_t c)
{
    return u"⟨U+%1⟩"_s.arg(QString::number(quint32(c), 16).toUpper().rightJustified(4, u'0'));
}

void appendVisible(QString &out, char32_t c)
{
    if (c == U'\n' || c == U'\t')
        out += QChar(char16_t(c));
    else if (c < 0x20)
        out += QChar(char16_t(0x2400 + c));
    else if (c == 0x7F)
        out += u'␡';
    else if (isHidden(c))
        out += codePoint(c);
    else
        out += QChar::fromUcs4(c);
}

/// Characters of `text` to look at: at most `max`, never half of a surrogate pair.
qsizetype looked(const QString &text, qsizetype max)
{
    qsizetype end = qBound(qsizetype(0), max, text.size());
    if (end > 0 && end < text.size() && text.at(end - 1).isHighSurrogate() && text.at(end).isLowSurrogate())
        --end;
    return end;
}

} // namespace

QString visibleText(const QString &text, qsizetype max)
{
    const qsizetype end = looked(text, max);
    QString out;
    out.reserve(end + 32);
    for (qsizetype i = 0; i < end; ++i) {
        const QChar c = text.at(i);
        if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            continue;
        if (!c.isSurrogate()) {
            appendVisible(out, c.unicode());
        } else if (c.isHighSurrogate() && i + 1 < end && text.at(i + 1).isLowSurrogate()) {
            appendVisible(out, QChar::surrogateToUcs4(c, text.at(i + 1)));
            ++i;
        } else {
            out += codePoint(c.unicode());
        }
    }
    if (end < text.size()) {
        const auto left = int(qMin(text.size() - end, qsizetype(std::numeric_limits<int>::max())));
        out += Tr::tr("… %Ln more characters", nullptr, left);
    }
    return out;
}

QString visibleLine(const QString &text, qsizetype max)
{
    QString line = visibleText(text, max);
    line.replace(u'\n', u'⏎');
    line.replace(u'\t', u' ');
    return line;
}

PlainLabel::PlainLabel(QWidget *parent) : QLabel(parent)
{
    QLabel::setTextFormat(Qt::PlainText);
    setFont(assay::ui::font(Type::Body));
    applyTone();
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent) : PlainLabel(parent)
{
    setText(text);
}

PlainLabel::PlainLabel(const QString &text, Type type, Tone tone, QWidget *parent) : PlainLabel(parent)
{
    setType(type);
    setTone(tone);
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    if (text == m_full)
        return;
    m_full = text;
    showText();
}

void PlainLabel::showText()
{
    m_line = m_elide == Qt::ElideNone ? QString() : visibleLine(m_full, m_maximum);
    QLabel::setText(m_elide == Qt::ElideNone ? visibleText(m_full, m_maximum) : m_line);
    update();
}

void PlainLabel::setType(Type type, QFont::Weight weight)
{
    setFont(assay::ui::font(type, weight));
}

void PlainLabel::setMono(Type type)
{
    setFont(mono(type));
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void PlainLabel::applyTone()
{
    const QColor wanted = toneColor(m_tone);
    if (palette().color(QPalette::Active, QPalette::WindowText) == wanted)
        return;
    QPalette p = palette();
    p.setColor(QPalette::Active, QPalette::WindowText, wanted);
    p.setColor(QPalette::Inactive, QPalette::WindowText, wanted);
    setPalette(p);
}

void PlainLabel::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    setSizePolicy(mode == Qt::ElideNone ? QSizePolicy::Preferred : QSizePolicy::Maximum,
                  QSizePolicy::Preferred);
    showText();
    updateGeometry();
}

void PlainLabel::setSelectable(bool on)
{
    setTextInteractionFlags(on ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                               : Qt::NoTextInteraction);
}

void PlainLabel::setMaximum(qsizetype characters)
{
    m_maximum = characters;
    showText();
}

QSize PlainLabel::sizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return QLabel::sizeHint();
    const QFontMetricsF metrics(font());
    const qreal width = metrics.horizontalAdvance(m_line.first(qMin(m_line.size(), qsizetype(400))));
    const QMargins m = contentsMargins();
    return {int(std::ceil(width)) + 1 + m.left() + m.right(),
            int(std::ceil(metrics.height())) + m.top() + m.bottom()};
}

QSize PlainLabel::minimumSizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    return {qMin(24, sizeHint().width()), sizeHint().height()};
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    drawLine(painter, contentsRect(), m_line, alignment() | Qt::AlignVCenter, m_elide);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTone();
}

ElidedLabel::ElidedLabel(QWidget *parent) : PlainLabel(parent)
{
    setElide(Qt::ElideRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

ElidedLabel::ElidedLabel(const QString &text, Type type, Tone tone, QWidget *parent) : ElidedLabel(parent)
{
    setType(type);
    setTone(tone);
    setText(text);
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (sizeHint().width() > width())
            QToolTip::showText(mapToGlobal(QPoint(0, height())), plainToolTipText(fullText()), this);
        return true;
    }
    return PlainLabel::event(event);
}

QString plainToolTipText(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Qt takes a tooltip for rich text when it looks like it; this one always does and holds only escapes.
    return u"<span style=\"white-space:pre-wrap\">"_s + visibleText(text, 1000).toHtmlEscaped() +
           u"</span>"_s;
}

void plainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTipText(text));
}

QMessageBox *plainMessageBox(QMessageBox::Icon icon, const QString &title, const QString &text,
                             const QString &detail, QMessageBox::StandardButtons buttons, QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(icon);
    box->setWindowTitle(visibleLine(title, 200));
    box->setText(visibleText(text, 1000));
    box->setStandardButtons(buttons);
    if (!detail.isEmpty())
        box->setInformativeText(visibleText(detail, 2000));
    // The second label of the box follows the first one's format only from Qt 6.7 on.
    const auto labels = box->findChildren<QLabel *>();
    for (QLabel *label : labels)
        label->setTextFormat(Qt::PlainText);
    return box;
}

PlainTextView::PlainTextView(QWidget *parent) : QPlainTextEdit(parent), m_marks(new PlainMarks(document()))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setAcceptDrops(false);
    setFont(mono(Type::Small));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(8);
}

void PlainTextView::setText(const QString &text, const QList<PlainMark> &marks)
{
    m_full = text;
    m_marked.clear();
    m_marks->setMarks({});
    QString shown = visibleText(text, maximum());
    // Qt lays a block out at once, so no block may be long.
    constexpr qsizetype longest = 4000;
    QString broken;
    broken.reserve(shown.size() + shown.size() / longest + 1);
    qsizetype run = 0;
    QList<qsizetype> breaks; // before which characters
    for (const QChar c : std::as_const(shown)) {
        run = c == u'\n' ? 0 : run + 1;
        if (run > longest && !c.isLowSurrogate()) {
            breaks.append(broken.size() - breaks.size());
            broken += u'\n';
            run = 1;
        }
        broken += c;
    }
    setPlainText(broken);
    if (shown != text)
        return;
    const auto placed = [&breaks](qsizetype at) {
        return at + std::distance(breaks.cbegin(), std::upper_bound(breaks.cbegin(), breaks.cend(), at));
    };
    for (PlainMark mark : marks) {
        const qsizetype end = placed(mark.start + mark.length);
        mark.start = placed(mark.start);
        mark.length = end - mark.start;
        m_marked.append(mark);
    }
    m_marks->setMarks(m_marked);
}

void PlainTextView::showFirst(PlainMark::Kind kind)
{
    const auto first = std::ranges::find(m_marked, kind, &PlainMark::kind);
    QTextCursor cursor(document());
    cursor.setPosition(first == m_marked.end() ? 0 : static_cast<int>(first->start));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void PlainTextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_marked.isEmpty())
        m_marks->rehighlight(); // in the colours of the theme in force
}

QMimeData *PlainTextView::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    plain->setText(text);
    return plain;
}

bool PlainTextView::canInsertFromMimeData(const QMimeData *source) const
{
    Q_UNUSED(source)
    return false;
}

void PlainTextView::insertFromMimeData(const QMimeData *source)
{
    Q_UNUSED(source)
}

} // namespace assay::ui
