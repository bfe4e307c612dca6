// SPDX-License-Identifier: Apache-2.0
// `assay prompts`: the versions of the texts that models are sent.
#include "commands/prompts_command.h"

#include "base/tr.h"
#include "command.h"
#include "commands/learn_command.h"
#include "service/paths.h"
#include "session.h"

#include <QtCore/QCoreApplication>

#include <CLI/CLI.hpp>

#include <array>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

void addName(CLI::App &cli, PromptsOptions &options, bool required = true)
{
    CLI::Option *name =
        cli.add_option("NAME", options.name, "draft, stronger, refine, force-tool, judge, rewrite, examples");
    if (required)
        name->required();
}

void addJson(CLI::App &cli, PromptsOptions &options)
{
    cli.add_flag("--json", options.json, "print JSON");
}

void addNote(CLI::App &cli, PromptsOptions &options)
{
    cli.add_option("--note", options.note, "why, for the history")->type_name("TEXT");
}

void describeList(CLI::App &cli, PromptsOptions &options)
{
    addName(cli, options, false);
    addJson(cli, options);
}

void describeShow(CLI::App &cli, PromptsOptions &options)
{
    addName(cli, options);
    cli.add_option("VERSION", options.first, "default: the one in force")->type_name("VERSION");
    addJson(cli, options);
}

void describeEdit(CLI::App &cli, PromptsOptions &options)
{
    addName(cli, options);
    cli.add_option("--file", options.first,
                   "keep this text; - for standard input; without it $EDITOR is opened")
        ->type_name("FILE");
    cli.add_option("--from", options.second, "begin with this version (default: the one in force)")
        ->type_name("VERSION");
    addNote(cli, options);
    addJson(cli, options);
    cli.footer(
        "The text is kept as the next version; `assay prompts promote` puts it in force. A placeholder\n"
        "that is unknown, or one that is missing, is refused with its line and column.");
}

void describeDiff(CLI::App &cli, PromptsOptions &options)
{
    addName(cli, options);
    cli.add_option("BEFORE", options.first, "version or file")->required();
    cli.add_option("AFTER", options.second, "version or file (default: the one in force)");
}

void describeRender(CLI::App &cli, PromptsOptions &options)
{
    addName(cli, options);
    cli.add_option("VERSION", options.first, "version or file (default: the one in force)");
    cli.add_option("--turn", options.turn, "a recorded turn")->type_name("ID")->required();
    cli.add_option("--attempt", options.attempt, "of the turn (default: one that used the prompt)")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    addJson(cli, options);
}

void describePromote(CLI::App &cli, PromptsOptions &options)
{
    addName(cli, options);
    cli.add_option("VERSION", options.first, "1 = the one that comes with Assay")->required();
    addNote(cli, options);
}

void describeRollback(CLI::App &cli, PromptsOptions &options)
{
    addName(cli, options);
}

void describeExamples(CLI::App &cli, PromptsOptions &options)
{
    cli.add_option("--turn", options.turns, "take these turns, labelled good or not")
        ->delimiter(',')
        ->type_name("ID");
    cli.add_option("--like", options.like, "good turns whose questions are most like this one")
        ->type_name("QUESTION");
    cli.add_option("--count", options.count, "so many good turns (default: 5)")
        ->type_name("N")
        ->check(CLI::Range(1, static_cast<int>(mostExamples)));
    cli.add_option("--nearest", options.nearest, "let every question have only the N most like it")
        ->type_name("N")
        ->check(CLI::Range(1, 20));
    cli.add_flag("--keep", options.keep,
                 "keep them as a version of “examples”; without it they are only shown");
    addNote(cli, options);
    addJson(cli, options);
}

struct Part
{
    const char *name;
    const char *summary;
    void (*describe)(CLI::App &, PromptsOptions &);
    int (*run)(const PromptsOptions &);
};

constexpr std::array parts{
    Part{"list", "the prompts and the versions in force, or the versions of one", &describeList,
         &promptsList},
    Part{"show", "the text of a version", &describeShow, &promptsShow},
    Part{"edit", "keep another text as the next version", &describeEdit, &promptsEdit},
    Part{"diff", "which words two versions differ by", &describeDiff, &promptsDiff},
    Part{"render", "what would be sent for a recorded turn", &describeRender, &promptsRender},
    Part{"promote", "put a version in force, from the next turn on", &describePromote, &promptsPromote},
    Part{"rollback", "put the version before in force again", &describeRollback, &promptsRollback},
    Part{"history", "who kept and promoted what, the newest first", &describeList, &promptsHistory},
    Part{"examples", "pick good turns for {{examples}}", &describeExamples, &promptsExamples},
};

Error inFile(Error error, const std::string &file)
{
    QStringList lines = error.message.split(u'\n');
    for (QString &line : lines)
        line = QString::fromStdString(file) + u':' + line;
    error.message = lines.join(u'\n');
    return error;
}

} // namespace

PromptRegistry promptRegistry()
{
    return PromptRegistry(Paths::standard().prompts());
}

Result<PromptKind> promptKind(const std::string &name)
{
    if (const PromptTemplate *one = promptTemplate(QString::fromStdString(name)))
        return one->kind;
    QStringList names;
    for (const PromptTemplate &one : promptTemplates())
        names.append(QString::fromLatin1(one.name));
    return fail(Errc::NotFound, Tr::tr("There is no prompt “%1”. There are: %2.")
                                    .arg(QString::fromStdString(name), names.join(u", "_s)));
}

Result<ChosenPrompt> promptFor(PromptKind kind, const std::string &spec)
{
    const PromptRegistry registry = promptRegistry();
    QString digits = QString::fromStdString(spec);
    if (digits.startsWith(u'v'))
        digits.remove(0, 1);
    bool isVersion = false;
    int version = digits.toInt(&isVersion);
    if (spec.empty()) {
        const Result<int> now = registry.inForce(kind);
        if (!now)
            return fail(now.error());
        version = *now;
    }
    if (spec.empty() || isVersion)
        return registry.read(kind, version);
    const Result<QByteArray> bytes = readNamedFile(spec);
    if (!bytes)
        return fail(bytes.error());
    Result<ChosenPrompt> chosen = unsavedPrompt(kind, QString::fromUtf8(*bytes));
    if (!chosen)
        return fail(inFile(chosen.error(), spec));
    const Result<QList<PromptVersion>> versions = registry.versions(kind);
    if (!versions)
        return fail(versions.error());
    for (const PromptVersion &one : *versions)
        if (one.hash == chosen->use.hash)
            chosen->use.version = one.version;
    return chosen;
}

Result<PromptSet> promptSetWith(const std::vector<std::string> &changes)
{
    Result<PromptSet> set = promptRegistry().set();
    for (const std::string &change : changes) {
        if (!set)
            break;
        const std::size_t equals = change.find('=');
        if (equals == std::string::npos)
            return fail(Errc::InvalidArgument,
                        Tr::tr("“%1” must be a prompt's name, “=” and a version or file.")
                            .arg(QString::fromStdString(change)));
        const Result<PromptKind> kind = promptKind(change.substr(0, equals));
        if (!kind)
            return fail(kind.error());
        const Result<ChosenPrompt> chosen = promptFor(*kind, change.substr(equals + 1));
        if (!chosen)
            return fail(chosen.error());
        if (const Result<> placed = set->put(*chosen); !placed)
            return fail(placed.error());
    }
    return set;
}

int runPrompts(int argc, char **argv)
{
    CLI::App cli{"Versions of the prompts. Version 1 comes with Assay and can always be returned to.",
                 "assay prompts"};
    cli.require_subcommand(1);
    std::array<PromptsOptions, parts.size()> options;
    std::array<CLI::App *, parts.size()> subcommands{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        subcommands[i] = cli.add_subcommand(parts[i].name, parts[i].summary);
        addCommonOptions(*subcommands[i], options[i].common);
        parts[i].describe(*subcommands[i], options[i]);
    }
    cli.footer(
        "To try a version before it is in force: assay eval run --suite full --prompt draft=2 -o new.json");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    const auto chosen =
        static_cast<std::size_t>(std::ranges::find_if(subcommands, &CLI::App::parsed) - subcommands.begin());
    const std::optional<Settings> settings = settingsFor(options[chosen].common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    return parts[chosen].run(options[chosen]);
}

} // namespace assay::app
