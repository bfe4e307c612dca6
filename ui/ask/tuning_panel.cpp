// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/tuning_panel.h"

#include "models/prices.h"
#include "ui/ask/state_link.h"
#include "ui/ask/tuning_difference.h"
#include "ui/ask/tuning_fields.h"
#include "ui/ask/tuning_side.h"
#include "ui/ask/tuning_what_if.h"
#include "ui/ask/what_if_curve.h"
#include "ui/ask/what_if_figures.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 16;
constexpr int headHeight = 40;
constexpr int headGap = 6;
constexpr int columnGap = 10;
constexpr int twoColumnsFrom = 400;
constexpr int narrowSideHeight = 132;
constexpr int figuresHeight = 104;

/// Models that the operator can choose without asking any provider: those with a price, and the embedded
/// ones.
QStringList knownModels(const QStringList &embedded)
{
    QStringList all = embedded;
    if (const Result<PriceTable> prices = PriceTable::bundled())
        for (const Price &price : prices->entries())
            all.append(price.provider + u'/' + price.match);
    return all;
}

QVBoxLayout *columnOf(const QList<TuningField *> &fields)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    for (TuningField *field : fields)
        column->addWidget(field);
    column->addStretch(1);
    return column;
}

/// Takes a layout apart without deleting the widgets in it, but for the lines.
void takeApart(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QLayout *inner = item->layout())
            takeApart(inner);
        else if (auto *line = qobject_cast<Hairline *>(item->widget()))
            delete line;
        delete item;
    }
}

} // namespace

TuningPanel::TuningPanel(SettingsHub &hub, Actions &actions, QWidget *parent)
    : QWidget(parent), m_model(hub), m_applyAction(actions.at(ActionId::ApplyTuning)),
      m_scroll(new QScrollArea), m_body(new QVBoxLayout), m_side(new TuningSide(m_model, actions)),
      m_headline(new PlainLabel(QString(), Type::Small, Tone::Primary))
{
    setAccessibleName(Tr::tr("Tuning"));
    auto *ground = new Pane(Pane::Ground::Surface);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(ground);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(actions));
    m_headline->setElide(Qt::ElideRight);
    m_headline->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_headline->setContentsMargins(side, 0, side, 4);
    m_headline->hide();
    column->addWidget(m_headline);
    column->addWidget(m_scroll, 1);

    makeFields();
    auto *body = new QWidget;
    body->setLayout(m_body);
    m_body->setContentsMargins(side, 0, side, 10);
    m_body->setSpacing(8);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    arrange();
    connectActions(actions);
    connect(&m_model, &TuningModel::changed, this, &TuningPanel::refresh);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        const int bar = most > 0 ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
        m_body->setContentsMargins(side, 0, std::max(4, side - bar), 10);
    });
    refresh();
}

TuningPanel::~TuningPanel() = default;

void TuningPanel::watchTurns(const QString &storePath)
{
    m_whatIf = new TuningWhatIf(m_model, storePath, this);
    m_side->addFigures(m_whatIf->figures());
    const auto tell = [this](const QString &text) {
        m_headline->setText(text.isEmpty() ? Tr::tr("Move a control to see what it would have done.") : text);
    };
    tell({});
    m_headline->show(); // figures may be scrolled away
    connect(m_whatIf, &TuningWhatIf::headline, this, tell);
    m_columns = 0;
    arrange();
}

QWidget *TuningPanel::makeHead(Actions &actions)
{
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    m_title = new PlainLabel(Tr::tr("Tuning"), Type::Title, Tone::Primary);
    m_title->setType(Type::Title, QFont::DemiBold);
    m_state = new StateLink;
    connect(m_state, &QAbstractButton::clicked, this, &TuningPanel::showDifference);
    m_revert = new Button(Tr::tr("Revert"), ButtonKind::Secondary);
    m_apply = new Button(Tr::tr("Apply"), ButtonKind::Primary);
    for (Button *button : {m_revert, m_apply})
        button->setCompact(true);
    const auto press = [](Button *button, QAction *action) {
        QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        plainToolTip(button, u"%1 (%2)"_s.arg(action->text(), keys));
    };
    press(m_revert, actions.at(ActionId::RevertTuning));
    press(m_apply, actions.at(ActionId::ApplyTuning));
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(side, 0, side, 0);
    line->setSpacing(headGap);
    line->addWidget(m_title);
    line->addWidget(m_state);
    line->addStretch(1);
    line->addWidget(m_revert);
    line->addWidget(m_apply);
    return head;
}

void TuningPanel::makeFields()
{
    m_committee = toggleField(m_model, "quality.committee"_setting);
    m_first = {sliderField(m_model, "quality.threshold"_setting),
               sliderField(m_model, "cost.confidence_threshold"_setting),
               stepperField(m_model, "quality.max_retries"_setting),
               toggleField(m_model, "agent.dual_path"_setting),
               m_committee,
               toggleField(m_model, "agent.mandatory_tool_context"_setting)};
    const QStringList answering = knownModels({u"offline-fast"_s, u"offline-premium"_s});
    m_left = {choiceField(m_model, "quality.retry_strategy"_setting),
              modelField(m_model, "agent.fast_model"_setting, answering),
              modelField(m_model, "agent.premium_model"_setting, answering),
              modelField(m_model, "agent.judge_model"_setting, knownModels({u"offline"_s}))};
    m_right = {toggleField(m_model, "agent.multi_strategy"_setting),
               stepperField(m_model, "quality.committee_size"_setting),
               choiceField(m_model, "quality.committee_rule"_setting),
               rateField(m_model, "cost.rate_limit_per_second"_setting)};
}

void TuningPanel::arrange()
{
    const int columns = width() >= twoColumnsFrom ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    takeApart(m_body);
    const bool wide = columns == 2;
    const int narrowHeight = narrowSideHeight + (m_whatIf ? figuresHeight : 0);
    m_side->setFixedHeight(wide ? QWIDGETSIZE_MAX : narrowHeight);
    m_side->setMinimumHeight(wide ? 0 : narrowHeight);
    const auto pair = [&](QLayout *left, auto *right) {
        auto *line = new QHBoxLayout;
        line->setSpacing(0);
        line->addLayout(static_cast<QBoxLayout *>(left), 1);
        line->addSpacing(columnGap);
        line->addWidget(new Hairline(Qt::Vertical));
        line->addSpacing(columnGap - TuningSide::inset);
        if constexpr (std::is_base_of_v<QWidget, std::remove_pointer_t<decltype(right)>>)
            line->addWidget(right, 1);
        else
            line->addLayout(right, 1);
        m_body->addLayout(line);
    };
    if (wide) {
        pair(columnOf(m_first), m_side);
        m_body->addWidget(new Hairline);
        addCurve();
        QVBoxLayout *right = columnOf(m_right);
        right->setContentsMargins(TuningSide::inset, 0, 0, 0);
        pair(columnOf(m_left), right);
    } else {
        m_body->addLayout(columnOf(m_first));
        m_body->addWidget(new Hairline);
        m_body->addWidget(m_side);
        m_body->addWidget(new Hairline);
        addCurve();
        m_body->addLayout(columnOf(m_left + m_right));
    }
    m_body->addStretch(1);
    QWidget *before = nullptr;
    for (const TuningField *field : m_first + m_left + m_right) {
        QWidget *control = field->control()->focusProxy() ? field->control()->focusProxy() : field->control();
        if (before)
            setTabOrder(before, control);
        before = control;
        control->removeEventFilter(this);
        control->installEventFilter(this);
    }
}

void TuningPanel::addCurve()
{
    if (!m_whatIf)
        return;
    m_body->addWidget(m_whatIf->curve());
    m_body->addWidget(new Hairline);
}

void TuningPanel::connectActions(Actions &actions)
{
    const auto on = [&](ActionId id, auto does) { connect(actions.at(id), &QAction::triggered, this, does); };
    on(ActionId::FocusTuning, [this] { focusFirst(); });
    on(ActionId::ApplyTuning, [this] { m_model.apply(); });
    on(ActionId::RevertTuning, [this] { m_model.revert(); });
    on(ActionId::SaveTuning, [this] { m_model.saveToFile(); });
    on(ActionId::SaveProfile, [this] { m_side->nameProfile(); });
}

void TuningPanel::focusFirst()
{
    m_scroll->verticalScrollBar()->setValue(0);
    m_first.first()->setFocus(Qt::ShortcutFocusReason);
    m_first.first()->control()->focusProxy()->setFocus(Qt::ShortcutFocusReason);
}

void TuningPanel::chooseProfile()
{
    m_side->chooseProfile();
}

QString TuningPanel::words() const
{
    return m_side->words();
}

void TuningPanel::refresh()
{
    for (TuningField *field : m_first + m_left + m_right)
        field->refresh();
    m_committee->setName(Tr::tr("Committee of %1")
                             .arg(std::get<qint64>(m_model.value("quality.committee_size"_setting.index))));
    m_side->refresh();
    m_revert->setEnabled(m_model.canRevert());
    m_apply->setEnabled(m_model.draftCount() > 0);
    fitHead();
}

void TuningPanel::fitHead()
{
    const int drafts = m_model.draftCount();
    const int unsaved = static_cast<int>(m_model.differences().size());
    const QString full = drafts == 1   ? Tr::tr("1 unsaved change")
                         : drafts > 1  ? Tr::tr("%n unsaved changes", nullptr, drafts)
                         : unsaved > 0 ? Tr::tr("%n not in the file", nullptr, unsaved)
                                       : QString();
    const QString brief = full.isEmpty() ? QString() : QString::number(drafts > 0 ? drafts : unsaved);
    m_state->setVisible(!full.isEmpty());
    m_state->setTone(drafts > 0 ? Tone::Accent : Tone::Second);
    plainToolTip(m_state, Tr::tr("%1: show the difference against the settings file").arg(full));
    // What does not fit goes: first the key caps, then the words behind the figure.
    const auto fits = [this] {
        const int wanted = m_title->sizeHint().width() + m_state->sizeHint().width() +
                           m_revert->sizeHint().width() + m_apply->sizeHint().width() + 3 * headGap +
                           2 * side;
        return wanted <= width();
    };
    m_apply->setKeyHint(m_applyAction->shortcut());
    m_state->setWords(full);
    if (!fits())
        m_apply->setKeyHint({});
    if (!fits())
        m_state->setWords(brief);
    m_state->setAccessibleName(full);
}

void TuningPanel::showDifference()
{
    auto *popup = new DifferencePopup(differenceRows(m_model), m_model.hub().file(), this);
    popup->openAbove(m_state, std::max(360, width() - 2 * side));
}

void TuningPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    fitHead();
}

void TuningPanel::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier)
        m_model.apply();
    else
        QWidget::keyPressEvent(event);
}

bool TuningPanel::eventFilter(QObject *watched, QEvent *event)
{
    // The control that has the keyboard is in sight.
    if (event->type() == QEvent::FocusIn)
        if (auto *control = qobject_cast<QWidget *>(watched))
            m_scroll->ensureWidgetVisible(control, 0, 24);
    return QWidget::eventFilter(watched, event);
}

} // namespace assay::ui
