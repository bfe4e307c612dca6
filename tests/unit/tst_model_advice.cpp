// SPDX-License-Identifier: Apache-2.0
#include "models/model_advice.h"
#include "resources.h"

#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestModelAdvice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initAssayResources(); }

    void namesAreLookedAt_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<ModelUse>("use");
        QTest::addColumn<bool>("doubtful");
        QTest::addColumn<QString>("says");
        const auto fine = [](const char *row, const QString &spec, const QString &says, ModelUse use) {
            QTest::addRow("%s", row) << spec << use << false << says;
        };
        const auto doubt = [](const char *row, const QString &spec, const QString &says, ModelUse use) {
            QTest::addRow("%s", row) << spec << use << true << says;
        };
        using enum ModelUse;
        fine("an embedded model needs no test", u"offline-fast"_s, {}, Answer);
        fine("the embedded judge needs no test", u"offline"_s, {}, Judge);
        fine("a local server's model is untested", u"ollama/my-own:7b"_s, u"Not tested: Ollama"_s, Answer);
        fine("a listed model is untested", u"gpt-4o-mini"_s, u"Not tested: OpenAI"_s, Judge);
        fine("a provider's listed model is untested", u"groq/llama-3.1-8b-instant"_s, u"Not tested: Groq"_s,
             Answer);
        fine("a name with a slash of its own", u"mistralai/mixtral-8x7b"_s, u"Not tested: OpenAI"_s, Answer);
        doubt("an embedded model mistyped", u"offline-fats"_s, u"Did you mean offline-fast?"_s, Answer);
        doubt("no embedded judge of this name", u"offline-lexical"_s, u"Did you mean offline?"_s, Judge);
        doubt("a provider mistyped", u"olama/llama3.2"_s, u"Did you mean ollama/llama3.2?"_s, Answer);
        doubt("a model mistyped", u"gpt-4oo"_s, u"Did you mean gpt-4o?"_s, Answer);
        doubt("a provider's model mistyped", u"anthropic/claude-hiaku-4-5"_s,
              u"Did you mean anthropic/claude-haiku-4-5?"_s, Answer);
        doubt("a bare local name", u"llama3.2"_s, u"ollama/llama3.2"_s, Answer);
        doubt("no name", u" "_s, u"No model is named"_s, Answer);
        doubt("a provider alone", u"groq/"_s, u"no model"_s, Answer);
    }
    void namesAreLookedAt()
    {
        QFETCH(const QString, spec);
        QFETCH(const ModelUse, use);
        QFETCH(const bool, doubtful);
        QFETCH(const QString, says);
        const ModelAdvice advice = adviseOnModel(spec, use);
        QCOMPARE(advice.doubtful, doubtful);
        QVERIFY2(says.isEmpty() ? advice.text.isEmpty() : advice.text.contains(says),
                 qPrintable(advice.text));
    }
};

QTEST_GUILESS_MAIN(TestModelAdvice)
#include "tst_model_advice.moc"
