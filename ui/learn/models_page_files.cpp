// SPDX-License-Identifier: Apache-2.0
// Files of the Models page: training data, models, charts.
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/learn/models_page.h"

#include <QtCore/QDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>

namespace assay::ui {

using namespace Qt::StringLiterals;
using Step = LearningSteps::Step;

void ModelsPage::openFile(bool model)
{
    auto *dialog = new QFileDialog(
        this, model ? Tr::tr("Open a model file") : Tr::tr("Open training data"), QDir::homePath(),
        model ? Tr::tr("Models (*.model);;All files (*)") : Tr::tr("Training data (*.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, model](const QString &path) {
        begin(model ? Step::Deploy : Step::Collect);
        if (model)
            m_host.openModel(path, this,
                             [this](const Result<LearnedModel> &opened) { takeModel(Step::Deploy, opened); });
        else
            m_host.openData(path, this, [this](const Result<CollectedData> &found) { takeData(found); });
    });
    dialog->open();
}

void ModelsPage::saveFile(bool model)
{
    auto *dialog = new QFileDialog(this, model ? Tr::tr("Save the model") : Tr::tr("Save the training data"),
                                   QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(model ? u"model"_s : u"jsonl"_s);
    dialog->selectFile(model ? u"classifier.model"_s : u"training_data.jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, model](const QString &path) {
        const auto tell = [this](const Result<QString> &saved) {
            m_toast->notify(saved ? Tr::tr("Saved as %1").arg(*saved) : saved.error().message);
        };
        if (model)
            m_host.saveModel(path, this, tell);
        else
            m_host.saveData(path, this, tell);
    });
    dialog->open();
}

void ModelsPage::openChartMenu(Chart *chart, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(Tr::tr("Copy as image")), &QAction::triggered, chart,
            [chart] { QGuiApplication::clipboard()->setImage(chart->picture()); });
    connect(menu->addAction(Tr::tr("Copy as CSV")), &QAction::triggered, chart,
            [chart] { QGuiApplication::clipboard()->setText(chart->csv()); });
    menu->popup(at);
}

} // namespace assay::ui
