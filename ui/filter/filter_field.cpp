// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/filter_field.h"

#include "ui/filter/completion_popup.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QInputMethodEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds restBeforeTelling{700};
constexpr int lensWidth = 22;

QColor spanColor(FilterSpan::Kind kind)
{
    const Tokens &t = tokens();
    switch (kind) {
    case FilterSpan::Kind::Column: return t.accentText;
    case FilterSpan::Kind::Keyword: return t.textSecond;
    case FilterSpan::Kind::Unknown: return toneColor(Tone::Fail);
    case FilterSpan::Kind::Operator:
    case FilterSpan::Kind::Value:
    case FilterSpan::Kind::Word:
    case FilterSpan::Kind::Bracket: break;
    }
    return t.text;
}

QTextCharFormat waved(Tone tone)
{
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(toneColor(tone));
    return format;
}

} // namespace

FilterField::FilterField(FilterUses uses, QWidget *parent) : QLineEdit(parent), m_uses(uses)
{
    setPlaceholderText(Tr::tr("Filter, such as: score < 0.9 and issue = tool_results_ignored"));
    setAccessibleName(Tr::tr("Filter"));
    setFont(mono(Type::Body));
    setMaxLength(static_cast<int>(filterMaxLength));
    placeText();
    connect(this, &QLineEdit::textChanged, this, &FilterField::placeText);
    m_settle.setSingleShot(true);
    m_settle.setInterval(restBeforeTelling);
    connect(&m_settle, &QTimer::timeout, this, &FilterField::settle);
    connect(this, &QLineEdit::textChanged, this, &FilterField::read);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (text().isEmpty())
            applyText();
        offer(false);
    });
}

FilterField::~FilterField() = default;

void FilterField::setKeyHint(const QKeySequence &keys)
{
    m_caps = keyCaps(keys);
    placeText();
}

/// What stands in the empty field ends before the keys that lead to it.
void FilterField::placeText()
{
    const int caps =
        text().isEmpty() && !m_caps.isEmpty() ? static_cast<int>(keyCapsSize(m_caps).width()) + 4 : 0;
    setTextMargins(lensWidth, 0, caps, 0);
    update();
}

QSize FilterField::sizeHint() const
{
    return {480, metric::controlHeight};
}

bool FilterField::apply(const QString &newText)
{
    setText(newText);
    return applyText();
}

bool FilterField::isPending() const
{
    return m_parsed && !(*m_parsed == m_filter);
}

void FilterField::read()
{
    const auto parsed = parseFilter(text(), m_uses);
    m_parsed = parsed ? std::optional(*parsed) : std::nullopt;
    m_problem = parsed ? std::nullopt : std::optional(parsed.error());
    const QList<FilterProblem> hints = parsed ? filterHints(text(), m_uses) : QList<FilterProblem>();
    m_hint = hints.isEmpty() ? std::nullopt : std::optional(hints.first());
    m_told = false;
    m_settle.start();
    colour();
    update();
}

/// The formats of an empty composition colour the text without touching it.
void FilterField::colour()
{
    if (m_composing)
        return;
    QList<QInputMethodEvent::Attribute> attributes;
    const auto add = [&](qsizetype start, qsizetype length, const QTextCharFormat &format) {
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(start) - cursorPosition(),
                           static_cast<int>(length), format});
    };
    for (const FilterSpan &span : filterSpans(text())) {
        QTextCharFormat format;
        format.setForeground(spanColor(span.kind));
        add(span.start, span.length, format);
    }
    const std::optional<FilterProblem> &shown = m_problem ? m_problem : m_hint;
    if (m_told && shown) {
        const bool within = shown->length > 0;
        const qsizetype start = within ? shown->position : std::max<qsizetype>(0, text().size() - 1);
        add(start, within ? shown->length : 1, waved(m_problem ? Tone::Fail : Tone::Near));
    }
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
}

void FilterField::settle()
{
    m_told = true;
    colour();
    update();
    if (hasFocus() && (m_problem || m_hint))
        showPopup(false);
}

bool FilterField::applyText()
{
    if (!m_parsed) {
        m_told = true;
        colour();
        showPopup(true);
        return false;
    }
    m_popup ? m_popup->hide() : void();
    setFilter(*m_parsed);
    return true;
}

void FilterField::setFilter(Filter filter)
{
    update();
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    Q_EMIT filterChanged(m_filter);
}

/// @param asked by a key; typing alone offers nothing where anything may follow
void FilterField::offer(bool asked)
{
    m_completions = completeFilter(text(), cursorPosition(), m_uses);
    if (m_completions.valuesOf && m_values) {
        const QString typed = text().mid(m_completions.start, cursorPosition() - m_completions.start);
        const FilterColumnInfo &column = filterColumn(*m_completions.valuesOf);
        for (const QString &value : m_values(*m_completions.valuesOf, typed))
            m_completions.items.append(FilterCompletion{
                .kind = FilterCompletion::Kind::Value, .text = filterLiteral(column, value), .help = {}});
    }
    const QString typed = text().mid(m_completions.start, m_completions.length);
    const bool complete = m_completions.items.size() == 1 && m_completions.items.first().text == typed;
    const bool bare = typed.isEmpty() && (text().isEmpty() || !text().back().isSpace());
    if (!asked && (complete || bare)) {
        m_completions.items.clear();
        if (m_popup != nullptr)
            m_popup->hide();
        return;
    }
    showPopup(false);
}

QString FilterField::sentence() const
{
    if (!m_told)
        return {};
    return m_problem ? m_problem->sentence : m_hint ? m_hint->sentence : QString();
}

/// @param alarming Enter was pressed on an unsound filter: what may have been meant is chosen already
void FilterField::showPopup(bool alarming)
{
    if (m_popup == nullptr || m_popup->parentWidget() != window()) {
        delete m_popup;
        m_popup = new CompletionPopup(this);
        connect(m_popup, &CompletionPopup::rowClicked, this, &FilterField::take);
    }
    if (alarming)
        m_completions.items.clear();
    QList<CompletionRow> rows;
    if (mayTake())
        rows.append({.text = Tr::tr("Did you mean “%1”?").arg((m_problem ? m_problem : m_hint)->suggestion),
                     .help = {},
                     .code = false});
    for (const FilterCompletion &item : std::as_const(m_completions.items))
        rows.append({.text = item.text, .help = item.help});
    m_popup->showRows(rows, sentence(), m_problem.has_value());
    m_popup->setCurrent(alarming && mayTake() ? 0 : -1);
}

/// Is "did you mean" the first row?
bool FilterField::mayTake() const
{
    const std::optional<FilterProblem> &shown = m_problem ? m_problem : m_hint;
    return m_told && shown && !shown->suggestion.isEmpty();
}

void FilterField::step(int rows)
{
    if (m_popup == nullptr || !m_popup->isVisible()) {
        offer(true);
        if (m_popup->count() > 0)
            m_popup->setCurrent(0);
        return;
    }
    if (const int count = m_popup->count(); count > 0)
        m_popup->setCurrent((std::max(m_popup->current(), rows > 0 ? -1 : 0) + rows + count) % count);
}

void FilterField::take(int row)
{
    if (mayTake() && row-- == 0) {
        const FilterProblem meant = m_problem ? *m_problem : *m_hint;
        put(meant.position, meant.length, meant.suggestion, false);
        m_popup->hide();
        return;
    }
    if (row < 0 || row >= m_completions.items.size())
        return;
    const FilterCompletion item = m_completions.items.at(row);
    put(m_completions.start, m_completions.length, item.text, true);
    offer(false);
}

void FilterField::put(qsizetype start, qsizetype length, const QString &piece, bool blank)
{
    const qsizetype end = start + length;
    const bool followed = end < text().size() && (text().at(end).isSpace() || text().at(end) == u')');
    setSelection(static_cast<int>(start), static_cast<int>(length));
    insert(blank && !followed ? piece + u' ' : piece);
}

bool FilterField::event(QEvent *event)
{
    // Tab would move the focus before keyPressEvent() hears of it.
    if (event->type() == QEvent::KeyPress && m_popup != nullptr && m_popup->isVisible() &&
        m_popup->count() > 0) {
        auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) {
            take(std::max(0, m_popup->current()));
            return true;
        }
    }
    // Esc is first the field's own, and only then a shortcut's.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::PaletteChange)
        colour();
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_popup != nullptr && m_popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Down: step(1); return;
    case Qt::Key_Up:
        if (open)
            step(-1);
        return;
    case Qt::Key_Space:
        if (!event->modifiers().testFlag(Qt::ControlModifier))
            break;
        offer(true);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open && m_popup->current() >= 0)
            take(m_popup->current());
        else
            applyText();
        return;
    case Qt::Key_Escape:
        if (open) {
            m_popup->hide();
            return;
        }
        if (!text().isEmpty()) {
            clear();
            applyText();
            return;
        }
        Q_EMIT left();
        return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    if (m_popup != nullptr)
        m_popup->hide();
    QLineEdit::focusOutEvent(event);
}

void FilterField::inputMethodEvent(QInputMethodEvent *event)
{
    QLineEdit::inputMethodEvent(event);
    m_composing = !event->preeditString().isEmpty();
    colour();
}

QString FilterField::stateText() const
{
    if (m_problem && m_told)
        return Tr::tr("not a filter yet");
    return isPending() ? Tr::tr("off: press Enter to filter") : QString();
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QRectF(9, (height() - 16) / 2.0, 16, 16), Icon::Search, tokens().textThird);
    const QSizeF caps = keyCapsSize(m_caps);
    const QRectF right(width() - 8 - caps.width(), (height() - caps.height()) / 2, caps.width(),
                       caps.height());
    const int textEnd =
        cursorRect().right() + fontMetrics().horizontalAdvance(text().mid(cursorPosition())) + 16;
    if (text().isEmpty() || textEnd < right.left())
        paintKeyCaps(painter, right.topLeft(), m_caps);
    const QString state = stateText();
    if (state.isEmpty())
        return;
    painter.setFont(ui::font(Type::Small));
    painter.setPen(m_problem ? toneColor(Tone::Fail) : tokens().textThird);
    const qreal needed = QFontMetricsF(painter.font()).horizontalAdvance(state) + 2;
    if (textEnd + needed < right.left())
        drawLine(painter, QRectF(textEnd, 0, needed, height()), state);
}

} // namespace assay::ui
