"""Makes register/regions.tsv: first-level regions of states by ISO 3166-2, so that a region tells its country.

    npm pack iso-3166-2@1.0.0 && tar xzf iso-3166-2-1.0.0.tgz        (MIT licence)
    python3 register/make-regions.py package/iso3166.min.js > register/regions.tsv

Left out: names that several states bear, that are also names of states or capitals, that are plain words ("Central",
"Northern"), and kinds of region too small for news to name without their country.
"""
import collections
import json
import pathlib
import re
import sys

KINDS = re.compile(r"state|province|region|oblast|republic|governorate|prefecture|territory|canton|emirate|division|"
                   r"autonomous|department|land|voivodship|county|island|krai", re.I)
SMALL = {"GB", "IE", "MT", "SI", "MK", "LV", "EE", "LT", "LU", "MC", "SM", "AD", "BB", "JM", "AG", "KN", "VC", "DM", "GD", "BS", "AZ", "UG", "BT", "MV", "NR"}
PLAIN = re.compile(r"^(north|south|east|west|central|centre|center|upper|lower|northern|southern|eastern|western|littoral|plateau|"
                   r"capital|union|victoria|san|santa|saint|la |los |the |coast|delta|rivers|lakes|savanes|sud|nord|est|ouest)", re.I)


def data(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    body = text[text.index("var data=") + 9:]
    depth = 0
    for i, c in enumerate(body):
        depth += (c == "{") - (c == "}")
        if depth == 0:
            body = body[:i + 1]
            break
    return json.loads(re.sub(r'([{,]\s*)([A-Za-z_][A-Za-z0-9_]*)\s*:', r'\1"\2":', body))


def states():
    codes, taken = {}, set()
    for line in pathlib.Path(__file__).with_name("states.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            codes[cells[1].split(";")[0]] = cells[0]
            for cell in cells[1:4]:
                taken.update(name for name in cell.split(";"))
    return codes, taken


def main():
    rows = data(sys.argv[1])
    codes, taken = states()
    bearers = collections.defaultdict(set)
    kept = collections.defaultdict(list)
    for country, entry in rows.items():
        for sub in entry.get("sub", {}).values():
            for name in re.split(r"\s*[\[(/].*", sub["name"])[:1]:
                name = name.strip()
                if len(name) > 3 and re.match(r"^[A-Z][\w'’ .-]+$", name):
                    bearers[name].add(country)
                    if country not in SMALL and KINDS.search(sub["type"]) and not PLAIN.match(name):
                        kept[country].append(name)
    print("# Regions by country (ISO 3166-2; register/make-regions.py). Columns: country | names.")
    for country in sorted(kept):
        code = codes.get(rows[country]["name"]) or THREE.get(country)
        names = sorted({n for n in kept[country] if len(bearers[n]) == 1 and n not in taken})
        if code and names:
            print(code + "\t" + ";".join(names))


THREE = {"BO": "BOL", "CD": "COD", "CG": "COG", "CI": "CIV", "CV": "CPV", "CZ": "CZE", "FM": "FSM", "IR": "IRN", "KP": "PRK", "KR": "KOR",
         "LA": "LAO", "LY": "LBY", "MD": "MDA", "MM": "MMR", "PS": "PSE", "RU": "RUS", "SY": "SYR", "TW": "TWN", "TZ": "TZA", "US": "USA",
         "VE": "VEN", "VN": "VNM", "TR": "TUR", "SZ": "SWZ", "AE": "ARE", "BN": "BRN", "GM": "GMB", "MK": "MKD", "TL": "TLS"}

if __name__ == "__main__":
    main()
