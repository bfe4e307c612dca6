// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/version_list.h"

#include "ui/kit/paint.h"
#include "ui/kit/tr.h"
#include "ui/learn/learn_words.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 40;
constexpr int rowsShown = 30;
constexpr double inset = 8;
constexpr double lineHeight = 17;

QString timeText(UtcTime time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000), QLocale::ShortFormat);
}

} // namespace

VersionList::VersionList(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(Tr::tr("Models that routed turns"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void VersionList::setHistory(const QList<Deployment> &history, bool readable)
{
    m_readable = readable;
    m_history = history.mid(0, rowsShown);
    m_current = std::clamp(m_current, 0, rowCount() - 1);
    setAccessibleDescription(rowText(m_current));
    updateGeometry();
    update();
}

void VersionList::setShown(int row)
{
    m_shown = row;
    update();
}

int VersionList::versionAt(int row) const
{
    return row >= 0 && row < m_history.size() ? m_history.at(row).version : 0;
}

QString VersionList::nowText() const
{
    return m_readable ? Tr::tr("routes now") : Tr::tr("cannot be read");
}

QString VersionList::rowText(int row) const
{
    const bool now = row == 0;
    const QString routes = now ? u", "_s + nowText() : QString();
    if (row >= m_history.size())
        return versionText(0, {}) + (m_history.isEmpty() ? routes : QString());
    const Deployment &one = m_history.at(row);
    return versionText(one.version, one.fingerprint) + routes + u", "_s + deploymentText(one) + u", "_s +
           timeText(one.at);
}

QSize VersionList::sizeHint() const
{
    return {320, rowCount() * rowHeight};
}

QRectF VersionList::box(int row) const
{
    return {0, static_cast<double>(row * rowHeight), static_cast<double>(width()), rowHeight};
}

void VersionList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int row = 0; row < rowCount(); ++row)
        paintRow(painter, row);
    if (hasFocus())
        paintFocusRing(painter, box(m_current), metric::radiusChip);
}

void VersionList::paintRow(QPainter &painter, int row) const
{
    const Tokens &t = tokens();
    const QRectF all = box(row);
    if (row == m_shown)
        painter.fillRect(all, t.selection);
    const bool isPast = row < m_history.size();
    const bool now = row == 0;
    double right = all.right() - inset;
    painter.setFont(ui::font(Type::Small, QFont::DemiBold));
    if (now) {
        const QString words = nowText();
        const double wide = std::ceil(QFontMetricsF(painter.font()).horizontalAdvance(words)) + 2;
        painter.setPen(toneColor(m_readable ? Tone::Pass : Tone::Fail));
        drawLine(painter, {right - wide, all.top() + 3, wide, lineHeight}, words);
        paintBandGlyph(painter, {right - wide - 16, all.top() + 6, 11, 11},
                       m_readable ? Band::Pass : Band::Fail);
        right -= wide + 24;
    }
    painter.setFont(ui::font(Type::Body, now ? QFont::DemiBold : QFont::Normal));
    painter.setPen(t.text);
    drawLine(painter, {inset, all.top() + 3, right - inset, lineHeight},
             isPast ? versionText(m_history.at(row).version, m_history.at(row).fingerprint)
                    : versionText(0, {}));
    painter.setFont(ui::font(Type::Small));
    painter.setPen(t.textSecond);
    drawLine(painter, {inset, all.top() + 3 + lineHeight, all.width() - 2 * inset, lineHeight},
             isPast ? deploymentText(m_history.at(row)) + u" · "_s + timeText(m_history.at(row).at)
                    : Tr::tr("weights set by hand; in force where nothing is deployed"));
    painter.fillRect(QRectF(0, all.bottom() - 1, all.width(), 1), t.hairline);
}

void VersionList::choose(int row)
{
    m_current = std::clamp(row, 0, rowCount() - 1);
    setAccessibleDescription(rowText(m_current));
    update();
}

void VersionList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: choose(m_current - 1); return;
    case Qt::Key_Down: choose(m_current + 1); return;
    case Qt::Key_Home: choose(0); return;
    case Qt::Key_End: choose(rowCount() - 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: Q_EMIT activated(m_current); return;
    default: QWidget::keyPressEvent(event);
    }
}

void VersionList::mousePressEvent(QMouseEvent *event)
{
    const int row = static_cast<int>(event->position().y()) / rowHeight;
    if (event->button() != Qt::LeftButton || row < 0 || row >= rowCount())
        return;
    choose(row);
    Q_EMIT activated(row);
}

void VersionList::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void VersionList::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace assay::ui
