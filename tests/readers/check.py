"""Reads the feeds of target/feeds as calendar apps do, with three Python libraries.

Each `NAME.ics` has a `NAME.expected.json` beside it:

    {
      "from": "2026-01-01T00:00:00Z",       the range that is read, end excluded
      "to": "2027-01-01T00:00:00Z",
      "occurrences": [                      every date that must be seen in it, in any order
        {
          "uid": "…@exemple.fr",
          "start": "2026-03-05T17:30:00Z",  an instant in UTC, or a date ("2026-06-13") for whole days
          "end": "2026-03-05T19:30:00Z",    likewise, excluded
          "status": "CONFIRMED",
          "summary": "Café réparation"
        }
      ]
    }

A feed without that file is checked for its form only. Prints one line for each feed and reader,
`ok` or `FAILED`, the latter with what is missing (-) and what is too much (+).

usage: check.py FOLDER
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
import vobject

UTC = timezone.utc


def told(value):
    """An instant or a date in the form of the expected files."""
    if isinstance(value, datetime):
        assert value.tzinfo is not None, f"floating time {value}"
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def occurrence(uid, start, end, status, summary):
    return {"uid": uid, "start": told(start), "end": told(end), "status": status, "summary": summary}


def form(data):
    """What RFC 5545 asks of the bytes, before any library forgives it."""
    assert data.endswith(b"\r\n"), "the last line has no CR LF"
    for number, line in enumerate(data[:-2].split(b"\r\n"), 1):
        assert len(line) <= 75, f"line {number} has {len(line)} octets"
        text = line.decode("utf-8")
        assert text, f"line {number} is empty"
        assert all(ord(c) >= 32 and not 127 <= ord(c) < 160 for c in text), f"control in line {number}"


def zones(data, _start, _end):
    """Each VTIMEZONE by its own rules, against the zone tables of the tzdata package."""
    for zone in icalendar.Calendar.from_ical(data).walk("VTIMEZONE"):
        name = str(zone["TZID"])
        told_by_file, known = zone.to_tz(lookup_tzid=False), ZoneInfo(name)
        at = datetime(2026, 1, 1, 12)
        while at.year < 2032:
            ours, theirs = (at.replace(tzinfo=tz).utcoffset() for tz in (told_by_file, known))
            assert ours == theirs, f"{name} at {at}: {ours} instead of {theirs}"
            at += timedelta(days=1)
    return None


def with_icalendar(data, start, end):
    calendar = icalendar.Calendar.from_ical(data)
    errors = [error for part in calendar.walk() for error in part.errors]
    assert not errors, f"icalendar refuses {errors}"
    for event in recurring_ical_events.of(calendar).between(start, end):
        yield occurrence(str(event["UID"]), event.start, event.end, str(event["STATUS"]), str(event["SUMMARY"]))


def with_vobject(data, start, end):
    """vobject takes zones from the VTIMEZONE of the file."""
    calendar = vobject.readOne(data.decode("utf-8"))
    # It wants a component, and does not count the zones.
    if any(child.name == "VEVENT" for child in calendar.components()):
        calendar.validate(raiseException=True)
    events = list(calendar.contents.get("vevent", []))
    changed = {(e.uid.value, told(e.recurrence_id.value)) for e in events if hasattr(e, "recurrence_id")}
    for event in events:
        first = event.dtstart.value
        lasts = instant(event.dtend.value) - instant(first)
        for begins in starts(event, end):
            if not hasattr(event, "recurrence_id") and (event.uid.value, told(begins)) in changed:
                continue
            if told(start) <= told(begins) < told(end):
                ends = instant(begins) + lasts
                yield occurrence(event.uid.value, begins, ends, event.status.value, event.summary.value)


def instant(value):
    """So that what is added or subtracted are hours that pass, not what clocks show."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def starts(event, end):
    first = event.dtstart.value
    rules = event.getrruleset(addRDate=True)
    if rules is None:
        return [first]
    whole_days = not isinstance(first, datetime)
    limit = end.replace(tzinfo=None) if whole_days else end
    # A series without an end would go on to the year 9999.
    return [b.date() if whole_days else b for b in takewhile(lambda b: b < limit, rules)]


def difference(found, expected):
    def key(o):
        return json.dumps(o, ensure_ascii=False, sort_keys=True)

    found, expected = sorted(map(key, found)), sorted(map(key, expected))
    missing = [f"  - {o}" for o in expected if expected.count(o) > found.count(o)]
    return missing + [f"  + {o}" for o in found if found.count(o) > expected.count(o)]


def check(feed, reader):
    data = feed.read_bytes()
    form(data)
    wanted = feed.with_suffix(".expected.json")
    if not wanted.exists():
        icalendar.Calendar.from_ical(data)
        return []
    wanted = json.loads(wanted.read_text(encoding="utf-8"))
    start, end = (datetime.fromisoformat(wanted[k].replace("Z", "+00:00")) for k in ("from", "to"))
    found = reader(data, start, end)
    return [] if found is None else difference(found, wanted["occurrences"])


def main(folder):
    failed = False
    for feed in sorted(Path(folder).glob("*.ics")):
        for reader in (zones, with_icalendar, with_vobject):
            name = f"{feed.stem} ({reader.__name__.removeprefix('with_')})"
            try:
                problems = check(feed, reader)
            except Exception as error:  # whatever a library raises is the finding
                problems = [f"  {type(error).__name__}: {error}"]
            print("FAILED" if problems else "ok", name, *problems, sep="\n" if problems else " ")
            failed = failed or bool(problems)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
