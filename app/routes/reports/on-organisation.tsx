import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf, type EventRow } from "#app/domain/calendars/event-rows.server.ts";
import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { findPublicRecord } from "#app/domain/upkeep/about-record.server.ts";
import { dayInWords } from "#app/domain/upkeep/day-in-words.ts";
import { visitor } from "#app/http/gates.server.ts";
import { takeReport } from "#app/http/reports/take-report.server.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { ReportForm } from "#app/ui/upkeep/report-form.tsx";

export const loader = visitor(async (ctx, { params, url }) => {
  const { noun, slug, name } = await findPublicRecord(ctx, "organisation", params.slug ?? "");
  const eventId = url.searchParams.get("event");
  const words = eventId ? aboutEvent(await findEvent(ctx, eventId)) : "";
  return { noun, slug, name, words, isSent: url.searchParams.get("did") === "report" };
});

/** An event is reported with the page of whoever puts it on, so the words begin with which it is. */
const aboutEvent = (event: EventRow) => `About “${event.title}” on ${dayInWords(dayOf(event))}: `;

export const action = visitor((ctx, door) => takeReport(ctx, "organisation", door));

export const meta: MetaFunction = () => [
  { title: titleFor("Something is wrong here") },
  { name: "robots", content: "noindex" },
];

export default function ReportOrganisation() {
  return <ReportForm {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
