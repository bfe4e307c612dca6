#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints as JSON what a report says: the rows of every table of a spreadsheet or a page.

usage: read_report.py FILE.xlsx | FILE.html
"""
import html.parser
import json
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def text_of(node):
    return "".join(part.text or "" for part in node.iter("{%s}t" % NS["m"]))


def cell_value(cell, strings):
    value = cell.find("m:v", NS)
    if value is None:
        return None
    kind = cell.get("t", "n")
    if kind == "s":
        return strings[int(value.text)]
    if kind == "b":
        return value.text == "1"
    return float(value.text)


def column_of(reference):
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def read_sheet(data, strings):
    rows = []
    for row in tree.fromstring(data).iter("{%s}row" % NS["m"]):
        cells = []
        for cell in row:
            place = column_of(cell.get("r"))
            cells += [None] * (place - len(cells)) + [cell_value(cell, strings)]
        rows.append(cells)
    return rows


def read_xlsx(path):
    with zipfile.ZipFile(path) as book:
        faulty = book.testzip()
        if faulty:
            raise SystemExit(f"damaged: {faulty}")
        strings = [text_of(item) for item in tree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [s.get("name") for s in tree.fromstring(book.read("xl/workbook.xml")).iter("{%s}sheet" % NS["m"])]
        sheets = {}
        formulas = 0
        for number, name in enumerate(names, 1):
            data = book.read(f"xl/worksheets/sheet{number}.xml")
            formulas += data.count(b"<f>") + data.count(b"<f ")
            sheets[name] = read_sheet(data, strings)
        dates = sorted({str(entry.date_time) for entry in book.infolist()})
        return {"tables": sheets, "formulas": formulas, "dates": dates, "parts": sorted(book.namelist())}


class Page(html.parser.HTMLParser):
    """Tables by the heading above them; anything that could run or be fetched is noted."""

    def __init__(self):
        super().__init__()
        self.tables, self.fetched, self.tags, self.title = {}, [], set(), ""
        self.reading, self.heading = None, False

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name in ("src", "href", "xlink:href", "action", "background") or name.startswith("on"):
                self.fetched.append(f"{name}={value}")
            if value and re.search(r"url\(|https?:", value):
                self.fetched.append(f"{name}={value}")
        if tag == "h2":
            self.heading, self.title = True, ""
        elif tag == "tr":
            self.tables.setdefault(self.title, []).append([])
        elif tag in ("td", "th"):
            self.tables[self.title][-1].append("")
            self.reading = True

    def handle_endtag(self, tag):
        if tag == "h2":
            self.heading = False
        elif tag in ("td", "th"):
            self.reading = False

    def handle_data(self, data):
        if self.heading:
            self.title += data
        elif self.reading:
            self.tables[self.title][-1][-1] += data


def read_html(path):
    page = Page()
    with open(path, encoding="utf-8") as file:
        page.feed(file.read())
    return {"tables": page.tables, "fetched": page.fetched, "tags": sorted(page.tags)}


if __name__ == "__main__":
    reader = read_xlsx if sys.argv[1].endswith(".xlsx") else read_html
    json.dump(reader(sys.argv[1]), sys.stdout)
