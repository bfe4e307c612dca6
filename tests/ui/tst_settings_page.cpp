// SPDX-License-Identifier: Apache-2.0
#include "settings/toml_file.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/settings/setting_editor.h"
#include "ui/settings/setting_row.h"
#include "ui/settings/settings_page.h"

#include <QCoro/QCoroTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListWidget>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

QCoro::Task<Result<QString>> answerFor(QString model)
{
    co_await QCoro::sleepFor(std::chrono::milliseconds(10));
    if (model.startsWith(u"offline"))
        co_return u"answered by "_s + model;
    co_return fail(Errc::Unavailable, u"nobody there"_s);
}

QCoro::Task<QList<ServerOffer>> twoServers()
{
    co_await QCoro::sleepFor(std::chrono::milliseconds(10));
    QList<ServerOffer> offers;
    offers.append({.name = u"Ollama"_s,
                   .summary = u"<b>llama</b>"_s,
                   .changes = {{"agent.fast_model"_setting.index, u"llama3.2:3b"_s}}});
    offers.append({.name = u"LM Studio"_s, .summary = u"qwen"_s, .changes = {}});
    co_return offers;
}

QCoro::Task<Result<QList<ConnectionStep>>> stepsToTheSignIn()
{
    using State = ConnectionStep::State;
    co_await QCoro::sleepFor(std::chrono::milliseconds(10));
    co_return QList<ConnectionStep>{{u"Encryption"_s, State::Passed, u"ok"_s},
                                    {u"Sign-in"_s, State::Failed, u"refused to sign in <b>alice</b>"_s},
                                    {u"Topic"_s, State::Skipped, u"not reached"_s}};
}

} // namespace

/// The form, with real keys.
class tst_settings_page : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<SettingsHub>(Settings(), m_dir->path() + u"/assay.toml"_s, m_dir->path());
        m_secrets = std::make_unique<Secrets>(Variables{{u"OPENAI_API_KEY"_s, u"sk-canary-of-the-form"_s}});
        m_page = std::make_unique<SettingsPage>(*m_hub, *m_secrets,
                                                ConnectionHooks{answerFor, twoServers, stepsToTheSignIn});
        m_page->resize(1240, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void everySettingHasAnEditorThatKeysReach_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < settingCount; ++i)
            QTest::addRow("%s", settingAt(i).key) << i;
    }
    void everySettingHasAnEditorThatKeysReach()
    {
        QFETCH(int, index);
        const Setting &setting = settingAt(index);
        m_page->reveal(index);
        QWidget *control = QApplication::focusWidget();
        QVERIFY(control != nullptr);
        QCOMPARE(control->objectName(), QString::fromLatin1(setting.key));
        QVERIFY(control->isVisible());
        QCOMPARE(control->accessibleName(), labelOf(setting));
        if (setting.type == SettingType::Secret) {
            QCOMPARE(qobject_cast<QLineEdit *>(control)->echoMode(), QLineEdit::Password);
            return;
        }
        const SettingValue before = m_hub->current().at(index).value;
        press(control, setting);
        QTRY_VERIFY(m_hub->current().at(index).value != before);
        QCOMPARE(m_hub->current().at(index).origin.kind, OriginKind::Live);
        QCOMPARE(m_hub->differenceAgainstFile().size(), 1);
        m_page->undo();
        QVERIFY(m_hub->current().at(index).value == before);
        press(control, setting); // the editor shows the undone value, so the same keys give the same edit
        QTRY_VERIFY(m_hub->current().at(index).value != before);
    }

    void aWrongInputIsSaidAndChangesNothing()
    {
        m_page->reveal("retrieval.chroma_url"_setting.index);
        QWidget *field = QApplication::focusWidget();
        QTest::keyClicks(field, u"file:///etc/passwd"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_hub->current().revision(), 0);
        QVERIFY(shows(u"Expected an address such as https://host/v1"_s));
        QCOMPARE(qobject_cast<QLineEdit *>(field)->text(), u"file:///etc/passwd"_s); // still there to mend
    }

    void savingWritesTheFileAndClearsTheMarks()
    {
        m_page->reveal("quality.threshold"_setting.index);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QTest::keyClick(m_page.get(), Qt::Key_S, Qt::ControlModifier); // before the slider has rested
        QTRY_VERIFY(QFile::exists(m_hub->file()));
        QTRY_VERIFY(m_hub->differenceAgainstFile().isEmpty());
        QVERIFY(shows(u"all saved"_s));
        QVERIFY(shows(u"file assay.toml:2"_s));
        QVERIFY(readSettingsFile(m_hub->file())->value("quality.threshold"_setting.index).value ==
                SettingValue(0.94));
    }

    void anUnsavedChangeIsMarked()
    {
        m_page->reveal("models.ca_file"_setting.index);
        QVERIFY(m_hub->set("quality.threshold"_setting, 0.5));
        QVERIFY(shows(u"in force; 1 change(s) not in the file"_s));
        m_page->reveal("quality.threshold"_setting.index);
        QVERIFY(shows(u"Quality threshold 0.95 → 0.50: More answers pass at once"_s));
        m_page->revert();
        QVERIFY(shows(u"all saved"_s));
    }

    void aChangeFromElsewhereIsShown()
    {
        m_page->reveal("quality.retry_strategy"_setting.index);
        auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(m_hub->set("quality.retry_strategy"_setting, u"force_tool_call"_s));
        QCOMPARE(box->currentText(), u"Force a search"_s);
        QCOMPARE(m_hub->current().revision(), 1); // showing is not editing
    }

    void searchFindsByNameKeyAndVariable_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("rows");
        QTest::addRow("a name") << u"confidence thresh"_s << 1;
        QTest::addRow("a key") << u"kafka.sasl_mech"_s << 1;
        QTest::addRow("a variable") << u"chroma_url"_s << 1;
        QTest::addRow("words of the help, in any order") << u"predicted fast_model"_s << 1;
        QTest::addRow("a choice") << u"stronger_prompt"_s << 1;
        QTest::addRow("nothing") << u"zzzz"_s << 0;
    }
    void searchFindsByNameKeyAndVariable()
    {
        QFETCH(QString, typed);
        QFETCH(int, rows);
        QTest::keyClick(m_page.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<SearchField *>(QApplication::focusWidget()) != nullptr);
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QCOMPARE(visibleRows(), rows);
        QCOMPARE(shows(u"No setting matches “zzzz”."_s), rows == 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(visibleRows() > 1);
    }

    void arrowKeysWalkTheChapters()
    {
        auto *list = m_page->findChild<QListWidget *>();
        list->setFocus();
        for (int i = 1; i < list->count(); ++i) {
            QTest::keyClick(list, Qt::Key_Down);
            QCOMPARE(list->currentRow(), i);
            QCOMPARE(visibleRows(), int(settingGroups().at(i).settings.size()));
        }
    }

    void tabReachesEveryEditorOfAChapter()
    {
        const QList<int> chapter = settingGroups().at(1).settings;
        m_page->reveal(chapter.first());
        for (const int index : chapter) {
            QVERIFY(QApplication::focusWidget() != nullptr);
            QCOMPARE(QApplication::focusWidget()->objectName(), QString::fromLatin1(settingAt(index).key));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
    }

    void secretsSayWhereTheyComeFromAndAreNeverShown()
    {
        m_page->reveal("models.openai_api_key"_setting.index);
        QTRY_VERIFY(shows(u"From environment OPENAI_API_KEY"_s));
        QTRY_VERIFY(
            shows(u"Set the environment variable GROQ_API_KEY instead."_s)); // no D-Bus here, so no keyring
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (const auto *field = qobject_cast<const QLineEdit *>(widget))
                QVERIFY(!field->text().contains(u"canary"_s));
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                QVERIFY(!label->text().contains(u"canary"_s));
        }
    }

    void aTypedSecretLeavesTheFieldAtOnce()
    {
        m_page->reveal("models.openai_api_key"_setting.index);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QTest::keyClicks(field, u"sk-typed-canary"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(field->text(), QString());
        QTRY_VERIFY(shows(u"Set the environment variable OPENAI_API_KEY instead."_s));
        QVERIFY(!shows(u"sk-typed"_s));
        QVERIFY(!QFile::exists(m_hub->file()));
    }

    void aConnectionIsTestedWhenAsked()
    {
        m_page->reveal("models.timeout_ms"_setting.index);
        QTRY_VERIFY(shows(u"2 local server(s) found"_s)); // which moves what is below
        auto *button = m_page->findChild<Button *>(u"test agent.fast_model"_s);
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!button->isEnabled());
        QTRY_VERIFY(shows(u"answered by offline-fast"_s));
        QVERIFY(m_hub->set("agent.fast_model"_setting, u"gpt-4o-mini"_s));
        QVERIFY(!shows(u"answered by offline-fast"_s)); // it was another model's
        QCoreApplication::processEvents();              // the layout follows the texts
        const QPoint place = button->mapTo(m_page.get(), QPoint());
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(shows(u"nobody there"_s));
        QCoreApplication::processEvents();
        QCOMPARE(button->mapTo(m_page.get(), QPoint()), place);
        m_hub->revertToFile();
        QVERIFY(!shows(u"nobody there"_s));
        QCOMPARE(button->mapTo(m_page.get(), QPoint()), place);
    }

    void theStepsToKafkaAreShown()
    {
        m_page->reveal("telemetry.kafka_brokers"_setting.index);
        auto *button = m_page->findChild<Button *>(u"test kafka"_s);
        for (int times = 0; times < 2; ++times) {
            QTest::keyClick(button, Qt::Key_Space);
            QVERIFY(!button->isEnabled());
            QVERIFY(!shows(u"refused to sign in"_s));
            QTRY_VERIFY(shows(u"refused to sign in <b>alice</b>"_s)); // as text
            QVERIFY(button->isEnabled());
            QVERIFY(shows(u"✓"_s) && shows(u"✕"_s) && shows(u"not reached"_s));
        }
    }

    void anAnswerToAnOlderTestIsDropped()
    {
        m_page->reveal("models.timeout_ms"_setting.index);
        auto *button = m_page->findChild<Button *>(u"test agent.fast_model"_s);
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(m_hub->set("quality.threshold"_setting, 0.9));
        QVERIFY(button->isEnabled());
        QTest::qWait(60);
        QVERIFY(!shows(u"answered by"_s));
    }

    void aDoubtfulModelIsSaid()
    {
        m_page->reveal("agent.fast_model"_setting.index);
        QVERIFY(m_hub->set("agent.fast_model"_setting, u"offline-fats"_s));
        QVERIFY(shows(u"There is no embedded model “offline-fats”. Did you mean offline-fast?"_s));
        QVERIFY(m_hub->set("agent.fast_model"_setting, u"ollama/llama3.2"_s));
        QVERIFY(shows(u"Not tested: Ollama"_s));
        m_hub->revertToFile();
        QVERIFY(!shows(u"Not tested"_s));
    }

    void everyControlBeginsAtTheSameEdge_data()
    {
        QTest::addColumn<int>("width");
        QTest::addRow("wide") << 1240;
        QTest::addRow("as in a window of 1024 px") << 850;
    }
    void everyControlBeginsAtTheSameEdge()
    {
        QFETCH(const int, width);
        m_page->resize(width, 620);
        QMap<QString, QMap<int, QString>> edges; // a chapter that needs no scroll bar has more room
        for (const auto *row : m_page->findChildren<SettingRow *>()) {
            m_page->reveal(row->index());
            QTest::qWait(1);
            edges[m_page->findChild<QListWidget *>()->currentItem()->text()].insert(
                row->editor()->control()->mapTo(row, QPoint()).x(),
                QString::fromLatin1(settingAt(row->index()).key));
        }
        for (const QMap<int, QString> &ofChapter : std::as_const(edges))
            QVERIFY2(ofChapter.size() == 1, qPrintable(ofChapter.values().join(u", "_s)));
    }

    void localServersAreOfferedNotUsed()
    {
        m_page->reveal("models.timeout_ms"_setting.index);
        QTRY_VERIFY(shows(u"2 local server(s) found"_s));
        QVERIFY(shows(u"<b>llama</b>"_s)); // as text
        QCOMPARE(m_hub->current().get("agent.fast_model"_setting), u"offline-fast"_s);
        for (Button *button : m_page->findChildren<Button *>())
            if (button->accessibleName() == u"Use Ollama"_s)
                QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(m_hub->current().get("agent.fast_model"_setting), u"llama3.2:3b"_s);
    }

    void itCanBeSeen()
    {
        // Pictures for people: build/…/tests/ui/settings-*.png
        QVERIFY(m_hub->set("quality.threshold"_setting, 0.9));
        for (const auto &[name, index] : {std::pair(u"quality"_s, "quality.threshold"_setting.index),
                                          std::pair(u"models"_s, "models.timeout_ms"_setting.index)}) {
            m_page->reveal(index);
            QTest::qWait(100);
            const QImage picture = m_page->grab().toImage();
            QVERIFY(picture.save(QStringLiteral(ASSAY_BINARY_DIR "/tests/ui/settings-%1.png").arg(name)));
            QSet<QRgb> colors;
            for (int x = 0; x < picture.width(); x += 3)
                colors.insert(picture.pixel(x, 130));
            QVERIFY2(colors.size() > 3, "the page is blank");
        }
    }

private:
    /// Keys a person would press to change the value in this kind of control.
    static void press(QWidget *control, const Setting &setting)
    {
        if (setting.type == SettingType::Bool) {
            QTest::keyClick(control, Qt::Key_Space);
        } else if (auto *box = qobject_cast<QComboBox *>(control)) {
            QTest::keyClick(box, box->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
        } else if (auto *field = qobject_cast<QLineEdit *>(control)) {
            QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(field, setting.form == TextForm::Url           ? u"https://example.org/v1"_s
                                    : setting.form == TextForm::HostAndPort ? u"a:9092, b:9092"_s
                                                                            : u"other"_s);
            QTest::keyClick(field, Qt::Key_Return);
        } else if (qobject_cast<QAbstractSpinBox *>(control) != nullptr) {
            QTest::keyClick(control, Qt::Key_Up);
        } else {
            const double *const initial = std::get_if<double>(&setting.initial);
            const bool rises = initial != nullptr && *initial <= setting.minimum; // nowhere to go to the left
            QTest::keyClick(control, rises ? Qt::Key_Right : Qt::Key_Left);
        }
    }

    bool shows(const QString &text) const
    {
        const QList<PlainLabel *> labels = m_page->findChildren<PlainLabel *>();
        return std::ranges::any_of(labels, [&](const PlainLabel *label) {
            return label->isVisible() && label->fullText().contains(text);
        });
    }

    int visibleRows() const
    {
        const QList<RowFrame *> rows = m_page->findChildren<RowFrame *>();
        return int(std::ranges::count_if(rows, [](const RowFrame *row) { return row->isVisible(); }));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SettingsHub> m_hub;
    std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<SettingsPage> m_page;
};

QTEST_MAIN(tst_settings_page)
#include "tst_settings_page.moc"
