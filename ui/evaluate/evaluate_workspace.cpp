// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/evaluate_workspace.h"

#include "ui/evaluate/evaluate_header.h"
#include "ui/kit/card.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

namespace assay::ui {

EvaluateWorkspace::EvaluateWorkspace(Actions &actions, QWidget *parent)
    : QWidget(parent), m_header(new EvaluateHeader(actions)),
      m_empty(new EmptyState(
          Icon::Evaluate,
          Tr::tr("Suites of questions with known answers are run with “assay eval run” for now."), QString()))
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *inner = new QVBoxLayout(pane);
    inner->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(pane);
}

EvaluateWorkspace::~EvaluateWorkspace()
{
    if (m_header && !m_header->parent())
        delete m_header;
}

QWidget *EvaluateWorkspace::titleBar()
{
    return m_header;
}

void EvaluateWorkspace::focusDefault()
{
    setFocus(Qt::OtherFocusReason);
}

} // namespace assay::ui
