// SPDX-License-Identifier: Apache-2.0
#include "store/shared_triage.h"

#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// What libpq is told of an address: nobody talks to a server that was not checked.
class SharedTriageAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tlsIsChecked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("mode"); // "" = left to libpq, "refused"
        QTest::newRow("a server elsewhere") << u"postgresql://ada@db.example.com/q"_s << u"verify-full"_s;
        QTest::newRow("elsewhere, and said so")
            << u"host=db.example.com sslmode=verify-full"_s << u"verify-full"_s;
        QTest::newRow("elsewhere without a check")
            << u"postgresql://db.example.com/q?sslmode=require"_s << u"refused"_s;
        QTest::newRow("elsewhere in the clear")
            << u"postgresql://db.example.com/q?sslmode=disable"_s << u"refused"_s;
        QTest::newRow("only the authority is checked")
            << u"postgresql://db.example.com/q?sslmode=verify-ca"_s << u"refused"_s;
        QTest::newRow("a name that looks like this machine")
            << u"postgresql://127.0.0.1.example.com/q"_s << u"verify-full"_s;
        QTest::newRow("here, but an address elsewhere")
            << u"host=localhost hostaddr=10.0.0.8"_s << u"verify-full"_s;
        QTest::newRow("several servers") << u"postgresql://localhost,db.example.com/q"_s << u"verify-full"_s;
        QTest::newRow("this machine") << u"postgresql://localhost/q"_s << u""_s;
        QTest::newRow("this machine by number") << u"postgresql://127.0.0.1:5433/q"_s << u""_s;
        QTest::newRow("this machine by its newer number") << u"postgresql://[::1]/q"_s << u""_s;
        QTest::newRow("a socket") << u"host=/run/postgresql dbname=q"_s << u""_s;
        QTest::newRow("a password in it") << u"postgresql://ada:secret@localhost/q"_s << u"refused"_s;
        QTest::newRow("no address, and a password in it")
            << u"postgresql://a:secret@[::1/q"_s << u"refused"_s;
        QTest::newRow("no address") << u"http://db.example.com"_s << u"refused"_s;
    }
    void tlsIsChecked()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, mode);
        const auto parameters = sharedTriageParameters({.database = address, .password = u"pw"_s});
        QCOMPARE(!parameters, mode == u"refused"_s);
        if (!parameters) {
            QCOMPARE(parameters.error().code, Errc::InvalidArgument);
            QVERIFY(!parameters.error().message.contains(u"secret"_s));
            return;
        }
        QByteArray said;
        for (const auto &[name, value] : *parameters)
            if (name == "sslmode")
                said = value;
        QCOMPARE(QString::fromUtf8(said), mode);
        QVERIFY(parameters->contains({QByteArray("password"), QByteArray("pw")}));
    }
};

QTEST_GUILESS_MAIN(SharedTriageAddressTest)
#include "tst_shared_triage_address.moc"
