/** Answers as the machine doors give them, shortened; the doors' own tests hold their shapes. */

export const meetings = `{
  "meetings": [
    {
      "id": "0c1f…",
      "url": "https://…/meetings/0c1f…",
      "title": "Norwich Place Board",
      "groups": [
        {
          "slug": "norwich-place-board",
          "name": "Norwich Place Board",
          "kind": "place-board"
        }
      ],
      "start": "2026-11-05T10:00:00Z",
      "end": "2026-11-05T12:00:00Z",
      "date": "2026-11-05",
      "movedFrom": "2026-10-29T10:00:00Z",
      "onRiseOf": null,
      "timeZone": "Europe/London",
      "location": "City Hall, Norwich",
      "onlineUrl": null,
      "status": "planned",
      "agendaUrl": "https://…/meetings/0c1f…/agenda"
    }
  ]
}`;

export const meeting = `{
  "meeting": {
    …,
    "agenda": [
      {
        "number": "4",
        "title": "Transport to day centres",
        "lead": "Place network lead",
        "marks": ["HWB", "ICP"],
        "page": 12,
        "origin": "network"
      }
    ]
  }
}`;

export const events = `{
  "events": [
    {
      "id": "7d2a…",
      "url": "https://…/events/7d2a…",
      "title": "Community lunch",
      "organisation": "The Long Table",
      "start": "2026-11-06T12:00:00Z",
      "end": "2026-11-06T13:30:00Z",
      "allDay": false,
      "timeZone": "Europe/London",
      "location": "St Mary’s Hall, Norwich",
      "onlineUrl": null,
      "status": "confirmed",
      "place": "norwich",
      "cost": "Free"
    }
  ]
}`;

export const search = `{
  "total": 12,
  "totalIsCapped": false,
  "page": 1,
  "pages": 2,
  "results": [
    {
      "kind": "service",
      "id": "51b0…",
      "url": "https://…/services/friday-cafe",
      "name": "Friday café",
      "organisation": "The Long Table",
      "summary": "Coffee and company.",
      "distanceKm": 1.2
    }
  ]
}`;

export const error = `{
  "error": {
    "status": 422,
    "message": "The address has something in it that we cannot read. …"
  }
}`;

export const commands = `npm run assembly -- calendar preview FILE-OR-URL
npm run assembly -- calendar connect FILE-OR-URL --group SLUG
npm run assembly -- calendar sync
npm run assembly -- demo generate --organisations 1000
npm run assembly -- --help`;
