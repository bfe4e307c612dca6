// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/rule_fields.h"

#include "alerts/alert_file.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

namespace assay::ui {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int fieldRows = 3; ///< of the grid: title, field, problem
constexpr int expressionLines = 3;

/// The texts of a problem in one.
QString sentenceOf(const SettingProblem &problem)
{
    return problem.nearest.isEmpty() ? problem.what
                                     : problem.what + u' ' + Tr::tr("Did you mean %1?").arg(problem.nearest);
}

} // namespace

RuleFields::RuleFields(QWidget *parent) : QWidget(parent), m_expression(new QPlainTextEdit)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    m_name = addLine(grid, 0, 0, u"name"_s, Tr::tr("Name"), u"HighFailureRate"_s);
    m_metric = addChoice(grid, 0, 2, u"metric"_s, Tr::tr("Metric"));
    m_floor = addLine(grid, 1, 0, u"floor"_s, Tr::tr("Alert below"), Tr::tr("no floor"));
    m_ceiling = addLine(grid, 1, 1, u"ceiling"_s, Tr::tr("Alert above"), Tr::tr("no ceiling"));
    m_window = addLine(grid, 1, 2, u"window"_s, Tr::tr("Window"), u"5m"_s);
    m_holds = addLine(grid, 1, 3, u"for"_s, Tr::tr("For at least"), u"0s"_s);
    m_severity = addChoice(grid, 2, 0, u"severity"_s, Tr::tr("Severity"));
    m_noData = addChoice(grid, 2, 1, u"no_data"_s, Tr::tr("No data"));
    m_fewest = addLine(grid, 2, 2, u"fewest"_s, Tr::tr("Fewest values"), u"1"_s);
    m_keepFiring = addLine(grid, 2, 3, u"keep_firing_for"_s, Tr::tr("Keep firing for"), u"0s"_s);
    m_labels = addLine(grid, 3, 0, u"labels"_s, Tr::tr("Labels"), u"team=support, region=\"eu west\""_s);
    m_summary = addLine(grid, 3, 2, u"annotations"_s, Tr::tr("Summary"), Tr::tr("What has happened"));
    m_action = addLine(grid, 4, 0, u"action"_s, Tr::tr("What to do"), Tr::tr("Where to look first"));
    m_help = new PlainLabel(QString(), Type::Small, Tone::Third);
    m_help->setWordWrap(true);
    grid->addWidget(m_help, 4 * fieldRows + 1, 2, 1, 2);
    m_expression->setAccessibleName(Tr::tr("PromQL expression"));
    m_expression->setTabChangesFocus(true);
    m_expression->setFont(assay::ui::mono(Type::Body));
    m_expression->setFixedHeight(QFontMetrics(m_expression->font()).lineSpacing() * expressionLines + 12);
    connect(m_expression, &QPlainTextEdit::textChanged, this, &RuleFields::read);
    add(grid, 5, 0, u"expression"_s, Tr::tr("PromQL expression, over the series of /metrics"), m_expression);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    fillMetrics();
    for (const AlertSeverity one : {AlertSeverity::Info, AlertSeverity::Warning, AlertSeverity::Critical})
        m_severity->addItem(severityTitle(one), static_cast<int>(one));
    for (const AlertNoData one : {AlertNoData::Ok, AlertNoData::Keep, AlertNoData::Alert})
        m_noData->addItem(noDataTitle(one), static_cast<int>(one));
}

void RuleFields::add(QGridLayout *grid, int row, int column, const QString &key, const QString &title,
                     QWidget *field)
{
    static const QStringList halves{u"name"_s, u"metric"_s, u"labels"_s, u"annotations"_s, u"action"_s};
    const int wide = key == u"expression" ? 4 : halves.contains(key) ? 2 : 1;
    auto *label = new PlainLabel(title, Type::Small, Tone::Second);
    auto *problem = new PlainLabel(QString(), Type::Small, Tone::Fail);
    problem->setWordWrap(true);
    problem->hide();
    field->setAccessibleName(title);
    grid->addWidget(label, row * fieldRows, column, 1, wide);
    grid->addWidget(field, row * fieldRows + 1, column, 1, wide);
    grid->addWidget(problem, row * fieldRows + 2, column, 1, wide);
    m_rows.append({.key = key, .title = label, .field = field, .problem = problem});
}

QLineEdit *RuleFields::addLine(QGridLayout *grid, int row, int column, const QString &key,
                               const QString &title, const QString &example)
{
    auto *line = new QLineEdit;
    line->setPlaceholderText(example);
    line->setMaxLength(1000);
    line->setMinimumWidth(60);
    add(grid, row, column, key, title, line);
    connect(line, &QLineEdit::textEdited, this, &RuleFields::read);
    return line;
}

QComboBox *RuleFields::addChoice(QGridLayout *grid, int row, int column, const QString &key,
                                 const QString &title)
{
    auto *box = new QComboBox;
    box->setMinimumWidth(60);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    add(grid, row, column, key, title, box);
    connect(box, &QComboBox::currentIndexChanged, this, &RuleFields::read);
    return box;
}

void RuleFields::fillMetrics()
{
    for (const AlertMetric &metric : alertMetrics()) {
        AlertRule named;
        named.metric = QString::fromLatin1(metric.name);
        m_metric->addItem(metricTitle(named), named.metric);
    }
    m_metric->addItem(metricTitle({}), QString());
    m_metric->setMaxVisibleItems(12);
}

void RuleFields::setRule(const AlertRule &rule, const QStringList &names)
{
    m_filling = true;
    m_rule = rule;
    m_names = names;
    const AlertUnit unit = unitOf(rule);
    m_name->setText(rule.name);
    m_metric->setCurrentIndex(m_metric->findData(rule.metric));
    m_expression->setPlainText(rule.expression);
    m_floor->setText(rule.floor ? boundEditText(unit, *rule.floor) : QString());
    m_ceiling->setText(rule.ceiling ? boundEditText(unit, *rule.ceiling) : QString());
    m_window->setText(alertDurationText(rule.window));
    m_holds->setText(alertDurationText(rule.holds));
    m_keepFiring->setText(alertDurationText(rule.keepFiring));
    m_fewest->setText(QString::number(rule.fewest));
    m_noData->setCurrentIndex(m_noData->findData(static_cast<int>(rule.noData)));
    m_severity->setCurrentIndex(m_severity->findData(static_cast<int>(rule.severity)));
    m_labels->setText(labelsText(rule.labels));
    m_summary->setText(rule.annotations.value(u"summary"_s));
    m_action->setText(rule.annotations.value(u"action"_s));
    m_filling = false;
    read();
}

void RuleFields::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

/// Bounds and lengths; what is no number is a problem, and the rule keeps what it had.
void RuleFields::readNumbers(QHash<QString, QString> &problems)
{
    const AlertUnit unit = unitOf(m_rule);
    const auto bound = [&](const QString &key, const QLineEdit *line, std::optional<double> &into) {
        if (line->text().trimmed().isEmpty()) {
            into.reset();
            return;
        }
        if (const std::optional<double> value = parseBound(unit, line->text()))
            into = value;
        else
            problems.insert(key, Tr::tr("This is no number such as %1.").arg(boundEditText(unit, 0.5)));
    };
    if (m_rule.metric.isEmpty()) {
        m_rule.floor.reset();
        m_rule.ceiling.reset();
    } else {
        bound(u"floor"_s, m_floor, m_rule.floor);
        bound(u"ceiling"_s, m_ceiling, m_rule.ceiling);
    }
    const auto length = [&](const QString &key, const QLineEdit *line, milliseconds &into) {
        const QString text = line->text().trimmed();
        const std::optional<milliseconds> value = text.isEmpty() ? milliseconds(0) : parseAlertDuration(text);
        if (value)
            into = *value;
        else
            problems.insert(key, Tr::tr("This is no length of time such as 5m or 1h30m."));
    };
    length(u"window"_s, m_window, m_rule.window);
    length(u"for"_s, m_holds, m_rule.holds);
    length(u"keep_firing_for"_s, m_keepFiring, m_rule.keepFiring);
    bool ok = false;
    const qint64 fewest = m_fewest->text().trimmed().toLongLong(&ok);
    if (ok)
        m_rule.fewest = fewest;
    else
        problems.insert(u"fewest"_s, Tr::tr("This is no whole number."));
}

void RuleFields::read()
{
    if (m_filling)
        return;
    QHash<QString, QString> problems;
    m_rule.name = m_name->text().trimmed();
    m_rule.metric = m_metric->currentData().toString();
    m_rule.expression = m_rule.metric.isEmpty() ? m_expression->toPlainText().trimmed() : QString();
    readNumbers(problems);
    m_rule.severity = static_cast<AlertSeverity>(m_severity->currentData().toInt());
    m_rule.noData = static_cast<AlertNoData>(m_noData->currentData().toInt());
    if (const std::optional<AlertLabels> labels = parseLabels(m_labels->text()))
        m_rule.labels = *labels;
    else
        problems.insert(u"labels"_s, Tr::tr("Labels are name=value, with commas between them."));
    const auto annotate = [this](const QString &key, const QLineEdit *line) {
        if (line->text().trimmed().isEmpty())
            m_rule.annotations.remove(key);
        else
            m_rule.annotations.insert(key, line->text().trimmed());
    };
    annotate(u"summary"_s, m_summary);
    annotate(u"action"_s, m_action);
    for (const SettingProblem &problem : checkAlertRule(m_rule))
        if (!problems.contains(problem.key))
            problems.insert(problem.key, sentenceOf(problem));
    if (m_names.contains(m_rule.name))
        problems.insert(u"name"_s, Tr::tr("Another rule has this name."));
    showProblems(problems);
    showKind();
    Q_EMIT changed();
}

void RuleFields::showProblems(const QHash<QString, QString> &problems)
{
    m_sound = problems.isEmpty();
    for (const Row &row : std::as_const(m_rows)) {
        const QString problem = problems.value(row.key);
        row.problem->setText(problem);
        row.problem->setVisible(!problem.isEmpty());
        row.field->setAccessibleDescription(problem);
    }
}

QString RuleFields::problemOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    return found == m_rows.end() ? QString() : found->problem->fullText();
}

/// A metric has bounds and a window; an expression has neither.
void RuleFields::showKind()
{
    const bool byMetric = !m_rule.metric.isEmpty();
    static const QStringList ofMetric{u"floor"_s, u"ceiling"_s, u"window"_s, u"fewest"_s};
    for (const Row &row : std::as_const(m_rows)) {
        const bool shown = row.key == u"expression" ? !byMetric : !ofMetric.contains(row.key) || byMetric;
        row.title->setVisible(shown);
        row.field->setVisible(shown);
        if (!shown)
            row.problem->hide();
    }
    const AlertMetric *metric = alertMetric(m_rule.metric);
    m_help->setText(metric != nullptr ? QCoreApplication::translate("AssayCore", metric->help)
                                      : Tr::tr("An expression compares by itself, as in a Prometheus rule."));
}

} // namespace assay::ui
