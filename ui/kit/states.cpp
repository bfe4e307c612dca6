// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/states.h"

#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

namespace assay::ui {

namespace {

/// An icon alone, in the third tone.
class Mark final : public QWidget
{
public:
    Mark(Icon icon, Tone tone, QWidget *parent) : QWidget(parent), m_icon(icon), m_tone(tone)
    {
        setFixedSize(24, 24);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, toneColor(m_tone));
    }

private:
    Icon m_icon;
    Tone m_tone;
};

PlainLabel *centred(Type type, Tone tone, QWidget *parent)
{
    auto *label = new PlainLabel(QString(), type, tone, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMaximum(600);
    return label;
}

QVBoxLayout *column(QWidget *owner)
{
    auto *layout = new QVBoxLayout(owner);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(1);
    return layout;
}

} // namespace

EmptyState::EmptyState(Icon icon, const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent), m_sentence(centred(Type::Body, Tone::Second, this)),
      m_button(new Button(action, ButtonKind::Secondary, this))
{
    QVBoxLayout *layout = column(this);
    layout->addWidget(new Mark(icon, Tone::Third, this), 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence);
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    m_button->setVisible(!action.isEmpty());
    setSentence(sentence);
    connect(m_button, &Button::clicked, this, &EmptyState::activated);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

ErrorState::ErrorState(QWidget *parent)
    : QWidget(parent), m_what(centred(Type::Body, Tone::Primary, this)),
      m_where(centred(Type::Small, Tone::Second, this)),
      m_button(new Button(Icon::Rerun, Tr::tr("Retry"), ButtonKind::Secondary, this))
{
    QVBoxLayout *layout = column(this);
    layout->addWidget(new Mark(Icon::Warning, Tone::Fail, this), 0, Qt::AlignHCenter);
    layout->addWidget(m_what);
    layout->addWidget(m_where);
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    m_what->setType(Type::Body, QFont::DemiBold);
    m_where->setSelectable(true);
    connect(m_button, &Button::clicked, this, &ErrorState::retry);
}

void ErrorState::setError(const QString &what, const QString &where)
{
    m_what->setText(what);
    m_where->setText(where);
    m_where->setVisible(!where.isEmpty());
    setAccessibleName(visibleLine(what, 300));
}

Skeleton::Skeleton(int lines, QWidget *parent) : QWidget(parent), m_lines(qBound(1, lines, 50))
{
    setAccessibleName(Tr::tr("Loading"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_due = true;
        update();
    });
}

QSize Skeleton::sizeHint() const
{
    return {320, m_lines * metric::row};
}

void Skeleton::showEvent(QShowEvent *event)
{
    m_due = false;
    m_timer.start();
    QWidget::showEvent(event);
}

void Skeleton::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void Skeleton::paintEvent(QPaintEvent *)
{
    if (!m_due)
        return;
    constexpr std::array shares{0.92, 0.74, 0.83, 0.58, 0.88};
    QPainter painter(this);
    for (int i = 0; i < m_lines; ++i) {
        const double share = shares.at(std::size_t(i) % shares.size());
        paintBox(painter, QRectF(0, i * metric::row + 9, width() * share, 10), metric::radiusChip,
                 tokens().track);
    }
}

} // namespace assay::ui
