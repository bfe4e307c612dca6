// SPDX-License-Identifier: Apache-2.0
#include "service/workbench.h"
#include "support/kafka_cluster.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/plain.h"
#include "ui/kit/theme.h"
#include "ui/settings/kafka_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/connection_hooks.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

using Fields = QList<std::pair<QByteArray, QString>>; ///< key of the setting → what is typed

Fields scram(const QString &password, const char *authority = "ca.pem")
{
    return {{"telemetry.kafka_brokers", cluster::told("KAFKA_SASL_SSL")},
            {"kafka.topic", cluster::own("form")},
            {"kafka.security_protocol", u"sasl_ssl"_s},
            {"kafka.sasl_mechanism", u"SCRAM-SHA-256"_s},
            {"kafka.sasl_username", cluster::told("KAFKA_USER")},
            {"kafka.sasl_password", password},
            {"kafka.ssl_ca_location", cluster::certificate(authority)}};
}

Fields mutualTls(const QString &keyPassword = {})
{
    Fields all{{"telemetry.kafka_brokers", cluster::told("KAFKA_MTLS")},
               {"kafka.topic", cluster::own("form")},
               {"kafka.security_protocol", u"ssl"_s},
               {"kafka.ssl_ca_location", cluster::certificate("ca.pem")}};
    if (!keyPassword.isEmpty())
        all += Fields{{"kafka.ssl_certificate_location", cluster::certificate("client.pem")},
                      {"kafka.ssl_key_location", cluster::certificate("client-locked.key")},
                      {"kafka.ssl_key_password", keyPassword}};
    return all;
}

Fields with(Fields fields, const QByteArray &key, const QString &value)
{
    for (auto &[name, typed] : fields)
        if (name == key)
            typed = value;
    return fields;
}

} // namespace

/// The settings form against real brokers, filled in with keys; passwords go through a real keyring.
class KafkaFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS").startsWith(u"unix:"),
                 "no D-Bus session: run this test through tests/services/keyring.sh run");
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
        cluster::makeTopic(cluster::own("form"), 2);
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const SettingsSources sources{.file = m_dir->filePath(u"assay.toml"_s),
                                      .userProfiles = m_dir->path()};
        m_hub = std::make_unique<SettingsHub>(*loadSettings(sources), sources.file, m_dir->path());
        m_secrets = std::make_unique<Secrets>(Variables{});
        m_workbench = Workbench::open(
            {.data = m_dir->filePath(u"data"_s), .state = m_dir->filePath(u"state"_s)}, *m_hub, *m_secrets);
        m_page = std::make_unique<SettingsPage>(*m_hub, *m_secrets, connectionHooks(*m_workbench));
        m_page->resize(1240, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_workbench.reset();
    }

    void theFormConnectsOrSaysWhichStepFailed_data()
    {
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const Fields &fields, const QString &sentence) {
            QTest::addRow("%s", name) << fields << sentence;
        };
        const QString secret = cluster::told("KAFKA_PASSWORD");
        row("SCRAM over TLS", scram(secret), {});
        row("a client certificate with a locked key", mutualTls(u"key-secret"_s), {});
        row("a wrong password", scram(u"wrong-secret"_s), u"refused to sign in alice"_s);
        row("a rogue authority", scram(secret, "rogue-ca.pem"), u"authority that is not trusted"_s);
        row("no client certificate", mutualTls(), u"wants a client certificate"_s);
        row("a wrong password of the key", mutualTls(u"wrong-secret"_s), u"the key and its password"_s);
        row("an absent topic", with(scram(secret), "kafka.topic", u"absent"_s), u"no topic absent"_s);
        row("an unknown host", with(scram(secret), "telemetry.kafka_brokers", u"nowhere.invalid:9092"_s),
            u"no host nowhere.invalid"_s);
        row("a closed port", with(scram(secret), "telemetry.kafka_brokers", u"127.0.0.1:1"_s),
            u"Nothing listens at 127.0.0.1:1"_s);
    }
    void theFormConnectsOrSaysWhichStepFailed()
    {
        QFETCH(Fields, fields);
        QFETCH(QString, sentence);
        for (const auto &[key, value] : fields)
            fillIn(key, value);
        auto *panel = m_page->findChild<KafkaPanel *>();
        auto *button = panel->findChild<Button *>(u"test kafka"_s);
        QSignalSpy tried(panel, &KafkaPanel::tried);
        QElapsedTimer watch;
        watch.start();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!button->isEnabled());
        QVERIFY(tried.wait(30'000));
        QVERIFY(button->isEnabled());
        QVERIFY2(watch.elapsed() < 20'000, qPrintable(QString::number(watch.elapsed())));
        const QStringList texts = textsOf(*panel);
        QCOMPARE(texts.contains(u"✕"_s), !sentence.isEmpty());
        QVERIFY2(texts.join(u' ').contains(sentence), qPrintable(texts.join(u'\n')));
        QVERIFY2(!texts.join(u' ').contains(u"-secret"_s), "no password in any text");
        if (sentence.isEmpty())
            QVERIFY(texts.contains(u"Topic %1 has 2 partitions."_s.arg(cluster::own("form"))));
    }

private:
    void fillIn(const QByteArray &key, const QString &value)
    {
        const std::optional<int> index = settingIndex(QString::fromLatin1(key));
        QVERIFY2(index, key.constData());
        m_page->reveal(*index);
        QWidget *control = QApplication::focusWidget();
        QVERIFY(control != nullptr);
        QCOMPARE(control->objectName(), QString::fromLatin1(key));
        QSignalSpy stored(m_secrets.get(), &Secrets::changed);
        if (auto *box = qobject_cast<QComboBox *>(control)) {
            const int wanted = box->findData(value);
            QVERIFY2(wanted >= 0, qPrintable(value));
            while (box->currentIndex() != wanted)
                QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        } else {
            QTest::keyClick(control, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(control, value);
            QTest::keyClick(control, Qt::Key_Return);
        }
        if (settingAt(*index).type == SettingType::Secret)
            QVERIFY(stored.count() == 1 || stored.wait(30'000));
        else
            QTRY_COMPARE(m_hub->current().at(*index).origin.kind, OriginKind::Live);
    }
    static QStringList textsOf(const QWidget &widget)
    {
        QStringList all;
        for (const auto *label : widget.findChildren<PlainLabel *>())
            if (label->isVisible())
                all.append(label->fullText());
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SettingsHub> m_hub;
    std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<SettingsPage> m_page;
};

QTEST_MAIN(KafkaFormTest)
#include "tst_kafka_form.moc"
