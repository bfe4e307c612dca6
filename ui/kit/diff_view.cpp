// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/diff_view.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include <cmath>

namespace assay::ui {

namespace {

constexpr qreal lineHeight = 20;
constexpr qsizetype longestBlock = 3000;
constexpr qsizetype mostLines = 500;

QTextCharFormat formatOf(DiffSpan::Kind kind)
{
    const Tokens &t = tokens();
    QTextCharFormat format;
    switch (kind) {
    case DiffSpan::Kind::Same: break;
    case DiffSpan::Kind::Removed:
        format.setForeground(t.band(Band::Fail).text);
        format.setBackground(t.band(Band::Fail).tint);
        format.setFontStrikeOut(true);
        break;
    case DiffSpan::Kind::Added:
        format.setForeground(t.text);
        format.setBackground(t.band(Band::Pass).tint);
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(t.band(Band::Pass).fill);
        break;
    }
    return format;
}

/// What is compared of a text: so many characters and lines that laying it out never holds up the window.
QString comparedPart(const QString &text)
{
    qsizetype end = -1;
    for (qsizetype line = 0; line < mostLines && end < DiffView::maximum; ++line) {
        end = text.indexOf(u'\n', end + 1);
        if (end < 0)
            return visibleText(text, DiffView::maximum);
    }
    return visibleText(text, qMin(end, DiffView::maximum));
}

} // namespace

struct DiffView::Block
{
    QTextLayout layout;
    qreal y = 0;
    qreal height = 0;
};

DiffView::DiffView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(Tr::tr("Difference"));
}

DiffView::~DiffView() = default;

void DiffView::setTexts(const QString &before, const QString &after, Side side)
{
    const QList<DiffSpan> all = wordDiff(comparedPart(before), comparedPart(after));
    m_side = side;
    m_spans.clear();
    for (const DiffSpan &span : all) {
        const bool left = span.kind == DiffSpan::Kind::Removed && side == Side::After;
        const bool right = span.kind == DiffSpan::Kind::Added && side == Side::Before;
        if (!left && !right)
            m_spans << span;
    }
    setAccessibleDescription(after.first(qMin(after.size(), qsizetype(2000))));
    forget();
}

void DiffView::forget()
{
    m_width = -1;
    m_blocks.clear();
    updateGeometry();
    update();
}

void DiffView::shape() const
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    const auto finish = [&] {
        auto block = std::make_unique<Block>();
        block->layout.setText(text);
        block->layout.setFont(assay::ui::font(Type::Body));
        block->layout.setFormats(formats);
        block->layout.setCacheEnabled(true); // shaped once, broken into lines for every width
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        block->layout.setTextOption(option);
        m_blocks.push_back(std::move(block));
        text.clear();
        formats.clear();
    };
    for (const DiffSpan &span : m_spans) {
        QStringView rest = span.text;
        while (!rest.isEmpty()) {
            const qsizetype feed = rest.indexOf(u'\n');
            const qsizetype room = qMax(qsizetype(2), longestBlock - text.size());
            qsizetype take = qMin(feed < 0 ? rest.size() : feed, room);
            if (take > 1 && take < rest.size() && rest.at(take - 1).isHighSurrogate())
                --take;
            formats << QTextLayout::FormatRange{int(text.size()), int(take), formatOf(span.kind)};
            text += rest.first(take);
            rest = rest.sliced(take);
            if (rest.startsWith(u'\n')) {
                rest = rest.sliced(1);
                finish();
            } else if (text.size() >= longestBlock) {
                finish();
            }
        }
    }
    if (!text.isEmpty())
        finish();
}

void DiffView::build(int width) const
{
    if (width == m_width)
        return;
    if (m_blocks.empty())
        shape();
    m_width = width;
    m_height = 0;
    for (const auto &block : m_blocks) {
        block->height = 0;
        block->layout.beginLayout();
        for (QTextLine line = block->layout.createLine(); line.isValid(); line = block->layout.createLine()) {
            line.setLineWidth(qMax(40, width));
            const qreal room = qMax(lineHeight, std::ceil(line.height()));
            line.setPosition({0, block->height + std::round((room - line.height()) / 2)});
            block->height += room;
        }
        block->layout.endLayout();
        block->y = m_height;
        m_height += block->height;
    }
}

int DiffView::heightForWidth(int width) const
{
    build(qMax(40, width));
    return int(std::ceil(m_height));
}

QSize DiffView::sizeHint() const
{
    // The width it was last laid out for serves: asking for another one would lay out all of it again.
    return {480, m_width > 0 ? int(std::ceil(m_height)) : heightForWidth(width() > 40 ? width() : 480)};
}

QSize DiffView::minimumSizeHint() const
{
    return {120, int(lineHeight)};
}

void DiffView::copy()
{
    QString text;
    for (const DiffSpan &span : std::as_const(m_spans))
        if (span.kind != DiffSpan::Kind::Removed || m_side == Side::Before)
            text += span.text;
    QGuiApplication::clipboard()->setText(text);
}

void DiffView::paintEvent(QPaintEvent *event)
{
    build(qMax(40, width()));
    QPainter painter(this);
    painter.setPen(tokens().text);
    for (const auto &block : m_blocks) {
        if (block->y + block->height < event->rect().top())
            continue;
        if (block->y > event->rect().bottom())
            break;
        block->layout.draw(&painter, {0, block->y});
    }
    if (hasFocus())
        painter.fillRect(QRect(0, 0, metric::focusRing, height()), tokens().accentText);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        forget();
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

} // namespace assay::ui
