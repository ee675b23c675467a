import type { RecordSection, ServiceRecord } from "#app/domain/services/record/service-record.ts";
import type { CostKind } from "./inputs.ts";
import { rowValues } from "./read-form.ts";
import { whenValues } from "./when-input.ts";

type Writers = { [S in RecordSection]: (fields: ServiceRecord[S]) => Record<string, string> };

/** A section's fields as flat texts: what its form shows, and its input reads back. */
export function formValues<S extends RecordSection>(
  section: S,
  fields: ServiceRecord[S],
): Record<string, string> {
  return writers[section](fields);
}

const tick = (is: boolean) => (is ? "yes" : "");
const shown = (isPublic: boolean) => (isPublic ? "all" : "partners");

const writers: Writers = {
  basics: ({ topics, url, ...words }) => ({ ...words, topics: topics.join(","), url: url ?? "" }),
  where: ({ isOnline, venues, areas, areaWords, gettingThere }) => ({
    isOnline: tick(isOnline),
    venues: venues.map(({ id }) => id).join(","),
    ...Object.fromEntries(venues.map(({ id, note }) => [`note-${id}`, note])),
    ...{ areas: areas.join(","), areaWords, gettingThere },
  }),
  when: whenValues,
  cost: costValues,
  // What was recorded before there were funders has none
  contact: ({ email, phones, contacts, referralRoute, funders = [], assurerEmail = null }) => ({
    email: email ?? "",
    ...rowValues("phones", phones, ({ number, extension, description, isPublic }) => ({
      ...{ number, extension: extension ?? "", words: description, shown: shown(isPublic) },
    })),
    ...rowValues("contacts", contacts, ({ name, title, email: address, phones: numbers, isPublic }) => ({
      ...{ name: name ?? "", title: title ?? "", email: address ?? "", phones: numbers.join(", ") },
      shown: shown(isPublic),
    })),
    ...{ referralRoute, funders: funders.join("\n"), assurerEmail: assurerEmail ?? "" },
  }),
  "who-for": ({ eligibility, minimumAge, maximumAge, languages }) => ({
    ...{ eligibility, minimumAge: String(minimumAge ?? ""), maximumAge: String(maximumAge ?? "") },
    ...rowValues("languages", languages, ({ code, note }) => ({ code, note })),
  }),
  capacity: ({ capacity, waitWeeks, capacityNote }) => ({
    ...{ capacity, waitWeeks: String(waitWeeks ?? ""), capacityNote },
  }),
};

function costValues({ costs }: ServiceRecord["cost"]): Record<string, string> {
  const kind = costKindOf(costs);
  if (kind === null) return {};
  if (kind !== "amounts") return { kind, words: costs[0]?.amountDescription ?? "" };
  return {
    kind,
    ...rowValues("costs", costs, ({ option, amount, amountDescription }) => ({
      ...{ option, amount: amount === null ? "" : String(amount), words: amountDescription },
    })),
  };
}

/** Which answer of the form says these costs; null where nobody has said. */
export function costKindOf(costs: ServiceRecord["cost"]["costs"]): CostKind | null {
  const [first, ...others] = costs;
  if (!first) return null;
  if (others.length > 0) return "amounts";
  if (first.option === "Free" && first.amount === 0) return "free";
  if (first.option === "Pay what you can" && first.amount === null) return "donation";
  return first.option === "Cost varies" && first.amount === null ? "varies" : "amounts";
}
