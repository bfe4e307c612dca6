// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/scenario.h"
#include "settings/file_node.h"

#include <QtCore/QSet>

#include <span>

namespace assay {

/// Reads scenarios out of a parsed file and gathers what is wrong with them. Private to core/eval.
class ScenarioReader
{
public:
    explicit ScenarioReader(QString file) : m_file(std::move(file)) {}

    /// @param node      a table
    /// @param prefix    path of the node for messages: "scenarios[3]."; empty at the root
    /// @param base      values of keys that the table does not have
    Scenario read(const FileNode &node, const QString &prefix, const Scenario &base = {});

    /// `defaults` of a suite: every key of a scenario but id, description and query.
    Scenario readDefaults(const FileNode &node);

    /// A text value of `table`; a number or true counts as its text. Says so when it is something else.
    QString text(const FileNode &table, const QString &prefix, const QString &key);

    void add(SettingProblemKind kind, int line, const QString &key, const QString &what,
             const QString &nearest = {});
    void wrongType(const FileNode &node, const QString &key, FileNode::Kind wanted);
    void unknown(const FileNode &node, const QString &key, const QStringList &known);
    /// Two scenarios of one name?
    void checkId(const Scenario &scenario, int line, const QString &prefix);

    QList<SettingProblem> takeProblems();

private:
    struct Field;
    static std::span<const Field> fields();

    void readField(const FileNode &value, const QString &key, Scenario &into, bool isDefault);
    void readText(const FileNode &node, const QString &key, QString &into);
    void readFlag(const FileNode &node, const QString &key, bool &into);
    void readTexts(const FileNode &node, const QString &key, QStringList &into);
    void readAny(const FileNode &node, const QString &key, QList<QStringList> &into);
    void readHistory(const FileNode &node, const QString &key, QList<ScenarioExchange> &into);
    std::optional<double> readNumber(const FileNode &node, const QString &key, double least, double most);
    void readScore(const FileNode &node, const QString &key, std::optional<float> &into);
    void checkPattern(const FileNode &node, const QString &key, const QString &pattern);

    QString m_file;
    QSet<QString> m_ids;
    QList<SettingProblem> m_problems;
};

/// A value of a file as JSON.
QJsonValue toJsonValue(const FileNode &node);

} // namespace assay
