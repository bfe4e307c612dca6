// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "command.h"
#include "common_options.h"
#include "session.h"
#include "turn/filter.h"

#include <QtCore/QCoreApplication>

#include <CLI/CLI.hpp>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

QString placesOf(const FilterColumnInfo &column)
{
    if (column.uses == filterAnyUse)
        return Tr::tr("events and turns");
    return column.uses.testFlag(FilterUse::Events) ? Tr::tr("events") : Tr::tr("turns");
}

void printColumn(const FilterColumnInfo &column)
{
    printLine(u"  %1 %2"_s.arg(QLatin1StringView(column.name), -13).arg(filterHelp(column)));
    const QString indent(16, u' ');
    printLine(indent + Tr::tr("%1; %2").arg(filterTypeHelp(column.type), placesOf(column)));
    QStringList values;
    for (const char *value : column.values)
        values.append(QString::fromLatin1(value));
    if (!values.isEmpty() && column.type == FilterType::Token)
        printLine(indent +
                  (column.closed ? Tr::tr("one of: %1") : Tr::tr("known: %1")).arg(values.join(u", ")));
    printLine(indent + Tr::tr("such as: %1").arg(QLatin1StringView(column.example)));
}

/// The whole language, from the table that the parser reads.
void printManual()
{
    printLine(
        Tr::tr("One language says which rows are meant: in the window, on the command line, everywhere.\n\n"
               "  score < 0.9 and issue = tool_results_ignored and thread ~ \"abc\"\n"
               "  type in (undecodable, tombstone) or not exists score\n"
               "  refund policy\n\n"
               "Compare    =  !=  <  <=  >  >=  in (a, b)     ~ finds a regular expression (RE2) anywhere,\n"
               "           contains a text; both whatever the case. = compares exactly.\n"
               "Join       and  or  not  ( ); and binds closer than or. && || ! == are understood too.\n"
               "Words      alone are searched in summary, question and answer; in quotes, together.\n"
               "Absent     is neither true nor false: score < 0.9 and not score < 0.9 both leave out rows\n"
               "           without a score. not exists score finds them. a != b means not a = b."));
    printLine(u'\n' + Tr::tr("Columns"));
    for (const FilterColumnInfo &column : filterColumns())
        printColumn(column);
}

} // namespace

int runFilters(int argc, char **argv)
{
    CLI::App cli{"Explains the filter language, or checks a filter and prints it as it was understood.",
                 "assay filters"};
    std::string text;
    CommonOptions common;
    cli.add_option("FILTER", text, "a filter to check, in one argument");
    addCommonOptions(cli, common);
    cli.footer("Exit codes: 0 printed, 1 the filter has a fault.");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    const std::optional<Settings> settings = settingsFor(common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    if (text.empty()) {
        printManual();
        return exitOk;
    }
    const QString typed = QString::fromStdString(text);
    const Result<Filter> filter = readFilter(typed);
    if (!filter) {
        printError(filter.error().message);
        return exitError;
    }
    printLine(filter->toString());
    for (const FilterProblem &hint : filterHints(typed))
        printError(filterProblemText(typed, hint));
    return exitOk;
}

} // namespace assay::app
