// SPDX-License-Identifier: Apache-2.0
// Shows the pages of the prompts and of the judge with sample data, to look at, and saves a picture:
//     learn_prompts_gallery dark|light WxH SCENE FOLDER picture.png
// Scenes: text, problem, difference, sent, trial, examples, none (no turns), judge, unmeasured; with "german"
// behind them in German. FOLDER keeps the sample data from one run to the next.
#include "translations.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/learn/judge_page.h"
#include "ui/learn/prompts_page.h"
#include "ui/learn_prompt_samples.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>

using namespace assay;
using namespace assay::ui;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

void fill(PromptBench &bench)
{
    bench.record(sampleQuestions, 2, 1);
    PromptRegistry registry(bench.paths.prompts());
    const QString draft = registry.read(PromptKind::Draft, 1)->text;
    (void)registry.keep(PromptKind::Draft, QString(draft).replace(u"Be brief"_s, u"Be very brief"_s),
                        u"ana"_s, u"shorter answers"_s);
    (void)registry.keep(PromptKind::Draft, QString(draft).replace(u"a colleague"_s, u"a customer"_s),
                        u"ben"_s, {});
    (void)registry.promote(PromptKind::Draft, 2, u"ana"_s, {});
}

void playScene(const QString &scene, PromptsPage &page, Actions &actions)
{
    const auto is = [&scene](QStringView name) { return scene.startsWith(name); };
    if (is(u"problem"))
        page.editor().insertPlainText(u"Answer {{quesiton}} now.\n"_s);
    if (is(u"difference"))
        page.showView(PromptsPage::View::Difference);
    if (is(u"sent") || is(u"none"))
        page.showView(PromptsPage::View::Sent);
    if (is(u"trial"))
        actions.at(ActionId::TryPrompt)->trigger();
    if (is(u"examples"))
        page.showView(PromptsPage::View::Examples);
    if (is(u"text"))
        page.showView(PromptsPage::View::Text);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const QString scene = args.value(3, u"text"_s);
    initAssayResources();
    initKit();
    installTranslations(scene.endsWith(u"german"_s) ? QLocale(QLocale::German)
                                                    : QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(app, args.value(1) == u"light" ? ThemeChoice::Light : ThemeChoice::Dark);
    const QTemporaryDir none;
    const bool isEmpty = scene.startsWith(u"none") || scene.startsWith(u"unmeasured");
    const QString folder = isEmpty ? none.path() : args.value(4, none.path());
    PromptBench bench(folder);
    if (!isEmpty && !QFile::exists(bench.paths.store()))
        fill(bench);
    const bool isJudge = scene.startsWith(u"judge") || scene.startsWith(u"unmeasured");
    PromptsPage prompts(bench.host, bench.hub, bench.actions);
    JudgePage judge(bench.host, bench.actions);
    QWidget &page = isJudge ? static_cast<QWidget &>(judge) : prompts;
    bench.actions.listenOn(&page, isJudge ? ActionScope::LearnJudge : ActionScope::LearnPrompts);
    const QStringList size = args.value(2, u"1272x834"_s).split(u'x');
    page.resize(size.at(0).toInt(), size.at(1).toInt());
    page.show();
    if (isJudge)
        judge.focusDefault();
    else
        prompts.focusDefault();
    QTimer::singleShot(1200, &page, [&] {
        if (scene.startsWith(u"judge"))
            bench.actions.at(ActionId::AttackJudge)->trigger();
        else if (!isJudge)
            playScene(scene, prompts, bench.actions);
    });
    if (args.size() > 5)
        QTimer::singleShot(scene.startsWith(u"trial") ? 9000 : 5000, &page, [&] {
            page.grab().save(args.at(5));
            QApplication::quit();
        });
    return QApplication::exec();
}
