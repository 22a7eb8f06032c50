"""Reads a workbook on standard input as other programs do, and says in JSON what it found there.

usage: lire.py ods|xlsx
"""

import datetime
import io
import json
import re
import sys
import zipfile

import openpyxl
from odf import opendocument, table
from odf.namespaces import OFFICENS, STYLENS, TABLENS, TEXTNS
from odf.style import Style, TextProperties


def archive(octets):
    return [
        {
            "nom": entry.filename,
            "comprime": entry.compress_type != zipfile.ZIP_STORED,
            "date": list(entry.date_time),
            "en_plus": len(entry.extra),
        }
        for entry in zipfile.ZipFile(io.BytesIO(octets)).infolist()
    ]


def xlsx(octets):
    book = openpyxl.load_workbook(io.BytesIO(octets))
    return [
        {
            "nom": sheet.title,
            "gel": (sheet.freeze_panes or "A1")[1:],
            "lignes": [[xlsx_cell(cell) for cell in row] for row in sheet.iter_rows()],
        }
        for sheet in book.worksheets
    ]


def xlsx_cell(cell):
    value = cell.value
    sort = "texte"
    if value is None:
        sort, value = "vide", ""
    elif cell.data_type == "f":
        sort = "formule"
    elif isinstance(value, datetime.datetime):
        sort, value = "jour", value.date().isoformat()
    elif isinstance(value, (int, float)):
        sort, value = "nombre", repr(value)
    else:
        # openpyxl leaves to its callers the escapes of the format.
        value = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), value)
    return {
        "sorte": sort,
        "valeur": value,
        "gras": bool(cell.font.b),
        "reste_texte": bool(cell.quotePrefix),
        "a_la_ligne": bool(cell.alignment.wrap_text),
    }


def ods(octets):
    book = opendocument.load(io.BytesIO(octets))
    styles = {style.getAttrNS(STYLENS, "name"): style for style in book.getElementsByType(Style)}
    frozen = dict(re.findall(
        'map-entry config:name="([^"]+)">.*?VerticalSplitPosition" config:type="int">([0-9]+)<',
        zipfile.ZipFile(io.BytesIO(octets)).read("settings.xml").decode()))
    return [
        {
            "nom": sheet.getAttrNS(TABLENS, "name"),
            "gel": str(int(frozen.get(sheet.getAttrNS(TABLENS, "name"), 0)) + 1),
            "lignes": [
                [ods_cell(cell, styles) for cell in row.getElementsByType(table.TableCell)]
                for row in sheet.getElementsByType(table.TableRow)
            ],
        }
        for sheet in book.getElementsByType(table.Table)
    ]


def ods_cell(cell, styles):
    sort = cell.getAttrNS(OFFICENS, "value-type")
    if cell.getAttrNS(TABLENS, "formula"):
        sort, value = "formule", ""
    elif sort == "float":
        sort, value = "nombre", cell.getAttrNS(OFFICENS, "value")
        value = repr(float(value) if re.search("[.e]", value) else int(value))
    elif sort == "date":
        sort, value = "jour", cell.getAttrNS(OFFICENS, "date-value")
    elif sort == "string":
        sort, value = "texte", "\n".join(paragraph(line) for line in cell.childNodes)
    else:
        sort, value = "vide", ""
    return {
        "sorte": sort,
        "valeur": value,
        "gras": has(cell, styles, lambda style: any(
            words.getAttribute("fontweight") == "bold" for words in style.getElementsByType(TextProperties))),
        "reste_texte": has(cell, styles, lambda style: style.getAttrNS(STYLENS, "data-style-name") == "NTexte"),
        "a_la_ligne": has(cell, styles, lambda style: 'fo:wrap-option="wrap"' in str_of(style)),
    }


def paragraph(line):
    """odfpy keeps the blanks that OpenDocument folds: they are folded here, and only elements stand for more."""
    text = "".join(
        node.data if node.nodeType == node.TEXT_NODE else "\ue000" * int(node.getAttrNS(TEXTNS, "c") or 1)
        for node in line.childNodes)
    return re.sub("[ \t\r\n]+", " ", text).strip(" ").replace("\ue000", " ")


def has(cell, styles, is_wanted):
    name = cell.getAttrNS(TABLENS, "style-name")
    while name in styles:
        if is_wanted(styles[name]):
            return True
        name = styles[name].getAttrNS(STYLENS, "parent-style-name")
    return False


def str_of(style):
    out = io.StringIO()
    style.toXml(0, out)
    return out.getvalue()


octets = sys.stdin.buffer.read()
json.dump({"archive": archive(octets), "feuillets": {"ods": ods, "xlsx": xlsx}[sys.argv[1]](octets)}, sys.stdout)
