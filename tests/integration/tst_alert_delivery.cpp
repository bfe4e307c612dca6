// SPDX-License-Identifier: Apache-2.0
// A question is asked, its answer falls short, and `assay ingest` tells it: to a webhook, to a real
// Alertmanager and from there to its receiver, and on /metrics; each once, whatever refuses at first or is
// started anew.
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

struct Post
{
    QString path{};
    QJsonObject body{};
    QByteArray idempotencyKey{};
};

/// Takes POSTs; refuses the first so many of each path with 503.
class Receiver final : public QTcpServer
{
public:
    Receiver()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    QString url(const QString &path) const { return u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path); }

    /// Accepted ones to `path` about `alert`.
    QList<Post> posts(const QString &path, const QString &alert, const QString &status = u"firing"_s) const
    {
        QList<Post> found;
        for (const Post &post : m_posts)
            if (post.path == path && post.body[u"status"].toString() == status &&
                post.body[u"alerts"].toArray().at(0)[u"labels"][u"alertname"].toString() == alert)
                found.append(post);
        return found;
    }

    int refusals = 0; ///< still to come
    int refused = 0;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &data = m_data[socket];
        data += socket->readAll();
        const qsizetype head = data.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        qsizetype length = 0;
        QByteArray key;
        for (const QByteArray &line : data.first(head).split('\n')) {
            const QByteArray lower = line.toLower();
            if (lower.startsWith("content-length:"))
                length = lower.sliced(15).trimmed().toLongLong();
            if (lower.startsWith("idempotency-key:"))
                key = lower.sliced(16).trimmed();
        }
        if (data.size() < head + 4 + length)
            return;
        const QString path = QString::fromUtf8(data.split(' ').at(1));
        const bool refuse = path == u"/hook" && refusals > 0;
        if (refuse) {
            --refusals;
            ++refused;
        } else {
            m_posts.append({.path = path,
                            .body = QJsonDocument::fromJson(data.sliced(head + 4, length)).object(),
                            .idempotencyKey = key});
        }
        m_data.remove(socket);
        socket->write(refuse ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                             : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
    }

    QHash<QTcpSocket *, QByteArray> m_data;
    QList<Post> m_posts;
};

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("%s", qPrintable(file.errorString()));
}

/// A user of their own, with Alertmanager, the ingest, and questions asked.
class Desk
{
public:
    explicit Desk(const Receiver &receiver) : m_alertmanagerPort(freePort()), m_metricsPort(freePort())
    {
        write(m_home.filePath(u"alertmanager.yml"_s),
              u"route: {receiver: tests, group_by: [alertname], group_wait: 0s, group_interval: 1s, "
              u"repeat_interval: 1h}\n"
              "receivers:\n  - name: tests\n    webhook_configs: [{url: \"%1\"}]\n"_s.arg(
                  receiver.url(u"/from-alertmanager"_s)));
        write(m_home.filePath(u"config/assay/alerts.toml"_s),
              u"interval = \"1s\"\ndelay = \"0s\"\n[route]\ngroup_wait = \"0s\"\ngroup_interval = \"1s\"\n"
              "[delivery]\nwebhooks = [\"%1\"]\nalertmanagers = [\"http://127.0.0.1:%2/\"]\nheartbeat = "
              "\"%3\"\n"
              "[[rule]]\nname = \"Low Quality Response\"\nfloor = 1.0\nwindow = \"3s\"\n"_s
                  .arg(receiver.url(u"/hook"_s))
                  .arg(m_alertmanagerPort)
                  .arg(receiver.url(u"/heart"_s)));
    }

    ~Desk()
    {
        stopIngest();
        m_alertmanager.terminate();
        m_alertmanager.waitForFinished(5000);
    }

    bool startAlertmanager()
    {
        m_alertmanager.setStandardErrorFile(m_home.filePath(u"alertmanager.log"_s));
        m_alertmanager.start(u"prometheus-alertmanager"_s,
                             {u"--config.file="_s + m_home.filePath(u"alertmanager.yml"_s),
                              u"--storage.path="_s + m_home.filePath(u"am"_s),
                              u"--web.listen-address=127.0.0.1:%1"_s.arg(m_alertmanagerPort),
                              u"--cluster.listen-address="_s});
        return m_alertmanager.waitForStarted() &&
               QTest::qWaitFor(
                   [this] {
                       return !get(u"http://127.0.0.1:%1/-/ready"_s.arg(m_alertmanagerPort)).isEmpty();
                   },
                   20'000);
    }

    bool startIngest()
    {
        m_ingest = std::make_unique<QProcess>();
        m_ingest->setProcessEnvironment(surroundings());
        m_ingest->setProcessChannelMode(QProcess::MergedChannels);
        m_ingest->start(binary(), {u"ingest"_s, u"--metrics-port"_s, QString::number(m_metricsPort)});
        return m_ingest->waitForStarted() &&
               QTest::qWaitFor([this] { return metrics().contains("assay_store_up 1"); }, 20'000);
    }

    void stopIngest()
    {
        if (!m_ingest)
            return;
        m_ingest->terminate();
        m_ingest->waitForFinished(10'000);
        m_said += QString::fromUtf8(m_ingest->readAll());
        m_ingest.reset();
    }

    /// Asks a question whose answer comes from the bundled articles. @return its thread
    QString ask(const QString &question)
    {
        QProcess process;
        process.setProcessEnvironment(surroundings());
        process.start(binary(), {u"ask"_s, u"--json"_s, question});
        QElapsedTimer timer;
        timer.start();
        while (process.state() != QProcess::NotRunning && timer.elapsed() < 60'000)
            QTest::qWait(20);
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object()[u"thread_id"].toString();
    }

    QByteArray metrics() { return get(u"http://127.0.0.1:%1/metrics"_s.arg(m_metricsPort)); }
    QString said() { return m_said + (m_ingest ? QString::fromUtf8(m_ingest->peek(100'000)) : QString()); }

private:
    static QString binary() { return u"" ASSAY_BINARY_DIR "/app/assay"_s; }

    QProcessEnvironment surroundings() const
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        for (const QString &kind : {u"DATA"_s, u"CONFIG"_s, u"STATE"_s, u"CACHE"_s})
            all.insert(u"XDG_%1_HOME"_s.arg(kind), m_home.filePath(kind.toLower()));
        return all;
    }

    QByteArray get(const QString &url)
    {
        QNetworkReply *reply = m_network.get(QNetworkRequest(QUrl(url)));
        const bool done = QTest::qWaitFor([reply] { return reply->isFinished(); }, 5000);
        const QByteArray body =
            done && reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
        reply->deleteLater();
        return body;
    }

    QTemporaryDir m_home;
    quint16 m_alertmanagerPort;
    quint16 m_metricsPort;
    QNetworkAccessManager m_network;
    QProcess m_alertmanager;
    std::unique_ptr<QProcess> m_ingest;
    QString m_said;
};

/// The value of a line of /metrics without labels; -1 when it is not there.
double valueOf(const QByteArray &metrics, const QByteArray &name)
{
    for (const QByteArray &line : metrics.split('\n'))
        if (line.startsWith(name + ' '))
            return line.sliced(name.size() + 1).toDouble();
    return -1.0;
}

} // namespace

class TestAlertDelivery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_low_answer_reaches_the_webhook_alertmanager_and_metrics_once()
    {
        const QString alert = u"Low Quality Response"_s;
        const QByteArray queries = "dashstream_quality_monitor_queries_total";
        Receiver receiver;
        Desk desk(receiver);
        QVERIFY2(desk.startAlertmanager(),
                 "prometheus-alertmanager cannot be run: packaging/install-packages test installs it");
        QVERIFY(!desk.ask(u"How long do refunds take?"_s).isEmpty());
        QVERIFY2(desk.startIngest(), qPrintable(desk.said()));
        QCOMPARE(valueOf(desk.metrics(), queries), 1.0);
        QVERIFY(valueOf(desk.metrics(), "dashstream_exporter_metrics_endpoint_duration_seconds_count") >=
                1.0);
        QVERIFY(valueOf(desk.metrics(), "dashstream_exporter_gauges_last_update_timestamp_seconds") > 1e9);
        QVERIFY(desk.metrics().contains("dashflow_build_info{version="));
        // What was asked before anybody watched is history, not news.
        QCOMPARE(receiver.posts(u"/hook"_s, alert).size(), 0);

        receiver.refusals = 2;
        const QString thread = desk.ask(u"What is the capital of a country nobody wrote about?"_s);
        QVERIFY(!thread.isEmpty());
        QVERIFY2(QTest::qWaitFor([&] { return !receiver.posts(u"/hook"_s, alert).isEmpty(); }, 30'000),
                 qPrintable(desk.said()));
        QCOMPARE(receiver.refused, 2);
        const Post post = receiver.posts(u"/hook"_s, alert).first();
        const QJsonObject told = post.body[u"alerts"].toArray().at(0).toObject();
        QCOMPARE(told[u"annotations"][u"thread"].toString(), thread);
        QVERIFY(told[u"annotations"][u"text"].toString().contains(u"Thread: "_s + thread));
        QVERIFY(!post.idempotencyKey.isEmpty());
        QVERIFY2(QTest::qWaitFor([&] { return !receiver.posts(u"/from-alertmanager"_s, alert).isEmpty(); },
                                 30'000),
                 qPrintable(desk.said()));
        const QJsonObject passedOn =
            receiver.posts(u"/from-alertmanager"_s, alert).first().body[u"alerts"].toArray().at(0).toObject();
        QCOMPARE(passedOn[u"annotations"][u"thread"].toString(), thread);
        // It ends with its window, and that is told too.
        QVERIFY(QTest::qWaitFor([&] { return !receiver.posts(u"/hook"_s, alert, u"resolved"_s).isEmpty(); },
                                30'000));
        QVERIFY(QTest::qWaitFor(
            [&] { return !receiver.posts(u"/from-alertmanager"_s, alert, u"resolved"_s).isEmpty(); },
            30'000));

        QVERIFY(QTest::qWaitFor([&] { return valueOf(desk.metrics(), queries) == 2.0; }, 10'000));
        QVERIFY2(!desk.metrics().contains(thread.toUtf8()), "a thread id is no label");
        desk.stopIngest();
        QVERIFY2(desk.startIngest(), qPrintable(desk.said()));
        QCOMPARE(valueOf(desk.metrics(), queries), 2.0);
        QTest::qWait(4000);
        QCOMPARE(receiver.posts(u"/hook"_s, alert).size(), 1);
        QCOMPARE(receiver.posts(u"/hook"_s, alert, u"resolved"_s).size(), 1);
        QVERIFY(!desk.ask(u"And what is the weather on a planet nobody named?"_s).isEmpty());
        QVERIFY(QTest::qWaitFor([&] { return receiver.posts(u"/hook"_s, alert).size() == 2; }, 30'000));
        QVERIFY(QTest::qWaitFor([&] { return valueOf(desk.metrics(), queries) == 3.0; }, 10'000));
    }
};

QTEST_GUILESS_MAIN(TestAlertDelivery)
#include "tst_alert_delivery.moc"
