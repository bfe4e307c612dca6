// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_probe.h"

#include "base/tr.h"
#include "stream/kafka_client.h"
#include "stream/kafka_reach.h"

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::array allSteps{KafkaStep::Settings, KafkaStep::Dns,   KafkaStep::Tcp,          KafkaStep::Tls,
                              KafkaStep::Sasl,     KafkaStep::Topic, KafkaStep::Authorization};
constexpr milliseconds slice{300};
constexpr milliseconds connecting{5000};

/// What librdkafka said while it was connecting.
struct Heard
{
    int certificateError = 0; ///< OpenSSL's X509_V_ERR_…
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;
    QString reason{};
};

/// @source OpenSSL x509_vfy.h
QString certificateText(int error)
{
    switch (error) {
    case 9: return Tr::tr("The broker's certificate is not valid yet. Check this machine's clock.");
    case 10: return Tr::tr("The broker's certificate has expired.");
    case 18:
        return Tr::tr("The broker signed its certificate itself. Name it as authority in "
                      "kafka.ssl_ca_location, if you trust it.");
    case 2:
    case 19:
    case 20:
    case 21:
        return Tr::tr("The broker's certificate was signed by an authority that is not trusted here. "
                      "Name the right one in kafka.ssl_ca_location.");
    case 23: return Tr::tr("The broker's certificate was revoked.");
    case 26: return Tr::tr("The broker's certificate is not meant for servers.");
    case 62:
    case 64:
        return Tr::tr("The broker's certificate carries another host name. Use the name it carries in "
                      "telemetry.kafka_brokers.");
    default: return Tr::tr("The broker's certificate was refused (OpenSSL error %1).").arg(error);
    }
}

void onError(rd_kafka_t *, int code, const char *reason, void *self)
{
    auto *heard = static_cast<Heard *>(self);
    const auto error = static_cast<rd_kafka_resp_err_t>(code);
    // One broker that is away is no failure while another answers, which has been seen by now.
    if (QByteArray(reason).contains("Connect to "))
        return;
    // "All brokers are down" only repeats that something else was the reason.
    if (error == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN && heard->code != RD_KAFKA_RESP_ERR_NO_ERROR)
        return;
    heard->code = error;
    heard->reason = QString::fromUtf8(reason);
}

int onCertificate(rd_kafka_t *, const char *, int32_t, int *error, int, const char *, std::size_t, char *,
                  std::size_t, void *self)
{
    if (*error != 0)
        static_cast<Heard *>(self)->certificateError = *error;
    return *error == 0;
}

class Probe
{
public:
    Probe(const KafkaConfig &config, CancelToken token, milliseconds deadline)
        : m_config(config), m_token(std::move(token)), m_deadline(steady_clock::now() + deadline)
    {
        for (const KafkaStep step : allSteps)
            m_steps.append({.step = step});
    }

    QList<KafkaStepResult> run()
    {
        if (checkSettings() && checkNetwork() && connectClient())
            checkTopic();
        return m_steps;
    }

private:
    bool set(KafkaStep step, KafkaStepState state, const QString &text = {})
    {
        KafkaStepResult &one = m_steps[static_cast<qsizetype>(step)];
        one.state = state;
        one.text = text;
        return state != KafkaStepState::Failed;
    }
    bool failed(KafkaStep step, const QString &text) { return set(step, KafkaStepState::Failed, text); }

    bool checkSettings()
    {
        if (const QStringList problems = problemsOf(m_config); !problems.isEmpty())
            return failed(KafkaStep::Settings, problems.join(u' '));
        KafkaConf conf = consumerConf(m_config);
        rd_kafka_conf_set_opaque(conf.get(), &m_heard);
        rd_kafka_conf_set_error_cb(conf.get(), onError);
        if (m_config.usesTls())
            rd_kafka_conf_set_ssl_cert_verify_cb(conf.get(), onCertificate);
        Result<KafkaHandle> client = std::move(conf).build(RD_KAFKA_CONSUMER);
        if (!client)
            return failed(KafkaStep::Settings, client.error().message);
        m_client = std::move(*client);
        rd_kafka_poll_set_consumer(m_client.get());
        return set(KafkaStep::Settings, KafkaStepState::Ok);
    }

    /// One broker that answers is enough: it tells the others.
    bool checkNetwork()
    {
        QString lastFailure;
        KafkaStep furthest = KafkaStep::Dns;
        for (const QString &broker : m_config.brokers) {
            const auto addresses = resolveBroker(broker, m_config.addresses, soon(), m_token);
            if (!addresses) {
                if (furthest == KafkaStep::Dns)
                    lastFailure = addresses.error().message;
                continue;
            }
            furthest = KafkaStep::Tcp;
            set(KafkaStep::Dns, KafkaStepState::Ok);
            const Result<> reached = reachBroker(broker, *addresses, soon(), m_token);
            if (reached)
                return set(KafkaStep::Tcp, KafkaStepState::Ok, Tr::tr("%1 answers.").arg(broker));
            lastFailure = reached.error().message;
        }
        return failed(furthest, lastFailure);
    }

    steady_clock::time_point soon() const { return std::min(m_deadline, steady_clock::now() + connecting); }

    bool connectClient()
    {
        set(KafkaStep::Tls, m_config.usesTls() ? KafkaStepState::NotReached : KafkaStepState::NotNeeded);
        set(KafkaStep::Sasl, m_config.usesSasl() ? KafkaStepState::NotReached : KafkaStepState::NotNeeded);
        while (true) {
            m_partitions = kafkaPartitions(m_client.get(), m_config.topic, slice);
            if (rd_kafka_message_t *message = rd_kafka_consumer_poll(m_client.get(), 0))
                rd_kafka_message_destroy(message);
            const bool answered = m_partitions || !m_partitions.error().isRetryable();
            if (answered) {
                if (m_config.usesTls())
                    set(KafkaStep::Tls, KafkaStepState::Ok);
                if (m_config.usesSasl())
                    set(KafkaStep::Sasl, KafkaStepState::Ok, Tr::tr("Signed in as %1.").arg(m_config.user));
                return true;
            }
            if (m_heard.code != RD_KAFKA_RESP_ERR_NO_ERROR)
                return explain();
            if (m_token.isCancelled())
                return failed(firstOpen(), Tr::tr("Stopped."));
            if (steady_clock::now() >= m_deadline)
                return failed(firstOpen(),
                              Tr::tr("The broker took the connection but did not answer in time. "
                                     "Check whether kafka.security_protocol fits this port."));
        }
    }

    KafkaStep firstOpen() const
    {
        return m_config.usesTls() ? KafkaStep::Tls : m_config.usesSasl() ? KafkaStep::Sasl : KafkaStep::Tls;
    }

    /// The step that what was heard belongs to.
    bool explain()
    {
        if (m_heard.certificateError != 0)
            return failed(KafkaStep::Tls, certificateText(m_heard.certificateError));
        if (m_heard.code == RD_KAFKA_RESP_ERR__AUTHENTICATION) {
            if (m_config.usesTls())
                set(KafkaStep::Tls, KafkaStepState::Ok);
            return failed(
                KafkaStep::Sasl,
                Tr::tr("The broker refused to sign in %1: wrong user name, password or mechanism (%2).")
                    .arg(m_config.user, m_heard.reason));
        }
        const auto says = [this](QLatin1StringView text) {
            return m_heard.reason.contains(text, Qt::CaseInsensitive);
        };
        if (m_config.usesTls() && m_config.certificateFile.isEmpty() &&
            (says("certificate"_L1) || says("handshake failure"_L1) || says("disconnected"_L1)))
            return failed(
                KafkaStep::Tls,
                Tr::tr("The broker wants a client certificate: set kafka.ssl_certificate_location and "
                       "kafka.ssl_key_location."));
        if (!m_config.certificateFile.isEmpty() && (says("alert"_L1) || says("disconnected"_L1)))
            return failed(KafkaStep::Tls,
                          Tr::tr("The broker refused the client certificate (%1). Use one that an "
                                 "authority of the broker has signed.")
                              .arg(m_heard.reason));
        if (m_heard.code == RD_KAFKA_RESP_ERR__SSL)
            return failed(KafkaStep::Tls,
                          Tr::tr("The encrypted connection failed: %1. Check whether this port "
                                 "uses TLS.")
                              .arg(m_heard.reason));
        return failed(firstOpen(),
                      Tr::tr("The broker hung up: %1. Check whether kafka.security_protocol fits this port.")
                          .arg(m_heard.reason));
    }

    void checkTopic()
    {
        if (!m_partitions) {
            const bool refused = m_partitions.error().code == Errc::Unauthorized;
            failed(refused ? KafkaStep::Authorization : KafkaStep::Topic, m_partitions.error().message);
            return;
        }
        set(KafkaStep::Topic, KafkaStepState::Ok,
            Tr::tr("Topic %1 has %n partitions.", nullptr, static_cast<int>(m_partitions->size()))
                .arg(m_config.topic));
        const KafkaPartitions list(rd_kafka_topic_partition_list_new(1));
        rd_kafka_topic_partition_list_add(list.get(), m_config.topic.toUtf8().constData(),
                                          m_partitions->value(0));
        const auto left = std::chrono::duration_cast<milliseconds>(m_deadline - steady_clock::now());
        const rd_kafka_resp_err_t code = rd_kafka_committed(
            m_client.get(), list.get(), static_cast<int>(std::max<qint64>(500, left.count())));
        if (code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED)
            failed(
                KafkaStep::Authorization,
                Tr::tr("This user may not use the consumer group %1. Ask for access to it, or name another "
                       "in kafka.group_id.")
                    .arg(m_config.groupId));
        else if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
            failed(KafkaStep::Authorization,
                   kafkaError(code, Tr::tr("The consumer group %1 does not answer").arg(m_config.groupId))
                       .message);
        else
            set(KafkaStep::Authorization, KafkaStepState::Ok);
    }

    const KafkaConfig &m_config;
    CancelToken m_token;
    steady_clock::time_point m_deadline;
    QList<KafkaStepResult> m_steps;
    Heard m_heard;
    KafkaHandle m_client; ///< after what its callbacks write to
    Result<QList<int>> m_partitions;
};

} // namespace

QString labelOf(KafkaStep step)
{
    switch (step) {
    case KafkaStep::Settings: return Tr::tr("Settings");
    case KafkaStep::Dns: return Tr::tr("Host name");
    case KafkaStep::Tcp: return Tr::tr("Connection");
    case KafkaStep::Tls: return Tr::tr("Encryption");
    case KafkaStep::Sasl: return Tr::tr("Sign-in");
    case KafkaStep::Topic: return Tr::tr("Topic");
    case KafkaStep::Authorization: return Tr::tr("Access");
    }
    Q_UNREACHABLE();
}

QString tokenOf(KafkaStep step)
{
    switch (step) {
    case KafkaStep::Settings: return u"settings"_s;
    case KafkaStep::Dns: return u"dns"_s;
    case KafkaStep::Tcp: return u"tcp"_s;
    case KafkaStep::Tls: return u"tls"_s;
    case KafkaStep::Sasl: return u"sasl"_s;
    case KafkaStep::Topic: return u"topic"_s;
    case KafkaStep::Authorization: return u"authorization"_s;
    }
    Q_UNREACHABLE();
}

QString textOf(KafkaStepState state)
{
    switch (state) {
    case KafkaStepState::Ok: return Tr::tr("ok");
    case KafkaStepState::Failed: return Tr::tr("failed");
    case KafkaStepState::NotNeeded: return Tr::tr("not needed");
    case KafkaStepState::NotReached: return Tr::tr("not reached");
    }
    Q_UNREACHABLE();
}

QList<KafkaStepResult> probeKafka(const KafkaConfig &config, CancelToken token, milliseconds deadline)
{
    return Probe(config, std::move(token), deadline).run();
}

bool isConnected(const QList<KafkaStepResult> &steps)
{
    return std::ranges::all_of(steps, [](const KafkaStepResult &one) {
        return one.state == KafkaStepState::Ok || one.state == KafkaStepState::NotNeeded;
    });
}

} // namespace assay
