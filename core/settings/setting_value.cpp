// SPDX-License-Identifier: Apache-2.0
#include "settings/setting_value.h"

#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QUrl>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 4096;

/// The shortest text that reads back as the same number; whole numbers without an exponent.
QString shortest(double number)
{
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

double dollarsOf(Micros amount)
{
    return static_cast<double>(amount.value) / 1e6;
}

QStringList listOf(QStringView text)
{
    QStringList entries;
    for (const QStringView part : text.split(u','))
        if (const QStringView entry = part.trimmed(); !entry.isEmpty())
            entries.append(entry.toString());
    return entries;
}

SettingProblem problem(SettingProblemKind kind, QString what, QString nearest = {})
{
    return SettingProblem{.kind = kind, .nearest = std::move(nearest), .what = std::move(what)};
}

/// A value fit to stand in a message: short, and never a secret.
QString quoted(QStringView text)
{
    if (looksLikeSecret(text) || text.contains(u'@'))
        return Tr::tr("the value given (not shown: it looks like a secret)");
    const QString shown = text.size() > 40 ? text.first(40).toString() + u'…' : text.toString();
    return u"“%1”"_s.arg(shown);
}

SettingProblem wrongType(const QString &expected, QStringView text)
{
    return problem(SettingProblemKind::WrongType, Tr::tr("Expected %1, got %2.").arg(expected, quoted(text)));
}

using Parsed = tl::expected<SettingValue, SettingProblem>;

/// Made in place: g++ 12 takes a moved variant for a read of its unused text ("maybe uninitialized").
template<typename T>
Parsed accepted(T value)
{
    return Parsed(tl::in_place, std::in_place_type<T>, std::move(value));
}

Parsed parseNumber(const Setting &setting, QStringView text)
{
    bool ok = false;
    const bool whole = setting.type == SettingType::Integer || setting.type == SettingType::Duration;
    const qlonglong integer = text.toLongLong(&ok);
    if (ok && setting.type == SettingType::Integer)
        return accepted(qint64(integer));
    const double number = ok ? static_cast<double>(integer) : text.toDouble(&ok);
    if (!ok || (whole && number != std::floor(number) && !std::isnan(number)))
        return tl::unexpected(wrongType(whole ? Tr::tr("a whole number") : Tr::tr("a number"), text));
    if (std::isnan(number))
        return tl::unexpected(problem(SettingProblemKind::NotANumber, Tr::tr("NaN is no usable number.")));
    if (whole && setting.type == SettingType::Integer)
        return tl::unexpected(wrongType(Tr::tr("a whole number"), text));
    if (number < setting.minimum || number > setting.maximum) // also before it overflows a tick
        return tl::unexpected(*checkSetting(setting, SettingValue(number)));
    return numericValue(setting, number);
}

std::optional<SettingProblem> checkRange(const Setting &setting, double number)
{
    if (std::isnan(number))
        return problem(SettingProblemKind::NotANumber, Tr::tr("NaN is no usable number."));
    if (number >= setting.minimum && number <= setting.maximum)
        return std::nullopt;
    return problem(SettingProblemKind::OutOfRange,
                   Tr::tr("%1 is outside %2 … %3.")
                       .arg(shortest(number), shortest(setting.minimum), shortest(setting.maximum)));
}

bool isHostAndPort(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const int port = colon > 0 ? text.sliced(colon + 1).toInt(&ok) : 0;
    const bool plain =
        std::ranges::none_of(text, [](QChar c) { return c.isSpace() || c == u'/' || c == u'@'; });
    return ok && port > 0 && port < 65536 && plain;
}

std::optional<SettingProblem> checkText(TextForm form, const QString &text)
{
    const auto refused = [](const QString &what) { return problem(SettingProblemKind::NotAccepted, what); };
    if (text.size() > longestText)
        return problem(SettingProblemKind::OutOfRange,
                       Tr::tr("The text is %1 characters long; at most %2 are allowed.")
                           .arg(text.size())
                           .arg(longestText));
    if (std::ranges::any_of(
            text, [](QChar c) { return c.category() == QChar::Other_Control || c.isNonCharacter(); }))
        return refused(Tr::tr("Control characters are not allowed."));
    if (looksLikeSecret(text))
        return problem(
            SettingProblemKind::SecretOutOfPlace,
            Tr::tr("This looks like a key. Store it in the keyring under Settings, or set its variable, "
                   "such as OPENAI_API_KEY."));
    switch (form) {
    case TextForm::Any:
    case TextForm::Path: return std::nullopt;
    case TextForm::Name:
    case TextForm::Model:
    case TextForm::JudgeModel:
        if (text.isEmpty() || std::ranges::any_of(text, [](QChar c) { return c.isSpace(); }))
            return refused(Tr::tr("A name without white space is needed."));
        return std::nullopt;
    case TextForm::HostAndPort:
        return isHostAndPort(text)
                   ? std::nullopt
                   : std::optional(refused(
                         Tr::tr("Expected host:port, such as localhost:9092, got %1.").arg(quoted(text))));
    case TextForm::Url: {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.userInfo().isEmpty())
            return problem(
                SettingProblemKind::SecretOutOfPlace,
                Tr::tr("The address holds a user name or password. Leave them out and store the key in the "
                       "keyring under Settings."));
        const bool web = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
        if (text.isEmpty() || (url.isValid() && web && !url.host().isEmpty()))
            return std::nullopt;
        return refused(Tr::tr("Expected an address such as https://host/v1, got %1.").arg(quoted(text)));
    }
    }
    Q_UNREACHABLE();
}

std::optional<SettingProblem> checkChoice(const Setting &setting, const QString &token)
{
    QStringList tokens;
    for (const SettingChoice &choice : setting.choices)
        tokens.append(QString::fromLatin1(choice.token));
    if (tokens.contains(token))
        return std::nullopt;
    return problem(SettingProblemKind::NotAccepted,
                   Tr::tr("%1 is none of %2.").arg(quoted(token), tokens.join(u", "_s)),
                   nearestOf(token, tokens));
}

QString tomlString(const QString &text)
{
    QString literal(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            literal += u'\\' + c;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7F)
            literal += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            literal += c;
    }
    return literal + u'"';
}

template<typename... F>
struct Overloaded : F...
{
    using F::operator()...;
};
template<typename... F>
Overloaded(F...) -> Overloaded<F...>;

} // namespace

QString SettingProblem::text() const
{
    QString place = where;
    if (line > 0)
        place += u':' + QString::number(line);
    QString sentence = key.isEmpty() ? what : u"%1: %2"_s.arg(key, what);
    if (!nearest.isEmpty())
        sentence += u' ' + Tr::tr("Did you mean %1?").arg(nearest);
    return place.isEmpty() ? sentence : u"%1: %2"_s.arg(place, sentence);
}

Error toError(const QList<SettingProblem> &problems)
{
    QStringList lines;
    for (const SettingProblem &one : problems)
        lines.append(one.text());
    const bool unreadable = !problems.isEmpty() && problems.first().kind == SettingProblemKind::Unreadable;
    return Error{.code = unreadable ? Errc::Io : Errc::InvalidArgument,
                 .message = lines.join(u'\n'),
                 .where = u"settings"_s,
                 .retryAfter = {}};
}

SettingValue numericValue(const Setting &setting, double number)
{
    if (setting.type == SettingType::Duration)
        return tickOf(setting.unit) * std::llround(number);
    if (setting.type == SettingType::Money)
        return Micros{std::llround(number * 1e6)};
    if (setting.type == SettingType::Integer)
        return qint64(std::llround(number));
    return number;
}

double numberOf(const Setting &setting, const SettingValue &value)
{
    return std::visit(Overloaded{[](qint64 n) { return static_cast<double>(n); }, [](double n) { return n; },
                                 [](Micros n) { return dollarsOf(n); },
                                 [&](std::chrono::milliseconds n) {
                                     return static_cast<double>(n.count()) /
                                            static_cast<double>(tickOf(setting.unit).count());
                                 },
                                 [](const auto &) { return 0.0; }},
                      value);
}

SettingValue initialValue(const Setting &setting)
{
    switch (setting.type) {
    case SettingType::Bool: return std::get<bool>(setting.initial);
    case SettingType::Integer: return std::get<qint64>(setting.initial);
    case SettingType::Number: return std::get<double>(setting.initial);
    case SettingType::Text:
    case SettingType::Choice: return QString::fromUtf8(std::get<const char *>(setting.initial));
    case SettingType::TextList: return listOf(QString::fromUtf8(std::get<const char *>(setting.initial)));
    case SettingType::Duration: return tickOf(setting.unit) * std::get<qint64>(setting.initial);
    case SettingType::Money: return Micros{std::get<qint64>(setting.initial)};
    case SettingType::Secret: return std::monostate{};
    }
    Q_UNREACHABLE();
}

tl::expected<SettingValue, SettingProblem> parseSetting(const Setting &setting, QStringView text)
{
    tl::expected<SettingValue, SettingProblem> value;
    switch (setting.type) {
    case SettingType::Bool: {
        const QString word = text.trimmed().toString().toLower();
        if (word == u"true"_s || word == u"1"_s || word == u"on"_s || word == u"yes"_s)
            return accepted(true);
        if (word == u"false"_s || word == u"0"_s || word == u"off"_s || word == u"no"_s)
            return accepted(false);
        return tl::unexpected(wrongType(Tr::tr("true or false"), text));
    }
    case SettingType::Integer:
    case SettingType::Number:
    case SettingType::Duration:
    case SettingType::Money: value = parseNumber(setting, text.trimmed()); break;
    case SettingType::Text: value = accepted(text.toString()); break;
    case SettingType::Choice: value = accepted(text.trimmed().toString()); break;
    case SettingType::TextList: value = accepted(listOf(text)); break;
    case SettingType::Secret:
        return tl::unexpected(
            problem(SettingProblemKind::SecretOutOfPlace,
                    Tr::tr("A secret is not given here. Store it in the keyring under Settings, or "
                           "set %1.")
                        .arg(QString::fromLatin1(setting.environment))));
    }
    if (value)
        if (std::optional<SettingProblem> wrong = checkSetting(setting, *value))
            return tl::unexpected(std::move(*wrong));
    return value;
}

std::optional<SettingProblem> checkSetting(const Setting &setting, const SettingValue &value)
{
    if (setting.type == SettingType::Number && std::holds_alternative<double>(value))
        return checkRange(setting, std::get<double>(value));
    if ((setting.type == SettingType::Duration || setting.type == SettingType::Money) &&
        std::holds_alternative<double>(value)) // a number that may not fit the type: only its range speaks
        return checkRange(setting, std::get<double>(value));
    if (initialValue(setting).index() != value.index())
        return problem(SettingProblemKind::WrongType, Tr::tr("The value has the wrong type."));
    switch (setting.type) {
    case SettingType::Bool:
    case SettingType::Secret: return std::nullopt;
    case SettingType::Integer:
    case SettingType::Number:
    case SettingType::Duration:
    case SettingType::Money: return checkRange(setting, numberOf(setting, value));
    case SettingType::Text: return checkText(setting.form, std::get<QString>(value));
    case SettingType::Choice: return checkChoice(setting, std::get<QString>(value));
    case SettingType::TextList: {
        const QStringList &entries = std::get<QStringList>(value);
        if (entries.size() > 100)
            return problem(SettingProblemKind::OutOfRange, Tr::tr("At most 100 entries are allowed."));
        for (const QString &entry : entries)
            if (std::optional<SettingProblem> wrong = checkText(setting.form, entry))
                return wrong;
        return std::nullopt;
    }
    }
    Q_UNREACHABLE();
}

QString settingText(const Setting &setting, const SettingValue &value)
{
    return std::visit(Overloaded{[](std::monostate) { return QString(); },
                                 [](bool on) { return on ? u"true"_s : u"false"_s; },
                                 [](qint64 n) { return QString::number(n); },
                                 [](const QString &text) { return text; },
                                 [](const QStringList &list) { return list.join(u','); },
                                 [&](const auto &) { return shortest(numberOf(setting, value)); }},
                      value);
}

QString settingToml(const Setting &setting, const SettingValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return tomlString(*text);
    if (const auto *list = std::get_if<QStringList>(&value)) {
        QStringList literals;
        for (const QString &entry : *list)
            literals.append(tomlString(entry));
        return u'[' + literals.join(u", "_s) + u']';
    }
    QString literal = settingText(setting, value);
    const bool decimal = setting.type == SettingType::Number || setting.type == SettingType::Money;
    if (decimal && !literal.contains(u'.') && !literal.contains(u'e'))
        literal += u".0"_s;
    return literal;
}

QString settingDisplay(const Setting &setting, const SettingValue &value)
{
    const auto withUnit = [&](const QString &number) {
        return setting.unit == SettingUnit::None ? number : u"%1 %2"_s.arg(number, unitText(setting.unit));
    };
    if (setting.type == SettingType::Choice)
        for (const SettingChoice &choice : setting.choices)
            if (value == SettingValue(QString::fromLatin1(choice.token)))
                return Tr::tr(choice.label);
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty() ? Tr::tr("none") : *text;
    if (const auto *list = std::get_if<QStringList>(&value))
        return list->isEmpty() ? Tr::tr("none") : list->join(u", "_s);
    if (const auto *on = std::get_if<bool>(&value))
        return *on ? Tr::tr("on") : Tr::tr("off");
    if (const auto *money = std::get_if<Micros>(&value))
        return u'$' + QLocale().toString(dollarsOf(*money), 'f', 2);
    const double number = numberOf(setting, value);
    // 0.8 beside 0.95 would read as a different precision
    const bool share = setting.type == SettingType::Number && setting.maximum <= 1.0;
    const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
    if (share && std::round(number * 100) / 100 == number)
        return withUnit(QLocale().toString(number, 'f', 2));
    return withUnit(whole ? QLocale().toString(static_cast<qint64>(number))
                          : QLocale().toString(number, 'g', QLocale::FloatingPointShortest));
}

QJsonValue settingJson(const Setting &setting, const SettingValue &value)
{
    return std::visit(
        Overloaded{[](std::monostate) { return QJsonValue(QJsonValue::Null); },
                   [](bool on) { return QJsonValue(on); }, [](qint64 n) { return QJsonValue(n); },
                   [](const QString &text) { return QJsonValue(text); },
                   [](const QStringList &list) { return QJsonValue(QJsonArray::fromStringList(list)); },
                   [&](const auto &) { return QJsonValue(numberOf(setting, value)); }},
        value);
}

bool looksLikeSecret(QStringView text)
{
    static constexpr std::array prefixes{"sk-", "sk_", "gsk_", "tvly-", "xoxb-", "ghp_", "eyJ"};
    if (text.contains(u"-----BEGIN"))
        return true;
    return text.size() >= 16 && std::ranges::any_of(prefixes, [&](const char *prefix) {
               return text.startsWith(QLatin1StringView(prefix));
           });
}

} // namespace assay
