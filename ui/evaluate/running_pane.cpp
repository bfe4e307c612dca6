// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/running_pane.h"

#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QFileInfo>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int barHeight = 4;

} // namespace

RunningPane::RunningPane(Actions &actions, QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(QString(), Type::Body, Tone::Primary)),
      m_progress(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_remaining(new PlainLabel(QString(), Type::Small, Tone::Second)), m_bar(new QWidget)
{
    setAccessibleName(Tr::tr("The run under way"));
    m_title->setType(Type::Body, QFont::Medium);
    m_progress->setWordWrap(true);
    m_remaining->setWordWrap(true);
    m_bar->setFixedHeight(barHeight);
    auto *stop = new Button(Icon::Stop, Tr::tr("Stop"), ButtonKind::Secondary);
    stop->setCompact(true);
    stop->setKeyHint(actions.at(ActionId::StopRun)->shortcut());
    stop->setAccessibleName(actions.at(ActionId::StopRun)->text());
    connect(stop, &Button::clicked, actions.at(ActionId::StopRun), &QAction::trigger);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(stop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, 10, margin, 12);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_progress);
    column->addWidget(m_remaining);
    hide();
}

void RunningPane::setRun(const std::optional<RunUnderWay> &run)
{
    setVisible(run.has_value());
    if (!run)
        return;
    const RunProgress &now = run->progress;
    m_share = now.total > 0 ? static_cast<double>(now.done) / now.total : 0.0;
    m_title->setText(QFileInfo(run->plan.suite).completeBaseName());
    m_progress->setText(now.total > 0 ? progressText(now) : Tr::tr("begins …"));
    m_remaining->setText(remainingText(*run));
    setAccessibleDescription(words());
    update();
}

QString RunningPane::words() const
{
    return m_progress->fullText() + u", "_s + m_remaining->fullText();
}

void RunningPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.raised);
    painter.fillRect(QRectF(0, 0, width(), 1), t.hairline);
    const QRectF track(m_bar->geometry());
    paintBox(painter, track, barHeight / 2.0, t.track);
    paintBox(painter, {track.left(), track.top(), track.width() * m_share, track.height()}, barHeight / 2.0,
             t.accentFill);
}

} // namespace assay::ui
