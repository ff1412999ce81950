// Reads the feeds of a folder with ical.js, which Thunderbird and Nextcloud are built on. The
// expected files are described in check.py. Zones are taken from the VTIMEZONE of the file.
//
// usage: node check.mjs FOLDER FOLDER_OF_NODE_MODULES

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, modules] = process.argv.slice(2);
const found = createRequire(path.join(path.resolve(modules), "x.js")).resolve("ical.js");
const { default: ICAL } = await import(pathToFileURL(found));

// Dates of one series that are looked at before giving up on it.
const LIMIT = 10_000;

function told(time) {
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`floating time ${time}`);
  return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function occurrence(item, start, end) {
  const status = item.component.getFirstPropertyValue("status");
  return { uid: item.uid, start: told(start), end: told(end), status, summary: item.summary };
}

function* dates(component) {
  const events = component.getAllSubcomponents("vevent");
  const uid = (event) => event.getFirstPropertyValue("uid");
  for (const one of new Set(events.map(uid))) {
    const components = events.filter((event) => uid(event) === one);
    const masters = components.filter((c) => !c.hasProperty("recurrence-id"));
    const exceptions = components.filter((c) => c.hasProperty("recurrence-id"));
    if (masters.length > 1) throw new Error("two series with one UID");
    // Dates whose series is not in the file are events of their own.
    const alone = masters.length === 0 ? exceptions : [];
    for (const date of alone.map((c) => new ICAL.Event(c))) {
      yield occurrence(date, date.startDate, date.endDate);
    }
    for (const master of masters) yield* series(new ICAL.Event(master, { exceptions }));
  }
}

function* series(event) {
  if (!event.isRecurring()) {
    yield occurrence(event, event.startDate, event.endDate);
    return;
  }
  const iterator = event.iterator();
  for (let count = 0, next; (next = iterator.next()) && count < LIMIT; count++) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (startDate.year > 2040) return;
    yield occurrence(item, startDate, endDate);
  }
}

function read(text, from, to) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return [...dates(calendar)].filter((date) => from <= date.start && date.start < to);
}

function difference(found, expected) {
  const key = ({ uid, start, end, status, summary }) => JSON.stringify({ uid, start, end, status, summary });
  const [a, b] = [found.map(key), expected.map(key)];
  return [
    ...b.filter((date) => !a.includes(date)).map((date) => `  - ${date}`),
    ...a.filter((date) => !b.includes(date)).map((date) => `  + ${date}`),
    ...(a.length === b.length ? [] : [`  ${a.length} dates instead of ${b.length}`]),
  ];
}

function check(feed) {
  const text = fs.readFileSync(feed, "utf8");
  const wanted = feed.replace(/\.ics$/, ".expected.json");
  if (!fs.existsSync(wanted)) {
    ICAL.parse(text);
    return [];
  }
  const { from, to, occurrences } = JSON.parse(fs.readFileSync(wanted, "utf8"));
  return difference(read(text, from, to), occurrences);
}

for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".ics")).sort()) {
  let problems;
  try {
    problems = check(path.join(folder, name));
  } catch (error) {
    problems = [`  ${error}`];
  }
  const title = `${name.replace(/\.ics$/, "")} (ical.js)`;
  console.log(problems.length ? ["FAILED", title, ...problems].join("\n") : `ok ${title}`);
  if (problems.length) process.exitCode = 1;
}
