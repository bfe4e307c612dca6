// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <cstdint>

namespace assay {

/// What a model is wanted for.
enum class ModelUse : std::uint8_t { Answer, Judge };

/// What is to be said about a model's name before anything is sent to it.
struct ModelAdvice
{
    bool doubtful = false; ///< most likely a slip of the keyboard
    QString text{};        ///< a sentence or two; empty for the embedded models, which need no test

    bool operator==(const ModelAdvice &) const = default;
};

/// Compares a model spec with the provider table, the embedded models and the bundled price table. Nobody
/// is asked: a name that is not doubtful may still be one its provider does not have, and the text says
/// that it is not tested.
ModelAdvice adviseOnModel(const QString &spec, ModelUse use);

} // namespace assay
