#!/usr/bin/env python3
"""Makes app/src/main/resources/demarche/serve/world.tsv, the country shapes of the map page.

    npm pack world-atlas@2.0.2 i18n-iso-countries@7.14.0     (unpack both)
    make-world.py world-atlas/countries-110m.json i18n-iso-countries/codes.json > world.tsv

Shapes: Natural Earth 1:110m (public domain), as redistributed by world-atlas 2.0.2 (ISC). Projection: Equal Earth (Savric,
Patterson, Jenny 2018), the same formula as demarche.serve.EqualEarth. Unit: a ten-thousandth of the world's width. One country
a line: ISO 3166-1 alpha-3 code, tab, name, tab, left,top,right,bottom of its main parts, tab, the path's data. Antarctica is left
out.
"""
import json
import math
import sys

OWN_CODES = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
NAMES = {"Macedonia": "North Macedonia", "eSwatini": "Eswatini", "Dem. Rep. Congo": "Democratic Republic of the Congo",
         "W. Sahara": "Western Sahara", "S. Sudan": "South Sudan", "Central African Rep.": "Central African Republic",
         "Eq. Guinea": "Equatorial Guinea", "Bosnia and Herz.": "Bosnia and Herzegovina", "Dominican Rep.": "Dominican Republic",
         "Falkland Is.": "Falkland Islands", "Solomon Is.": "Solomon Islands",
         "Fr. S. Antarctic Lands": "French Southern Territories", "United States of America": "United States"}
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
SCALE = 10000 / (2 * 2.7066299836)
TOP = 1.3173627591574


def project(lon, lat):
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    t2 = theta * theta
    t6 = t2 ** 3
    x = 2 * math.sqrt(3) * math.radians(lon) * math.cos(theta) / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1))
    y = A4 * t6 * t2 * theta + A3 * t6 * theta + A2 * t2 * theta + A1 * theta
    return round((x + 2.7066299836) * SCALE), round((TOP - y) * SCALE)


def arcs(topology):
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        out.append(points)
    return out


def ring(indexes, lines):
    points = []
    for i in indexes:
        line = lines[i] if i >= 0 else lines[~i][::-1]
        points += line[1 if points else 0:]
    return points


def clipped(points, edge, keep_below):
    """The part of a ring west (or east) of a meridian."""
    inside = (lambda p: p[0] <= edge) if keep_below else (lambda p: p[0] >= edge)
    out = []
    for a, b in zip(points, points[1:] + points[:1]):
        if inside(a):
            out.append(a)
        if inside(a) != inside(b):
            share = (edge - a[0]) / (b[0] - a[0])
            out.append((edge, a[1] + share * (b[1] - a[1])))
    return out


def halves(points):
    """A ring cut where it crosses the antimeridian."""
    far = [points[0]]
    for lon, lat in points[1:]:
        before = far[-1][0]
        far.append((lon + 360 * round((before - lon) / 360), lat))
    west, east = min(p[0] for p in far), max(p[0] for p in far)
    if west >= -180 and east <= 180:
        return [far]
    shift = 360 if west < -180 else 0
    far = [(lon + shift, lat) for lon, lat in far]
    return [clipped(far, 180, True), [(lon - 360, lat) for lon, lat in clipped(far, 180, False)]]


def path(points):
    flat = []
    for p in (project(*q) for q in points):
        if not flat or p != flat[-1]:
            flat.append(p)
    if len(flat) > 1 and flat[0] == flat[-1]:
        flat.pop()
    if len(flat) < 3:
        return "", []
    out = f"M{flat[0][0]} {flat[0][1]}l"
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in zip(flat, flat[1:])]
    return out + " ".join(steps).replace(" -", "-") + "z", flat


def size(points):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))) / 2


def main(atlas, codes):
    topology = json.load(open(atlas))
    iso = {numeric: alpha3 for _, alpha3, numeric, _ in json.load(open(codes))}
    lines = arcs(topology)
    shapes = {}
    for g in topology["objects"]["countries"]["geometries"]:
        name = g["properties"]["name"]
        code = iso[g["id"]] if g.get("id") else OWN_CODES[name]
        if code == "ATA":
            continue
        polygons = g["arcs"] if g["type"] == "MultiPolygon" else [g["arcs"]]
        entry = shapes.setdefault(code, [name, "", []])
        if g.get("id"):
            entry[0] = name
        for polygon in polygons:
            for indexes in polygon:
                for half in halves(ring(indexes, lines)):
                    data, points = path(half)
                    entry[1] += data
                    entry[2].append(points)
    print("# Natural Earth 1:110m (public domain) by way of world-atlas 2.0.2 (ISC); made by app/src/main/map/make-world.py")
    for code in sorted(shapes):
        name, data, rings = shapes[code]
        largest = max(map(size, rings))
        points = [p for r in rings if size(r) >= 0.3 * largest for p in r]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        print(code, NAMES.get(name, name), f"{min(xs)},{min(ys)},{max(xs)},{max(ys)}", data, sep="\t")


main(*sys.argv[1:])
