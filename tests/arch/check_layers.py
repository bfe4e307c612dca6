#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a folder includes, or links, what ARCHITECTURE's dependency order does not allow.

usage: check_layers.py SOURCE_DIR
       check_layers.py --self-test SOURCE_DIR   plant forbidden includes in a copy; each must be found
"""
import pathlib
import re
import shutil
import sys
import tempfile

# Each line only to the lines above it.
LINES = [
    ["base"],
    ["settings", "turn"],
    ["models", "retrieval", "stream", "store"],
    ["judge", "analytics", "alerts", "learning", "report"],
    ["agent", "eval", "platform"],
    ["service"],
]
ROOMS = [room for line in LINES for room in line]
LEVEL = {room: level for level, line in enumerate(LINES) for room in line}
UI_ROOMS = ["kit", "filter", "settings", "ask", "triage", "events", "shell"]
# kit knows no core; a workspace may use the kit, the filter field and core; the shell arranges everything.
UI_ALLOWED = {
    "kit": set(),
    "filter": {"kit"},
    "settings": {"kit"},
    "ask": {"kit"},
    "triage": {"kit", "filter", "ask"},  # what a turn looks like is ask's
    "events": {"kit", "filter"},
    "analytics": {"kit", "filter"},
    # what rows, axes and moments look like is said once, by those who had them first
    "alerts": {"kit", "filter", "ask", "analytics", "triage"},
    "evaluate": {"kit", "ask", "triage"},
    "learn": {"kit", "ask", "analytics"},
    "shell": {"kit", "filter", "settings", "ask", "triage", "events", "analytics", "alerts", "evaluate", "learn"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
GUI = re.compile(r"^(QtWidgets|QtGui|QtCharts|QtSvg)/|^Q(Widget|Label|Painter|Image|Pixmap|Icon|Color|Font|Chart\w*)$")
DOORS = {  # a third-party library has one door
    "core/stream": re.compile(r"^(google/protobuf|zstd|librdkafka|dashstream|assay_extensions)"),
    "core/settings": re.compile(r"^(qt6keychain|qtkeychain|toml\+\+)"),
    "core/settings core/alerts core/eval": re.compile(r"^yaml-cpp"),
    "core/report": re.compile(r"^xlsxwriter"),
    "core/service": re.compile(r"^prometheus/"),
    "core/retrieval core/store": re.compile(r"^(SQLiteCpp|sqlite3)"),
    "core/models core/retrieval core/service": re.compile(r"^(QtNetwork/|QCoro/QCoroNetwork)"),
}


def sources(root, tree):
    return sorted(p for p in (root / tree).rglob("*") if p.suffix in (".h", ".cpp"))


def core_faults(room, target, quoted):
    if GUI.search(target) and room != "report":
        return f"core is free of widgets, but includes {target}"
    if target.startswith(("ui/", "app/")):
        return f"core includes {target}"
    other = target.split("/")[0]
    if quoted and other in LEVEL and other != room and LEVEL[other] >= LEVEL[room]:
        return f"core/{room} may not use core/{other}"
    return None


def ui_faults(room, target):
    match = re.match(r"ui/(\w+)/", target)
    if match and match.group(1) != room and match.group(1) not in UI_ALLOWED.get(room, set()):
        return f"ui/{room} may not use ui/{match.group(1)}"
    if room == "kit" and target.split("/")[0] in LEVEL:
        return f"ui/kit knows no core, but includes {target}"
    if target.startswith("app/"):
        return f"ui includes {target}"
    return None


def faults(root):
    found = []
    for tree in ("core", "ui", "app"):
        for path in sources(root, tree):
            relative = path.relative_to(root).as_posix()
            room = relative.split("/")[1]
            if tree == "core" and room not in LEVEL:
                found.append(f"{relative}: core/{room} is not in the dependency order")
                continue
            for mark, target in INCLUDE.findall(path.read_text(encoding="utf-8", errors="replace")):
                fault = None
                if tree == "core":
                    fault = core_faults(room, target, mark == '"')
                elif tree == "ui":
                    fault = ui_faults(room, target)
                for doors, pattern in DOORS.items():
                    if tree == "app":
                        break  # the composition root may use everything
                    allowed = any(relative.startswith(door + "/") for door in doors.split())
                    if pattern.search(target) and not allowed:
                        fault = f"{target} belongs to {doors} alone"
                if fault:
                    found.append(f"{relative}: {fault}")
    return found + link_faults(root)


def link_faults(root):
    found = []
    for path in sorted((root / "core").glob("*/CMakeLists.txt")):
        room = path.parent.name
        for other in re.findall(r"assay::(\w+)", path.read_text(encoding="utf-8")):
            if other in LEVEL and LEVEL[other] >= LEVEL.get(room, -1):
                found.append(f"{path.relative_to(root)}: core/{room} may not link assay::{other}")
    return found


PLANTS = [
    ("core/base/result.cpp", '#include "turn/turn.h"'),
    ("core/models/planted.h", '#include "retrieval/retriever.h"'),
    ("core/turn/planted.h", '#include "settings/settings.h"'),
    ("core/agent/planted.h", '#include "service/workbench.h"'),
    ("core/judge/planted.h", "#include <QtWidgets/QTreeView>"),
    ("core/agent/planted.h", "#include <zstd.h>"),
    ("core/store/planted.h", '#include "ui/kit/tokens.h"'),
    ("ui/kit/planted.h", '#include "turn/turn.h"'),
    ("ui/ask/planted.h", '#include "ui/shell/main_window.h"'),
    ("ui/ask/planted.h", "#include <QtNetwork/QNetworkReply>"),
    ("ui/settings/planted.h", "#include <toml++/toml.h>"),
    ("core/models/CMakeLists.txt", "target_link_libraries(assay_models PUBLIC assay::agent)"),
]


def self_test(root):
    failed = 0
    for place, text in PLANTS:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            for tree in ("core", "ui", "app"):
                shutil.copytree(root / tree, copy / tree)
            target = copy / place
            with target.open("a", encoding="utf-8") as file:
                file.write("\n" + text + "\n")
            if not any(line.startswith(place) for line in faults(copy)):
                print(f"not found: {text} in {place}")
                failed += 1
    print(f"{len(PLANTS) - failed} of {len(PLANTS)} planted includes found")
    return 1 if failed else 0


def main():
    root = pathlib.Path(sys.argv[-1]).resolve()
    if "--self-test" in sys.argv:
        return self_test(root)
    found = faults(root)
    print("\n".join(found) if found else "every include and link follows the dependency order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
