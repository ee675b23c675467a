"""Expands the calendar on standard input with recurring-ical-events; prints {uid: [start, …]} of a period as JSON."""
import datetime
import json
import sys

import icalendar
import recurring_ical_events

first, last = (tuple(map(int, day.split("-"))) for day in sys.argv[1:3])
found = {}
for event in recurring_ical_events.of(icalendar.Calendar.from_ical(sys.stdin.buffer.read())).between(first, last):
    start = event["DTSTART"].dt
    if isinstance(start, datetime.datetime):
        start = start.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    else:
        start = start.isoformat()
    found.setdefault(str(event["UID"]), []).append(start)
print(json.dumps({uid: sorted(starts) for uid, starts in found.items()}))
