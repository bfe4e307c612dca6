// SPDX-License-Identifier: Apache-2.0
// A model file from anybody: read back as written, and refused when it is anything else.
#include "learning/classifier_registry.h"
#include "learning/model_file.h"
#include "unit/learning_samples.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

constexpr int mutations = 1'000'000;

Classifier smallClassifier()
{
    Classifier classifier{.examples = 1234, .bias = 0.25};
    classifier.trainedAt = fromMicros(1'790'000'000'000'000);
    classifier.weights.assign(textFeatureCount, 0.0F);
    for (std::uint32_t i = 0; i < 40; ++i)
        classifier.weights[i * 1601] = 0.5F - static_cast<float>(i) / 50.0F;
    classifier.calibration = {
        .kind = CalibrationKind::Isotonic, .values = {-2.0, -0.5, 1.0}, .shares = {0.1, 0.4, 0.9}};
    classifier.report = {{u"note"_s, u"made for a test"_s}};
    return classifier;
}

/// With a hash that fits, so that what lies behind it is reached.
QByteArray signedAgain(QByteArray bytes)
{
    bytes.chop(32);
    return bytes + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray trainedBytes(quint64 seed)
{
    const Result<Trained> trained = train(taughtExamples(400, seed), {});
    return modelBytes(trained->classifier);
}

} // namespace

class TestModelFile final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aModelIsReadBackAsWritten()
    {
        const Classifier written = smallClassifier();
        const Result<Classifier> read = modelFromBytes(modelBytes(written));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == written);
    }

    void everyBitCounts()
    {
        const QByteArray good = modelBytes(smallClassifier());
        for (qsizetype i = 0; i < good.size() * 8; ++i) {
            QByteArray bad = good;
            bad[i / 8] = static_cast<char>(bad[i / 8] ^ (1 << (i % 8)));
            QVERIFY(!modelFromBytes(bad));
        }
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY(!modelFromBytes(good.left(length)));
        QVERIFY(!modelFromBytes(good + '\0'));
    }

    /// Mutated files, half of them with a hash that fits again: none crashes, and what is accepted is sound.
    void noMutationCrashes()
    {
        const QByteArray good = modelBytes(smallClassifier());
        std::mt19937_64 random(99);
        const auto below = [&](qsizetype n) {
            return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
        };
        int accepted = 0;
        for (int i = 0; i < mutations; ++i) {
            QByteArray bad = good;
            for (qsizetype change = below(4); change >= 0; --change) {
                const qsizetype at = below(bad.size());
                switch (below(4)) {
                case 0: bad[at] = static_cast<char>(random()); break;
                case 1: bad.remove(at, below(20)); break;
                case 2: bad.insert(at, QByteArray(below(20), static_cast<char>(random()))); break;
                default:
                    for (qsizetype k = at; k < std::min(bad.size(), at + 4); ++k)
                        bad[k] = '\xff';
                }
                if (bad.size() < 40)
                    bad = good;
            }
            if (i % 2 == 0)
                bad = signedAgain(bad);
            if (const Result<Classifier> read = modelFromBytes(bad)) {
                ++accepted;
                const double p = read->predict(u"what about the refund"_s).confidence;
                QVERIFY(p >= 0.0 && p <= 1.0);
            }
        }
        qInfo("%d of %d mutated files were sound models", accepted, mutations);
        QVERIFY(accepted < mutations / 2);
    }

    void deployIsHotAndOneStepBack()
    {
        QTemporaryDir folder;
        ClassifierRegistry registry(folder.filePath(u"models"_s));
        DeployedClassifier deployed(registry.folder());
        QVERIFY(!deployed.newest());
        QVERIFY(!registry.rollBack(u"me"_s));

        const Result<Deployment> first = registry.deploy(trainedBytes(1), u"me"_s);
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->version, 1);
        const auto one = deployed.newest();
        QVERIFY(one && one->name == u"trained v1 (%1)"_s.arg(first->fingerprint));
        QVERIFY(deployed.newest() == one); // not read again

        QCOMPARE(registry.deploy(trainedBytes(2), u"me"_s)->version, 2);
        const auto two = deployed.newest();
        QVERIFY(two->name.startsWith(u"trained v2"_s));
        QVERIFY(two->weights != one->weights);
        QVERIFY(one->name.startsWith(u"trained v1"_s)); // a turn under way keeps its own

        QCOMPARE(registry.rollBack(u"me"_s)->version, 1);
        QVERIFY(deployed.newest()->weights == one->weights);
        QCOMPARE(registry.rollBack(u"me"_s)->version, 0);
        QVERIFY(!deployed.newest());
        QCOMPARE(registry.deploy(trainedBytes(3), u"me"_s)->version, 3);
        const auto history = registry.history();
        QCOMPARE(history->size(), 5);
        QCOMPARE(history->first().replaced, 0);
        QCOMPARE(history->at(1).rolledBack, true);
        QCOMPARE(history->at(1).replaced, 1);
    }

    void whatCannotRouteIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("LIBLINEAR's own file") << QByteArray("solver_type L2R_LR\nnr_class 2\nlabel 1 -1\n");
        Classifier tool = smallClassifier();
        tool.target = LearningTarget::ToolUse;
        QTest::newRow("a model of something else") << modelBytes(tool);
        QTest::newRow("one cut short") << modelBytes(smallClassifier()).chopped(1);
    }
    void whatCannotRouteIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QTemporaryDir folder;
        ClassifierRegistry registry(folder.filePath(u"models"_s));
        QVERIFY(!registry.deploy(bytes, u"me"_s));
        QVERIFY(registry.history()->isEmpty());
    }

    void aModelDamagedOnDiskLeavesTheOneBeforeInForce()
    {
        QTemporaryDir folder;
        ClassifierRegistry registry(folder.filePath(u"models"_s));
        DeployedClassifier deployed(registry.folder());
        QVERIFY(registry.deploy(trainedBytes(1), u"me"_s));
        const auto one = deployed.newest();
        QVERIFY(registry.deploy(trainedBytes(2), u"me"_s));
        QFile file(registry.folder() + u"/v2.model"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(100);
        file.write("damage");
        file.close();
        QVERIFY(deployed.newest() == one);
        QVERIFY(!deployed.problem().isEmpty());
        QVERIFY(registry.rollBack(u"me"_s));
        QVERIFY(deployed.newest()->weights == one->weights);
        QVERIFY(deployed.problem().isEmpty());
    }

    void aModelWorseThanTheOneInForceFailsItsCanaries()
    {
        QTemporaryDir folder;
        ClassifierRegistry registry(folder.filePath(u"models"_s));
        const Result<Trained> good = train(taughtExamples(3000), {});
        Classifier contrary = good->classifier;
        for (float &weight : contrary.weights)
            weight = -weight;
        contrary.bias = -contrary.bias;
        const auto tried = registry.tryOn(good->classifier, good->canary);
        QVERIFY(tried->isGood());
        QVERIFY(registry.deploy(modelBytes(good->classifier), u"me"_s));
        QVERIFY(!registry.tryOn(contrary, good->canary)->isGood());
        QVERIFY(registry.tryOn(good->classifier, good->canary)->isGood());
    }
};

QTEST_GUILESS_MAIN(TestModelFile)
#include "tst_model_file.moc"
