"""Makes codebook/nouns.yml from a WordNet 3.x dict folder (index.noun, data.noun): python3 training/nouns.py DICT > codebook/nouns.yml

people: nouns whose first (most usual) sense is a person. sites: nouns whose first sense is a building, an installation, a
vehicle, a vessel or an aircraft: what is struck, seized or blockaded. Single words only, as the rules look at heads.
"""
import re
import sys
import textwrap
from pathlib import Path

PERSON = "18"
NOT_PEOPLE = set("whale antique quarry star engine beast demon ghost spirit angel devil nemesis imp odds champion pioneer".split())
# Synsets of WordNet 3.1 under which sites lie, by a word and the start of its gloss.
ROOTS = {
    "structure": "a thing constructed",
    "facility": "a building or place that provides",
    "vehicle": "a conveyance that transports",
    "installation": "a building or place",
    "settlement": "an area where a group of families",
}
OUT_OF_PLACE = set("""floor roof wall ceiling door window gate fence bar bank platform column stage landing ladder bench counter
 target net crown cell trap lock step hall room balance base mine shell ball star mate trace swing slide deck bed
 body head foundation guard spring tooth handle shelf house""".split())


def synsets(path):
    out = {}
    for line in path.read_text().splitlines():
        if line[:1].isdigit():
            data, _, gloss = line.partition(" | ")
            f = data.split()
            n = int(f[3], 16)
            rest = f[4 + 2 * n:]
            up = [rest[1 + 4 * i + 1] for i in range(int(rest[0])) if rest[1 + 4 * i] in ("@", "@i")]
            out[f[0]] = (f[1], f[4:4 + 2 * n:2], up, gloss.strip())
    return out


def main(folder):
    nouns = synsets(folder / "data.noun")
    roots = {k for k, (_, words, _, gloss) in nouns.items()
             for w, start in ROOTS.items() if w in words and gloss.startswith(start)}
    under = {}

    def below(key, depth=0):
        if key not in under:
            under[key] = key in roots or depth < 20 and any(below(u, depth + 1) for u in nouns[key][2])
        return under[key]

    people, sites = set(), set()
    for line in (folder / "index.noun").read_text().splitlines():
        f = line.split()
        if line.startswith(" ") or not re.fullmatch(r"[a-z]{3,}(-[a-z]+)*", f[0]):
            continue
        first = f[6 + int(f[3])]
        if re.search(r"slur|offensive|disparag|derogat|vulgar|obscen|slang|pejorative", nouns[first][3]):
            continue
        capital = all(w[0].isupper() for w in nouns[first][1] if w.lower() == f[0])
        if capital:
            continue
        senses = f[6 + int(f[3]):]
        if nouns[first][0] == PERSON and not any(map(below, senses)) and f[0] not in NOT_PEOPLE:
            people.add(f[0])
        elif below(first) and f[0] not in OUT_OF_PLACE:
            sites.add(f[0])
    licence = (Path(folder).parent / "LICENSE").read_text()
    print("# Made by training/nouns.py from WordNet 3.1, whose licence follows. Classes of nouns for the rules, as classes.yml has them.")
    print("#")
    for line in licence.splitlines():
        print(("# " + line).rstrip())
    print("# people: nouns that first of all mean a person.")
    for name, words in (("people", people), ("sites", sites)):
        if name == "sites":
            print("# sites: buildings, installations, vehicles and vessels: what is struck, seized or blockaded.")
        print(name + ": >-")
        print(textwrap.fill(" ".join(sorted(words)), 120, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False))


main(Path(sys.argv[1]))
