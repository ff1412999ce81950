#!/usr/bin/env python3
"""Writes the tables of assets/geo and the places and communes of assets/demo.

usage: generate.py SOURCE_DIRECTORY ASSETS_DIRECTORY

SOURCE_DIRECTORY holds departements.csv, communes.csv, france-svg.json, drome-svg.json and
tiers-lieux-drome.json, as README.md beside this file describes them.
"""
import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

ZONES = {
    "971": "America/Guadeloupe", "972": "America/Martinique", "973": "America/Cayenne", "974": "Indian/Reunion",
    "975": "America/Miquelon", "976": "Indian/Mayotte", "977": "America/St_Barthelemy", "978": "America/Marigot",
    "984": "Indian/Kerguelen", "986": "Pacific/Wallis", "987": "Pacific/Tahiti", "988": "Pacific/Noumea",
    "989": "America/Los_Angeles",  # Clipperton: UTC-8, nobody lives there
}
COMMUNE = ["insee", "name", "postcode", "other_postcodes", "lat", "lon", "population"]
# Where the lists name no seat in the territory itself.
NO_SEAT = {"984", "989"}
# Traced to a kilometre or better; the other rivers are schematic.
EXACT_RIVERS = {"Rhône"}
SOURCES = {
    "anct": "ANCT, points Hinaura", "census": "France Tiers-Lieux, recensement 2026", "covid": "fablabs 2020, covid-viz",
    "dl2016": "presse, mars 2016", "tribune2016": "presse, novembre 2016", "cedille": "cedille.pro",
    "md2025": "lemoulindigital.fr, 2025", "conv": "Cédille Tour 2023", "localos2020": "localos.fr, 2020",
    "inter2022": "radiofrance.fr, 2022", "mcc2016": "presse, février 2016", "openagenda": "OpenAgenda, 2025-2026",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, header, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(lines)


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def territories(source, communes):
    names = {c["insee"]: c["name"] for c in communes}
    for t in rows(source / "departements.csv"):
        seat = "" if t["dep"] in NO_SEAT else t["chef_lieu_insee"]
        zone = ZONES.get(t["dep"], "Europe/Paris")
        yield [t["dep"], t["name"], t["region"], t["region_name"], t["school_zone"], zone, seat, names.get(seat, "")]


def demo_communes(communes):
    """The most populated communes of each territory and as many small ones, spread over the list."""
    by_territory = defaultdict(list)
    for c in communes:
        if c["lat"] and c["postcode"] and c["type"] == "commune":
            by_territory[c["dep"]].append(c)
    kept = []
    for _, all_of_it in sorted(by_territory.items()):
        all_of_it.sort(key=lambda c: (-int(c["population"] or 0), c["insee"]))
        small = all_of_it[13:]
        step = max(1, len(small) // 12)
        kept += sorted(all_of_it[:13] + small[::step][:12], key=lambda c: c["insee"])
    return kept


def drome_places(source):
    notes = {
        "l-usine-vivante": "Ancienne usine de 2\u202f000 m²\u202f; association depuis 2014.",
        "le-moulin-digital": "Coordinateur du réseau Cédille, dans l’écoparc Rovaltain (gare Valence TGV).",
        "la-grange-de-babel": "Inaugurée en janvier 2025.",
        "accorderie-du-pays-diois": "Échange de services sans argent.",
        "accorderie-de-romans": "Échange de services sans argent.",
    }
    for s in json.loads((source / "tiers-lieux-drome.json").read_text(encoding="utf-8"))["spaces"]:
        yield [s["slug"], s["name"], "|".join(s["bricks"]), s["commune"], s["insee"], s["postcode"], s["lat"], s["lon"],
               s["geo_precision"], s["address"], s["website"], " · ".join(SOURCES[k] for k in s["sources"]),
               s["last_seen"], s["aetc_2016"], notes.get(s["slug"], "")]


def main(source, assets):
    communes = rows(source / "communes.csv")
    write(assets / "geo/territories.csv",
          ["code", "name", "region_code", "region", "school_zone", "zone", "seat_insee", "seat"],
          territories(source, communes))
    write(assets / "geo/communes-26.csv", COMMUNE, ([c[k] for k in COMMUNE] for c in communes if c["dep"] == "26"))
    write(assets / "demo/communes.csv", COMMUNE, ([c[k] for k in COMMUNE] for c in demo_communes(communes)))
    write(assets / "demo/drome-places.csv",
          ["id", "name", "bricks", "commune", "insee", "postcode", "lat", "lon", "geo_precision", "address", "website",
           "source", "source_year", "aetc_2016", "summary"],
          drome_places(source))

    france = json.loads((source / "france-svg.json").read_text(encoding="utf-8"))
    size = [int(n) for n in france["viewBox"].split()[2:]]
    frame = lambda p: {"lon0": p["lon0"], "lat_top": p["lat_top"], "k": p["k"]}
    write_json(assets / "geo/france.json", {
        "width": size[0], "height": size[1], "projection": frame(france["projection"]),
        "territories": [{k: t[k] for k in ("code", "x", "y", "d")} for t in france["departements"]],
        "region_borders": france["region_borders"],
        "insets": [{"code": i["code"], "dx": i["dx"], "dy": i["dy"], "projection": frame(i["projection"]), "d": i["d"]}
                   for i in france["insets"]],
    })
    drome = json.loads((source / "drome-svg.json").read_text(encoding="utf-8"))
    size = [int(n) for n in drome["viewBox"].split()[2:]]
    write_json(assets / "geo/drome.json", {
        "width": size[0], "height": size[1], "projection": frame(drome["projection"]), "outline": drome["outline"],
        "commune_borders": drome["commune_borders"],
        "rivers": [{"name": r["name"], "exact": r["name"] in EXACT_RIVERS, "d": r["d"]} for r in drome["rivers"]],
        "towns": [{k: t[k] for k in ("name", "rank", "x", "y")} for t in drome["towns"]],
    })


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
