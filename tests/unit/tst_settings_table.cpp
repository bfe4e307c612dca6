// SPDX-License-Identifier: Apache-2.0
#include "settings/settings.h"
#include "settings/toml_file.h"
#include "turn/policy.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// The one table: every declaration is complete, valid and reaches the pipeline.
class tst_settings_table : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everySettingIsComplete_data() { rows(); }
    void everySettingIsComplete()
    {
        QFETCH(int, index);
        const Setting &setting = settingAt(index);
        QVERIFY(*setting.label != '\0');
        QVERIFY(*setting.help != '\0');
        QVERIFY2(checkSetting(setting, initialValue(setting)) == std::nullopt, "the default is not valid");
        QCOMPARE(settingIndex(QString::fromLatin1(setting.key)), std::optional(index));
        const bool numeric = setting.type == SettingType::Integer || setting.type == SettingType::Number ||
                             setting.type == SettingType::Duration || setting.type == SettingType::Money;
        QCOMPARE(numeric, setting.maximum > setting.minimum);
        QCOMPARE(numeric, setting.step > 0);
        if (numeric || setting.type == SettingType::Bool) {
            QVERIFY2(*setting.raise != '\0', "raising has no effect sentence");
            QVERIFY2(*setting.lower != '\0', "lowering has no effect sentence");
        }
        QCOMPARE(setting.type == SettingType::Choice, !setting.choices.empty());
        for (const SettingChoice &choice : setting.choices)
            QVERIFY(*choice.token != '\0' && *choice.label != '\0' && *choice.effect != '\0');
        QVERIFY(!environmentNames(setting).isEmpty());
        QVERIFY2(!(setting.live && setting.restart), "a setting read at each attempt needs no restart");
    }

    void everyValueSurvivesTomlAndText_data() { rows(); }
    void everyValueSurvivesTomlAndText()
    {
        QFETCH(int, index);
        const Setting &setting = settingAt(index);
        if (setting.type == SettingType::Secret) {
            QCOMPARE(settingText(setting, initialValue(setting)), QString());
            return;
        }
        for (const SettingValue &value : samples(setting)) {
            const auto parsed = parseSetting(setting, settingText(setting, value));
            QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text()));
            QCOMPARE(settingText(setting, *parsed), settingText(setting, value));
            QVERIFY(*parsed == value);
            const Result<QByteArray> text = editSettingsText({}, {{index, value}});
            QVERIFY(text);
            const auto read = readSettingsText(*text, u"t.toml"_s);
            QVERIFY2(read, read ? "" : qPrintable(toError(read.error()).message));
            QCOMPARE(read->size(), 1);
            QVERIFY(read->value(index).value == value);
        }
    }

    void everyPolicyMemberHasASetting()
    {
        // Aggregates cannot be walked; this list and the count below are what a new member breaks.
        const QHash<QString, QString> keyOf{
            {u"qualityThreshold"_s, u"quality.threshold"_s},
            {u"maxRetries"_s, u"quality.max_retries"_s},
            {u"autoRetry"_s, u"quality.enable_auto_retry"_s},
            {u"retryStrategy"_s, u"quality.retry_strategy"_s},
            {u"cascade"_s, u"cost.enable_cascade"_s},
            {u"confidenceScoring"_s, u"agent.confidence_scoring"_s},
            {u"calibration"_s, u"agent.calibration"_s},
            {u"confidenceThreshold"_s, u"cost.confidence_threshold"_s},
            {u"fastModel"_s, u"agent.fast_model"_s},
            {u"premiumModel"_s, u"agent.premium_model"_s},
            {u"judgeModel"_s, u"agent.judge_model"_s},
            {u"dualPath"_s, u"agent.dual_path"_s},
            {u"multiStrategy"_s, u"agent.multi_strategy"_s},
            {u"gradeDocuments"_s, u"agent.grade_documents"_s},
            {u"responseValidator"_s, u"agent.response_validator"_s},
            {u"toolResultValidator"_s, u"agent.tool_result_validator"_s},
            {u"qualityGate"_s, u"quality.gate"_s},
            {u"qaSubgraph"_s, u"agent.qa_subgraph"_s},
            {u"activeLearning"_s, u"agent.active_learning"_s},
            {u"mandatoryToolContext"_s, u"agent.mandatory_tool_context"_s},
            {u"telemetry"_s, u"telemetry.enable_dashstream"_s},
            {u"committee"_s, u"quality.committee"_s},
            {u"committeeSize"_s, u"quality.committee_size"_s},
            {u"committeeRule"_s, u"quality.committee_rule"_s},
            {u"rateLimitPerSecond"_s, u"cost.rate_limit_per_second"_s},
            {u"rateLimitBurst"_s, u"cost.rate_limit_burst"_s},
            {u"retrieveLimit"_s, u"retrieval.limit"_s},
            {u"retrieveTimeoutMs"_s, u"retrieval.timeout_ms"_s},
            {u"modelTimeoutMs"_s, u"models.timeout_ms"_s},
            {u"maxTokens"_s, u"models.max_tokens"_s},
            {u"temperature"_s, u"models.temperature"_s},
        };
        QFile header(QStringLiteral(ASSAY_SOURCE_DIR "/core/turn/policy.h"));
        QVERIFY(header.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(header.readAll());
        static const QRegularExpression member(
            u"^    (?:int|float|double|bool|QString|RetryStrategy|CommitteeRule) (\\w+)( = |\\{\\})"_s,
            QRegularExpression::MultilineOption);
        int members = 0;
        for (auto match = member.globalMatch(source); match.hasNext();) {
            const QString name = match.next().captured(1);
            if (name == u"revision"_s || name == u"profile"_s)
                continue;
            ++members;
            QVERIFY2(keyOf.contains(name), qPrintable(name));
            const std::optional<int> index = settingIndex(keyOf.value(name));
            QVERIFY2(index, qPrintable(keyOf.value(name)));
            QVERIFY2(settingAt(*index).live, qPrintable(keyOf.value(name)));
        }
        QCOMPARE(members, keyOf.size());
    }

    void defaultsAgreeWithThePolicy()
    {
        const Settings settings;
        const Policy policy;
        QCOMPARE(float(settings.get("quality.threshold"_setting)), policy.qualityThreshold);
        QCOMPARE(settings.get("quality.max_retries"_setting), qint64(policy.maxRetries));
        QCOMPARE(settings.get("quality.retry_strategy"_setting), tokenOf(policy.retryStrategy));
        QCOMPARE(settings.get("quality.committee_rule"_setting), tokenOf(policy.committeeRule));
        QCOMPARE(float(settings.get("cost.confidence_threshold"_setting)), policy.confidenceThreshold);
        QCOMPARE(settings.get("agent.dual_path"_setting), policy.dualPath);
        QCOMPARE(settings.get("models.timeout_ms"_setting), std::chrono::milliseconds(policy.modelTimeoutMs));
        QCOMPARE(settings.get("retrieval.limit"_setting), qint64(policy.retrieveLimit));
        QCOMPARE(settings.get("cost.rate_limit_per_second"_setting), policy.rateLimitPerSecond);
        QCOMPARE(settings.get("cost.rate_limit_burst"_setting), policy.rateLimitBurst);
    }

    void choicesAreThePipelinesOwnTokens()
    {
        QCOMPARE(tokens("quality.retry_strategy"_setting.index), tokensOf<RetryStrategy>());
        QCOMPARE(tokens("quality.committee_rule"_setting.index), tokensOf<CommitteeRule>());
    }

    void everythingStartsOffline()
    {
        const Settings settings;
        QCOMPARE(settings.get("agent.fast_model"_setting), u"offline-fast"_s);
        QCOMPARE(settings.get("agent.premium_model"_setting), u"offline-premium"_s);
        QCOMPARE(settings.get("agent.judge_model"_setting), u"offline"_s);
        QCOMPARE(settings.get("retrieval.chroma_url"_setting), QString());
        QCOMPARE(settings.get("telemetry.kafka_brokers"_setting), QStringList());
    }

    void everySettingStandsInOneChapter()
    {
        QList<int> seen;
        for (const SettingGroup &group : settingGroups()) {
            QVERIFY(!group.label.isEmpty() && !group.help.isEmpty());
            seen += group.settings;
        }
        std::ranges::sort(seen);
        QCOMPARE(seen.size(), settingCount);
        QCOMPARE(std::ranges::adjacent_find(seen), seen.end());
    }

    void effectsAreToldInWords_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<SettingValue>("from");
        QTest::addColumn<SettingValue>("to");
        QTest::addColumn<QString>("says");
        const int confidence = "cost.confidence_threshold"_setting.index;
        QTest::addRow("raising the confidence threshold sends more to premium")
            << confidence << SettingValue(0.75) << SettingValue(0.80)
            << u"Confidence threshold 0.75 → 0.80: More turns go to the premium model."_s;
        QTest::addRow("lowering it sends fewer")
            << confidence << SettingValue(0.75) << SettingValue(0.70)
            << u"Confidence threshold 0.75 → 0.70: Fewer turns go to the premium model."_s;
        QTest::addRow("switching the cascade off sends all")
            << "cost.enable_cascade"_setting.index << SettingValue(true) << SettingValue(false)
            << u"Model cascade on → off: Every turn goes to the premium model."_s;
        QTest::addRow("a choice says what it does")
            << "quality.retry_strategy"_setting.index << SettingValue(u"upgrade_model"_s)
            << SettingValue(u"stronger_prompt"_s)
            << u"Retry strategy Upgrade model → Stronger prompt: A retry tells the same model what the judge missed."_s;
        QTest::addRow("a unit is named")
            << "monitoring.alert_window_minutes"_setting.index
            << SettingValue(std::chrono::milliseconds(300'000))
            << SettingValue(std::chrono::milliseconds(600'000))
            << u"Alert window 5 min → 10 min: Short dips no longer raise alerts."_s;
        QTest::addRow("a name has no direction") << "agent.fast_model"_setting.index << SettingValue(u"a"_s)
                                                 << SettingValue(u"b"_s) << u"Fast model a → b."_s;
        QTest::addRow("no change, no words")
            << confidence << SettingValue(0.75) << SettingValue(0.75) << QString();
    }
    void effectsAreToldInWords()
    {
        QFETCH(int, index);
        QFETCH(SettingValue, from);
        QFETCH(SettingValue, to);
        QFETCH(QString, says);
        QCOMPARE(describeEffect(settingAt(index), from, to), says);
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < settingCount; ++i)
            QTest::addRow("%s", settingAt(i).key) << i;
    }

    static QStringList tokens(int index)
    {
        QStringList all;
        for (const SettingChoice &choice : settingAt(index).choices)
            all.append(QString::fromLatin1(choice.token));
        return all;
    }

    /// The default, both ends of the range, every choice, and texts with everything TOML escapes.
    static QList<SettingValue> samples(const Setting &setting)
    {
        QList<SettingValue> all{initialValue(setting)};
        switch (setting.type) {
        case SettingType::Bool: all += {SettingValue(true), SettingValue(false)}; break;
        case SettingType::Integer:
        case SettingType::Number:
        case SettingType::Duration:
        case SettingType::Money:
            for (const double share : {0.0, 0.37, 1.0})
                all.append(
                    numericValue(setting, setting.minimum + share * (setting.maximum - setting.minimum)));
            break;
        case SettingType::Text:
            if (setting.form == TextForm::Any || setting.form == TextForm::Path)
                all += {SettingValue(u"/tmp/a b/\"quoted\"\\back#hash=[x] ä漢.pem"_s),
                        SettingValue(u"'single'"_s)};
            break;
        case SettingType::TextList:
            all += {SettingValue(QStringList{u"localhost:9092"_s}),
                    SettingValue(QStringList{u"a:1"_s, u"b.example:65535"_s})};
            break;
        case SettingType::Choice:
            for (const SettingChoice &choice : setting.choices)
                all.append(QString::fromLatin1(choice.token));
            break;
        case SettingType::Secret: break;
        }
        return all;
    }
};

QTEST_GUILESS_MAIN(tst_settings_table)
#include "tst_settings_table.moc"
