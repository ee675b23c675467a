import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPublicRecord } from "#app/domain/upkeep/about-record.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { takeReport } from "#app/http/reports/take-report.server.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { ReportForm } from "#app/ui/upkeep/report-form.tsx";

export const loader = visitor(async (ctx, { params, url }) => {
  const { noun, slug, name } = await findPublicRecord(ctx, "opportunity", params.slug ?? "");
  return { noun, slug, name, isSent: url.searchParams.get("did") === "report" };
});

export const action = visitor((ctx, door) => takeReport(ctx, "opportunity", door));

export const meta: MetaFunction = () => [
  { title: titleFor("Something is wrong here") },
  { name: "robots", content: "noindex" },
];

export default function ReportOpportunity() {
  return <ReportForm {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
