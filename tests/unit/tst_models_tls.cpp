// SPDX-License-Identifier: Apache-2.0
#include "models/http_client.h"
#include "models/tls_names.h"
#include "support/scripted_server.h"

#include <QCoro/QCoroTask>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Makes certificates with the openssl command line in a directory of its own.
class Forge
{
public:
    Forge()
    {
        write(u"ca.cnf"_s, "[ca]\ndefault_ca=me\n[me]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                           "policy=any\ncopy_extensions=none\nunique_subject=no\ndefault_md=sha256\n[any]"
                           "\ncommonName=supplied\n");
        write(u"index.txt"_s, "");
        authority(u"ca"_s);
        authority(u"rogue"_s);
    }

    QString path(const QString &name) const { return m_dir.filePath(name); }

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        file.write(text);
    }

    void run(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(u"openssl"_s, arguments);
        QVERIFY2(process.waitForFinished(30'000) && process.exitCode() == 0,
                 process.readAllStandardError().constData());
    }

    void authority(const QString &name)
    {
        run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s,
             u"/CN=Test authority "_s + name, u"-addext"_s, u"basicConstraints=critical,CA:TRUE"_s,
             u"-addext"_s, u"keyUsage=critical,keyCertSign,cRLSign"_s, u"-keyout"_s, name + u".key"_s,
             u"-out"_s, name + u".pem"_s});
    }

    struct Wish
    {
        QString name{};
        QString common = u"127.0.0.1"_s;
        QByteArray extensions = "subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth\n";
        QString from = u"20200101000000Z"_s;
        QString until = u"20991231000000Z"_s;
        QString authority = u"ca"_s;
        QString digest = u"sha256"_s;
        QString key = u"rsa:2048"_s;
    };

    ServerTls issue(const Wish &wish)
    {
        write(wish.name + u".ext"_s, wish.extensions);
        run({u"req"_s, u"-newkey"_s, wish.key, u"-nodes"_s, u"-subj"_s, u"/CN="_s + wish.common, u"-keyout"_s,
             wish.name + u".key"_s, u"-out"_s, wish.name + u".csr"_s});
        run({u"ca"_s,
             u"-batch"_s,
             u"-notext"_s,
             u"-config"_s,
             u"ca.cnf"_s,
             u"-cert"_s,
             wish.authority + u".pem"_s,
             u"-keyfile"_s,
             wish.authority + u".key"_s,
             u"-in"_s,
             wish.name + u".csr"_s,
             u"-out"_s,
             wish.name + u".pem"_s,
             u"-startdate"_s,
             wish.from,
             u"-enddate"_s,
             wish.until,
             u"-md"_s,
             wish.digest,
             u"-extfile"_s,
             wish.name + u".ext"_s});
        return {.certificateChain = path(wish.name + u".pem"_s), .privateKey = path(wish.name + u".key"_s)};
    }

    ServerTls selfSigned()
    {
        run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s,
             u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, u"self.key"_s,
             u"-out"_s, u"self.pem"_s});
        return {.certificateChain = path(u"self.pem"_s), .privateKey = path(u"self.key"_s)};
    }

private:
    QTemporaryDir m_dir;
};

/// `openssl s_server` at security level 0: it offers certificates this library would not even load.
class WeakServer
{
public:
    WeakServer(const ServerTls &tls, const QStringList &more = {})
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        m_process.start(u"openssl"_s,
                        QStringList{u"s_server"_s, u"-www"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(m_port),
                                    u"-cert"_s, tls.certificateChain, u"-key"_s, tls.privateKey, u"-cipher"_s,
                                    u"ALL:@SECLEVEL=0"_s} +
                            more);
        while (m_process.state() != QProcess::NotRunning &&
               !m_process.readAllStandardOutput().contains("ACCEPT"))
            m_process.waitForReadyRead(100);
    }
    ~WeakServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(m_port)); }

    /// A client that does not care gets through: so a refusal is the certificate's doing.
    bool servesACarelessClient() const
    {
        QProcess client;
        client.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(m_port), u"-cipher"_s,
                                    u"ALL:@SECLEVEL=0"_s});
        client.closeWriteChannel();
        client.waitForFinished(10'000);
        return client.exitCode() == 0 && client.readAllStandardOutput().contains("BEGIN CERTIFICATE");
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

class TstModelsTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aGoodCertificateIsAccepted();
    void withoutTheAuthorityItIsRefused();
    void badCertificatesAreRefused_data();
    void badCertificatesAreRefused();
    void weakCertificatesAreRefused_data();
    void weakCertificatesAreRefused();
    void anUnreadableAuthorityFileIsAnError();
    void plainHttpBehindAnHttpsAddressIsRefused();
    void namesAreMatchedByTheStandard_data();
    void namesAreMatchedByTheStandard();

private:
    Result<HttpResponse> ask(const QUrl &url, const QString &authority = u"ca.pem"_s)
    {
        HttpClient client({.extraCaFile = authority.isEmpty() ? QString() : m_forge->path(authority)});
        HttpRequest request;
        request.method = "POST";
        request.url = url;
        request.headers = {{"Content-Type", "text/plain"}};
        request.body = "secret question";
        request.timeout = 10s;
        return QCoro::waitFor(client.send(request, {}, {}));
    }

    std::unique_ptr<Forge> m_forge;
};

void TstModelsTls::initTestCase()
{
    m_forge = std::make_unique<Forge>();
}

void TstModelsTls::aGoodCertificateIsAccepted()
{
    ScriptedServer server(m_forge->issue({.name = u"good"_s}));
    server.setFallback(jsonReply({{u"ok"_s, true}}));
    const Result<HttpResponse> byAddress = ask(server.url());
    QVERIFY2(byAddress.has_value(), byAddress ? "" : qPrintable(byAddress.error().message));
    const Result<HttpResponse> byName = ask(server.url({}, u"localhost"_s));
    QVERIFY2(byName.has_value(), byName ? "" : qPrintable(byName.error().message));
    QCOMPARE(server.requestCount(), 2);
}

void TstModelsTls::withoutTheAuthorityItIsRefused()
{
    ScriptedServer server(m_forge->issue({.name = u"untrusted"_s}));
    const Result<HttpResponse> response = ask(server.url(), {});
    QCOMPARE(response.error().code, Errc::TlsRefused);
    QCOMPARE(server.requestCount(), 0);
}

void TstModelsTls::badCertificatesAreRefused_data()
{
    using Wish = Forge::Wish;
    QTest::addColumn<ServerTls>("tls");
    QTest::addColumn<QString>("reason");
    const auto row = [&](const char *title, const Wish &wish, const QString &reason) {
        QTest::newRow(title) << m_forge->issue(wish) << reason;
    };
    row("expired", {.name = u"expired"_s, .until = u"20210101000000Z"_s}, u"expired"_s);
    row("not yet valid", {.name = u"future"_s, .from = u"20980101000000Z"_s}, u"not yet valid"_s);
    row("issued for another name",
        {.name = u"other"_s,
         .common = u"example.org"_s,
         .extensions = "subjectAltName=DNS:example.org\nextendedKeyUsage=serverAuth\n"},
        u"host name"_s);
    row("issued for another address",
        {.name = u"address"_s,
         .common = u"other"_s,
         .extensions = "subjectAltName=IP:127.0.0.2\nextendedKeyUsage=serverAuth\n"},
        u"host name"_s);
    row("only a common name", {.name = u"cn"_s, .extensions = "extendedKeyUsage=serverAuth\n"},
        u"alternative name"_s);
    row("the address only as a DNS name",
        {.name = u"dnsip"_s, .extensions = "subjectAltName=DNS:127.0.0.1\nextendedKeyUsage=serverAuth\n"},
        u"alternative name"_s);
    row("issued for clients only",
        {.name = u"eku"_s, .extensions = "subjectAltName=IP:127.0.0.1\nextendedKeyUsage=clientAuth\n"},
        u"purpose"_s);
    row("an unknown authority", {.name = u"rogued"_s, .authority = u"rogue"_s}, u"issuer"_s);
    QTest::newRow("self-signed") << m_forge->selfSigned() << u"self-signed"_s;
}

void TstModelsTls::badCertificatesAreRefused()
{
    QFETCH(ServerTls, tls);
    QFETCH(QString, reason);
    ScriptedServer server(tls);
    const Result<HttpResponse> response = ask(server.url());
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().code, Errc::TlsRefused);
    QVERIFY2(response.error().message.contains(reason, Qt::CaseInsensitive),
             qPrintable(response.error().message));
    QTest::qWait(50);
    QCOMPARE(server.requestCount(), 0);
}

void TstModelsTls::weakCertificatesAreRefused_data()
{
    using Wish = Forge::Wish;
    QTest::addColumn<ServerTls>("tls");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("signed with SHA-1")
        << m_forge->issue(Wish{.name = u"sha1"_s, .digest = u"sha1"_s}) << QStringList{};
    QTest::newRow("a key of 1024 bits")
        << m_forge->issue(Wish{.name = u"weak"_s, .key = u"rsa:1024"_s}) << QStringList{};
    QTest::newRow("TLS 1.1") << m_forge->issue(Wish{.name = u"old"_s}) << QStringList{u"-tls1_1"_s};
}

void TstModelsTls::weakCertificatesAreRefused()
{
    QFETCH(ServerTls, tls);
    QFETCH(QStringList, more);
    const WeakServer server(tls, more);
    QVERIFY(server.servesACarelessClient());
    const Result<HttpResponse> response = ask(server.url());
    QVERIFY2(!response.has_value(), "the server got through");
    QVERIFY2(response.error().code == Errc::TlsRefused, qPrintable(response.error().message));
    const bool isOldProtocol = !more.isEmpty();
    QVERIFY2(isOldProtocol || response.error().message.contains(u"too weak"),
             qPrintable(response.error().message));
}

void TstModelsTls::anUnreadableAuthorityFileIsAnError()
{
    m_forge->write(u"junk.pem"_s, "not a certificate");
    ScriptedServer server(m_forge->issue({.name = u"junk-test"_s}));
    for (const QString &file : {u"junk.pem"_s, u"missing.pem"_s}) {
        const Result<HttpResponse> response = ask(server.url(), file);
        QCOMPARE(response.error().code, Errc::InvalidArgument);
        QVERIFY(response.error().message.contains(file));
    }
    QCOMPARE(server.connectionCount(), 0);
}

void TstModelsTls::plainHttpBehindAnHttpsAddressIsRefused()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    const QUrl url(u"https://127.0.0.1:%1/v1"_s.arg(server.serverPort()));
    QCOMPARE(ask(url).error().code, Errc::TlsRefused);
}

void TstModelsTls::namesAreMatchedByTheStandard_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("matches");
    QTest::newRow("a listed name") << u"api.example.org"_s << true;
    QTest::newRow("case does not matter") << u"API.Example.ORG"_s << true;
    QTest::newRow("a final dot does not matter") << u"api.example.org."_s << true;
    QTest::newRow("a wildcard stands for one label") << u"eu.example.net"_s << true;
    QTest::newRow("not for two") << u"a.eu.example.net"_s << false;
    QTest::newRow("not for none") << u"example.net"_s << false;
    QTest::newRow("not for a whole domain") << u"anything.com"_s << false;
    QTest::newRow("the common name does not count") << u"common.example.org"_s << false;
    QTest::newRow("a listed address") << u"10.0.0.7"_s << true;
    QTest::newRow("another address") << u"10.0.0.8"_s << false;
    QTest::newRow("an IPv6 address in another spelling") << u"fd00:0::1"_s << true;
}

void TstModelsTls::namesAreMatchedByTheStandard()
{
    QFETCH(QString, host);
    QFETCH(bool, matches);
    static const ServerTls tls = m_forge->issue(
        {.name = u"names"_s,
         .common = u"common.example.org"_s,
         .extensions =
             "subjectAltName=DNS:api.example.org,DNS:*.example.net,DNS:*.com,IP:10.0.0.7,IP:fd00::1\n"});
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(tls.certificateChain);
    QCOMPARE(chain.size(), 1);
    QCOMPARE(certificateNames(chain.constFirst(), host), matches);
}

QTEST_GUILESS_MAIN(TstModelsTls)
#include "tst_models_tls.moc"
