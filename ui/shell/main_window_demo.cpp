// SPDX-License-Identifier: Apache-2.0
#include "service/demo.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/shell/demo_sheet.h"
#include "ui/shell/main_window.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

/// Says above everything that what is shown is made up; nullptr on an operator's own data.
QWidget *MainWindow::makeDemoBanner()
{
    if (!demoIn(m_workbench.paths()))
        return nullptr;
    setWindowTitle(Tr::tr("Assay: demo data"));
    QAction *const offer = m_actions.at(ActionId::SampleData); // not from within them
    offer->setEnabled(false);
    offer->setVisible(false);
    auto *banner = new Pane(Pane::Ground::Surface);
    auto *line = new QHBoxLayout(banner);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(10);
    auto *chip = new Chip(Tr::tr("Demo data"), ChipTint::Low);
    chip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    line->addWidget(chip);
    auto *words = new PlainLabel(Tr::tr("Made up by Assay to look around in; none of it is real traffic."),
                                 Type::Small, Tone::Second);
    words->setElide(Qt::ElideRight);
    line->addWidget(words);
    line->addStretch(1);
    return banner;
}

void MainWindow::openDemoSheet()
{
    if (!m_demo)
        m_demo = new DemoSheet(demoPaths(), m_pages);
    m_demo->open();
}

} // namespace assay::ui
