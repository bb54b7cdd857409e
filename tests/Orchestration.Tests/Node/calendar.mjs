// Reads an iCalendar file as a calendar program would (ical.js, Mozilla's), and prints what it found as JSON.
// node calendar.mjs FILE
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const text = readFileSync(process.argv[2], 'utf8');
const calendar = new ICAL.Component(ICAL.parse(text));
const value = (component, name) => component.getFirstPropertyValue(name)?.toString() ?? null;
console.log(JSON.stringify({
  name: value(calendar, 'name'),
  version: value(calendar, 'version'),
  method: value(calendar, 'method'),
  events: calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description ?? null,
      start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
      end: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(),
      isDay: event.startDate.isDate,
      stamp: component.getFirstPropertyValue('dtstamp').toJSDate().toISOString(),
      sequence: event.sequence,
      status: value(component, 'status'),
    };
  }),
}));
