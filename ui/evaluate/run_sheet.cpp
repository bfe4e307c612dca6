// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/run_sheet.h"

#include "agent/policy_from_settings.h"
#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 560;
constexpr int mostAtOnce = 500;
constexpr int mostRepeats = 20;
constexpr int mostScenarios = 1'000'000;

QWidget *addField(QGridLayout *grid, const QString &name, QWidget *field)
{
    const int at = grid->count() / 2;
    const int row = 2 * (at / 2);
    const int column = at % 2;
    field->setAccessibleName(name);
    grid->addWidget(new PlainLabel(name, Type::Small, Tone::Second), row, column);
    grid->addWidget(field, row + 1, column);
    return field;
}

QSpinBox *spin(int low, int high, int value)
{
    auto *box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

QGridLayout *pairs(QWidget *parent)
{
    auto *grid = parent ? new QGridLayout(parent) : new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

RunSheet::RunSheet(EvaluationHost &evaluations, QWidget *host)
    : Sheet(Tr::tr("Run a suite"), host), m_evaluations(evaluations), m_newFields(new QWidget),
      m_suite(new QComboBox), m_category(new QComboBox), m_profile(new QComboBox),
      m_limit(spin(0, mostScenarios, 0)), m_concurrency(spin(1, mostAtOnce, 5)),
      m_repeats(spin(0, mostRepeats, 0)), m_budget(new QLineEdit),
      m_facts(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_start(new Button(Icon::Play, Tr::tr("Run"), ButtonKind::Primary))
{
    QGridLayout *fields = pairs(m_newFields);
    addField(fields, Tr::tr("Suite"), m_suite);
    addField(fields, Tr::tr("Category"), m_category);
    addField(fields, Tr::tr("Settings"), m_profile);
    addField(fields, Tr::tr("Scenarios at most"), m_limit);
    addField(fields, Tr::tr("Judge each answer again"), m_repeats);
    m_limit->setSpecialValueText(Tr::tr("all"));
    m_repeats->setSpecialValueText(Tr::tr("never"));
    column()->addWidget(m_newFields);
    QGridLayout *both = pairs(nullptr);
    addField(both, Tr::tr("Scenarios at a time"), m_concurrency);
    addField(both, Tr::tr("Budget in dollars"), m_budget);
    m_budget->setPlaceholderText(Tr::tr("none"));
    m_budget->setMaxLength(20);
    column()->addLayout(both);
    m_facts->setWordWrap(true);
    m_facts->setMinimumHeight(48);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_facts->setAccessibleName(Tr::tr("What is run"));
    column()->addWidget(m_facts);
    auto *cancel = new Button(Icon::None, Tr::tr("Cancel"), ButtonKind::Ghost);
    m_start->setKeyHint(QKeySequence(Qt::Key_Return));
    cancel->setKeyHint(QKeySequence(Qt::Key_Escape));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_start);
    column()->addLayout(row);
    connect(cancel, &Button::clicked, this, &Sheet::close);
    connect(m_start, &Button::clicked, this, &RunSheet::take);
    connect(m_budget, &QLineEdit::returnPressed, this, &RunSheet::take);
    connect(m_suite, &QComboBox::currentIndexChanged, this, &RunSheet::chooseSuite);
    connect(m_category, &QComboBox::currentIndexChanged, this, &RunSheet::showFacts);
    connect(m_profile, &QComboBox::currentIndexChanged, this, &RunSheet::showFacts);
    connect(m_limit, &QSpinBox::valueChanged, this, &RunSheet::showFacts);
    connect(m_repeats, &QSpinBox::valueChanged, this, &RunSheet::showFacts);
}

void RunSheet::openNew()
{
    m_resumed.clear();
    m_start->setText(Tr::tr("Run"));
    m_facts->setText(Tr::tr("Reading the suites …"));
    fillProfiles();
    openFields(true);
    m_evaluations.readSuites(this, [this](const Result<QList<SuiteFacts>> &suites) { takeSuites(suites); });
}

void RunSheet::openResume(const StoredRun &run, const EvalPlan &plan)
{
    m_resumed = run.path;
    m_plan = plan;
    m_start->setText(Tr::tr("Go on"));
    m_concurrency->setValue(plan.concurrency);
    m_budget->setText(plan.budget ? QString::number(static_cast<double>(plan.budget->value) / 1e6)
                                  : QString());
    m_facts->setText(Tr::tr("%1 goes on as it was begun, with the same models and settings: %2 of %3 "
                            "scenarios are answered, %4 is spent and counts towards the budget.")
                         .arg(visibleLine(run.suite, 80))
                         .arg(run.done - run.errors)
                         .arg(run.total)
                         .arg(costText(run.spent)));
    openFields(false);
}

void RunSheet::openFields(bool isNew)
{
    m_newFields->setVisible(isNew);
    openAt(sheetWidth, isNew ? static_cast<QWidget *>(m_suite) : m_concurrency);
}

void RunSheet::fillProfiles()
{
    const QSignalBlocker quiet(m_profile);
    const QString before = m_profile->currentData().toString();
    m_profile->clear();
    m_profile->addItem(Tr::tr("as set now"), QString());
    for (const Profile &one : m_evaluations.settings().profiles())
        m_profile->addItem(settingsTitle(one.name), one.name);
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(before)));
}

void RunSheet::takeSuites(const Result<QList<SuiteFacts>> &suites)
{
    if (!suites)
        return say(suites.error().message);
    m_suites = *suites;
    {
        const QSignalBlocker quiet(m_suite);
        m_suite->clear();
        for (const SuiteFacts &one : std::as_const(m_suites))
            m_suite->addItem(visibleLine(one.name, 80), one.source);
        m_suite->setCurrentIndex(std::max(0, m_suite->findData(m_wanted)));
    }
    chooseSuite();
}

const SuiteFacts *RunSheet::chosen() const
{
    const int at = m_suite->currentIndex();
    return at < 0 || at >= m_suites.size() ? nullptr : &m_suites.at(at);
}

void RunSheet::chooseSuite()
{
    const SuiteFacts *suite = chosen();
    if (suite == nullptr)
        return;
    m_wanted = suite->source;
    {
        const QSignalBlocker quiet(m_category);
        m_category->clear();
        m_category->addItem(Tr::tr("all"), QString());
        for (auto it = suite->categories.cbegin(); it != suite->categories.cend(); ++it)
            if (!it.key().isEmpty())
                m_category->addItem(u"%1 (%2)"_s.arg(visibleLine(it.key(), 60)).arg(*it), it.key());
    }
    showFacts();
}

void RunSheet::showFacts()
{
    const SuiteFacts *suite = chosen();
    if (suite == nullptr || !m_resumed.isEmpty())
        return;
    if (!suite->problem.isEmpty())
        return m_facts->setText(suite->problem);
    const QString category = m_category->currentData().toString();
    const int all = category.isEmpty() ? suite->scenarios : suite->categories.value(category);
    const int count = m_limit->value() > 0 ? std::min(all, m_limit->value()) : all;
    QStringList lines{Tr::tr("%n scenarios. %1", nullptr, count).arg(visibleLine(suite->description, 200))};
    const Result<Settings> settings =
        m_evaluations.settings().settingsUnder(m_profile->currentData().toString());
    if (!settings) {
        lines.append(settings.error().message);
    } else {
        const Policy policy = policyFromSettings(*settings);
        QStringList models{policy.fastModel, policy.premiumModel, policy.judgeModel};
        models.removeDuplicates();
        lines.append((isOnline(policy) ? Tr::tr("Asks %1: this may cost money.")
                                       : Tr::tr("Asks %1, on this machine: nothing is sent anywhere."))
                         .arg(visibleLine(models.join(u", "_s), 200)));
    }
    m_facts->setText(lines.join(u'\n'));
}

QString RunSheet::facts() const
{
    return m_facts->fullText();
}

bool RunSheet::readBudget(std::optional<Micros> &budget)
{
    const QString text = m_budget->text().trimmed();
    if (text.isEmpty())
        return true;
    bool isNumber = false;
    const double dollars = QString(text).remove(u'$').replace(u',', u'.').toDouble(&isNumber);
    if (!isNumber || !std::isfinite(dollars) || dollars < 0.0 || dollars > 1e9)
        return false;
    budget = Micros{std::llround(dollars * 1e6)};
    return true;
}

std::optional<EvalPlan> RunSheet::plan()
{
    const SuiteFacts *suite = chosen();
    if (suite == nullptr || !suite->problem.isEmpty()) {
        say(suite == nullptr ? Tr::tr("No suite is chosen.") : Tr::tr("This suite cannot be run."));
        return std::nullopt;
    }
    const QString profile = m_profile->currentData().toString();
    const Result<Settings> settings = m_evaluations.settings().settingsUnder(profile);
    if (!settings) {
        say(settings.error().message);
        return std::nullopt;
    }
    EvalPlan plan{.suite = suite->source,
                  .limit = m_limit->value(),
                  .concurrency = m_concurrency->value(),
                  .judgeRepeats = m_repeats->value(),
                  .policy = policyFromSettings(*settings)};
    if (const QString category = m_category->currentData().toString(); !category.isEmpty())
        plan.categories = {category};
    return plan;
}

void RunSheet::take()
{
    std::optional<Micros> budget;
    if (!readBudget(budget)) {
        m_budget->setFocus(Qt::OtherFocusReason);
        return say(Tr::tr("The budget is an amount in dollars, such as 0.50; empty means none."));
    }
    if (!m_resumed.isEmpty()) {
        m_plan.concurrency = m_concurrency->value();
        m_plan.budget = budget;
        close();
        Q_EMIT resumeWanted(m_resumed, m_plan);
        return;
    }
    std::optional<EvalPlan> wanted = plan();
    if (!wanted)
        return;
    wanted->budget = budget;
    close();
    Q_EMIT startWanted(*wanted);
}

void RunSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        Sheet::keyPressEvent(event);
}

} // namespace assay::ui
