// SPDX-License-Identifier: Apache-2.0
#include "commands/config_command.h"

#include "base/tr.h"
#include "service/kafka_settings.h"
#include "settings/profiles.h"
#include "settings/toml_file.h"
#include "stream/kafka_probe.h"

#include <QCoro/QCoroTask>
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

QString tokenOf(OriginKind kind)
{
    switch (kind) {
    case OriginKind::Default: return u"default"_s;
    case OriginKind::File: return u"file"_s;
    case OriginKind::Environment: return u"environment"_s;
    case OriginKind::Profile: return u"profile"_s;
    case OriginKind::Flag: return u"flag"_s;
    case OriginKind::Live: return u"live"_s;
    }
    Q_UNREACHABLE();
}

QString tokenOf(SecretSource source)
{
    switch (source) {
    case SecretSource::Environment: return u"environment"_s;
    case SecretSource::Keyring: return u"keyring"_s;
    case SecretSource::None: return u"none"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(int index, const SettingEntry &entry)
{
    QJsonObject origin{{u"kind"_s, tokenOf(entry.origin.kind)}};
    if (!entry.origin.name.isEmpty())
        origin.insert(u"name"_s, entry.origin.name);
    if (entry.origin.line > 0)
        origin.insert(u"line"_s, entry.origin.line);
    return {{u"key"_s, QString::fromLatin1(settingAt(index).key)},
            {u"value"_s, settingJson(settingAt(index), entry.value)},
            {u"origin"_s, origin}};
}

QJsonObject jsonOf(const SecretStatus &status)
{
    QJsonObject object{{u"key"_s, QString::fromLatin1(settingAt(status.index).key)},
                       {u"source"_s, tokenOf(status.source)},
                       {u"variable"_s, status.variable}};
    if (!status.noKeyring.isEmpty())
        object.insert(u"no_keyring"_s, status.noKeyring);
    return object;
}

void showJson(const Settings &settings, const QList<SecretStatus> &secrets, QTextStream &out)
{
    QJsonArray values;
    for (int i = 0; i < settingCount; ++i)
        if (settingAt(i).type != SettingType::Secret)
            values.append(jsonOf(i, settings.at(i)));
    QJsonArray keys;
    for (const SecretStatus &status : secrets)
        keys.append(jsonOf(status));
    out << QJsonDocument(QJsonObject{{u"settings"_s, values}, {u"secrets"_s, keys}}).toJson();
}

void showToml(const Settings &settings, const QList<SecretStatus> &secrets, QTextStream &out)
{
    QString section;
    for (int i = 0; i < settingCount; ++i) {
        const Setting &setting = settingAt(i);
        const QString key = QString::fromLatin1(setting.key);
        const QString name = key.sliced(key.indexOf(u'.') + 1);
        if (const QString own = sectionOf(setting); own != section) {
            out << (section.isEmpty() ? u""_s : u"\n"_s) << u'[' << own << u"]\n"_s;
            section = own;
        }
        const auto secret = std::ranges::find(secrets, i, &SecretStatus::index);
        if (secret != secrets.end())
            out << u"# %1: %2\n"_s.arg(name, secret->text());
        else if (setting.type != SettingType::Secret)
            out << u"%1 = %2"_s.arg(name, settingToml(setting, settings.at(i).value)).leftJustified(44)
                << u"  # "_s << settings.at(i).origin.text() << u'\n';
    }
    QStringList reasons;
    for (const SecretStatus &status : secrets)
        if (!status.noKeyring.isEmpty())
            reasons.append(status.noKeyring);
    if (!reasons.isEmpty())
        out << u"\n# "_s << reasons.first() << u'\n';
}

void say(const QList<SettingProblem> &problems, QTextStream &err)
{
    err << toError(problems).message << u'\n';
}

} // namespace

int configShow(const Settings &settings, const QList<SecretStatus> &secrets, bool json, QTextStream &out)
{
    if (json)
        showJson(settings, secrets, out);
    else
        showToml(settings, secrets, out);
    return 0;
}

int configCheck(const QString &file, QTextStream &out, QTextStream &err)
{
    const auto read = readSettingsFile(file);
    if (!read) {
        say(read.error(), err);
        return 1;
    }
    out << Tr::tr("%1 is fine; it sets %n value(s).", nullptr, static_cast<int>(read->size())).arg(file)
        << u'\n';
    return 0;
}

int configSet(const QString &file, const QStringList &assignments, QTextStream &out, QTextStream &err)
{
    SettingChanges changes;
    QList<SettingProblem> problems;
    for (const QString &assignment : assignments) {
        auto parsed = parseAssignment(assignment);
        if (parsed) {
            changes.insert(parsed->first, std::move(parsed->second));
        } else {
            parsed.error().where.clear();
            if (!problems.contains(parsed.error()))
                problems.append(parsed.error());
        }
    }
    if (!problems.isEmpty()) {
        say(problems, err);
        return 1;
    }
    const Result<> written = writeSettingsFile(file, changes);
    if (!written) {
        err << written.error().message << u'\n';
        return 1;
    }
    for (auto change = changes.cbegin(); change != changes.cend(); ++change)
        out << u"%1 = %2\n"_s.arg(QString::fromLatin1(settingAt(change.key()).key),
                                  settingToml(settingAt(change.key()), *change));
    out << Tr::tr("Written to %1.").arg(file) << u'\n';
    return 0;
}

int configProfiles(const QString &folder, bool json, QTextStream &out)
{
    QJsonArray array;
    for (const Profile &profile : listProfiles(folder)) {
        array.append(QJsonObject{{u"name"_s, profile.name}, {u"shipped"_s, profile.shipped}});
        if (!json)
            out << profile.name.leftJustified(20) << u' '
                << (profile.shipped ? profile.summary : Tr::tr("yours")) << u'\n';
    }
    if (json)
        out << QJsonDocument(array).toJson();
    return 0;
}

namespace {

QString markOf(KafkaStepState state)
{
    switch (state) {
    case KafkaStepState::Ok: return u"ok"_s;
    case KafkaStepState::Failed: return u"failed"_s;
    case KafkaStepState::NotNeeded: return u"not_needed"_s;
    case KafkaStepState::NotReached: return u"not_reached"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

int configTestKafka(const Settings &settings, Secrets &secrets, bool json, QTextStream &out)
{
    const KafkaConfig config = QCoro::waitFor(kafkaConfigWith(settings, &secrets));
    const QList<KafkaStepResult> steps = probeKafka(config, CancelToken());
    QJsonArray array;
    if (!json)
        out << describe(config) << u'\n';
    for (const KafkaStepResult &one : steps) {
        const QString text = secrets.redacted(one.text);
        array.append(
            QJsonObject{{u"step"_s, tokenOf(one.step)}, {u"state"_s, markOf(one.state)}, {u"text"_s, text}});
        if (!json)
            out << labelOf(one.step).leftJustified(16) << textOf(one.state).leftJustified(14) << text
                << u'\n';
    }
    if (json)
        out << QJsonDocument(array).toJson();
    return isConnected(steps) ? 0 : 1;
}

std::shared_ptr<ConfigRequest> addConfigCommand(CLI::App &app)
{
    using Action = ConfigRequest::Action;
    const auto request = std::make_shared<ConfigRequest>();
    CLI::App *const config = app.add_subcommand("config", "Show, check and change settings");
    config->require_subcommand(0, 1);
    const auto add = [&](const char *name, const char *help, Action action) {
        CLI::App *const sub = config->add_subcommand(name, help);
        sub->callback([request, action] { request->action = action; });
        return sub;
    };
    add("show", "Print every value with its origin; secrets only as set or not set", Action::Show)
        ->add_flag("--json", request->json, "Print JSON");
    add("check", "Say every problem in a settings file", Action::Check)
        ->add_option("FILE", request->file, "The file; without it, the one in use");
    add("path", "Print where the settings file is", Action::Path);
    add("set", "Write values into the settings file", Action::Set)
        ->add_option("KEY=VALUE", request->assignments, "Such as quality.threshold=0.9")
        ->required();
    add("test-kafka", "Try the connection to Kafka, step by step", Action::TestKafka)
        ->add_flag("--json", request->json, "Print JSON");
    add("profiles", "List the profiles", Action::Profiles)->add_flag("--json", request->json, "Print JSON");
    return request;
}

int runConfig(const ConfigRequest &request, const SettingsSources &sources, QTextStream &out,
              QTextStream &err)
{
    switch (request.action) {
    case ConfigRequest::Action::Show: {
        const auto settings = loadSettings(sources);
        if (!settings) {
            say(settings.error(), err);
            return 1;
        }
        Secrets secrets(sources.environment);
        return configShow(*settings, QCoro::waitFor(secrets.statusOfAll()), request.json, out);
    }
    case ConfigRequest::Action::Check:
        return configCheck(request.file.empty() ? sources.file : QString::fromStdString(request.file), out,
                           err);
    case ConfigRequest::Action::Path: out << QDir::toNativeSeparators(sources.file) << u'\n'; return 0;
    case ConfigRequest::Action::Set: {
        QStringList assignments;
        for (const std::string &one : request.assignments)
            assignments.append(QString::fromStdString(one));
        // "KEY VALUE" is "KEY=VALUE" to a person.
        if (assignments.size() == 2 && !assignments.first().contains(u'='))
            assignments = {assignments.join(u'=')};
        return configSet(sources.file, assignments, out, err);
    }
    case ConfigRequest::Action::TestKafka: {
        const auto settings = loadSettings(sources);
        if (!settings) {
            say(settings.error(), err);
            return 1;
        }
        Secrets secrets(sources.environment);
        return configTestKafka(*settings, secrets, request.json, out);
    }
    case ConfigRequest::Action::Profiles: return configProfiles(sources.userProfiles, request.json, out);
    }
    Q_UNREACHABLE();
}

} // namespace assay::app
