import { formValues } from "#app/domain/organisations/record/form-values.ts";
import {
  type OrganisationRecord,
  type RecordSection,
  sectionNames,
} from "#app/domain/organisations/record/record.ts";
import { type OrganisationKind, organisationKinds, wordsOf } from "#db/vocabulary.ts";
import type { Column } from "./columns.ts";
import { joinCell, splitCell } from "./csv-text.ts";

/** Names that people use for places, districts and topics, and the slugs that records keep. */
export interface Names {
  /** By name or slug in lower case. */
  slugs: Map<string, string>;
  names: Map<string, string>;
}
export type AllNames = Record<"places" | "districts" | "topics", Names>;

/** A record's sections as the flat texts that the section's inputs read; lists in one order. */
export type FlatRecord = { [S in RecordSection]: Record<string, string> };

export function flatOf(record: OrganisationRecord): FlatRecord {
  const flat = Object.fromEntries(
    sectionNames.map((section) => [section, formValues(section, record[section])]),
  ) as FlatRecord;
  flat.about.topics = sorted(record.about.topics);
  flat.where.places = sorted(record.where.places);
  flat.where.districts = sorted(record.where.districts);
  return flat;
}

const sorted = (slugs: readonly string[]) => [...new Set(slugs)].toSorted().join(",");

/** A field's text as its cell shows it. */
export function cellOf({ shape }: Column, text: string, names: AllNames): string {
  if (shape === "places" || shape === "districts" || shape === "topics") {
    return joinCell(
      text
        .split(",")
        .filter(Boolean)
        .map((slug) => names[shape].names.get(slug) ?? slug),
    );
  }
  if (shape === "lines") return joinCell(text.split("\n").filter(Boolean));
  if (shape === "kind") return organisationKinds[text as OrganisationKind] ?? text;
  if (shape === "yes") return text || "no";
  return text;
}

/** What a cell says, or why it cannot be what its column holds. */
export type ReadCell = { ok: true; text: string } | { ok: false; reason: string };

const said = (text: string): ReadCell => ({ ok: true, text });
const wrong = (reason: string): ReadCell => ({ ok: false, reason });

/** A cell as the text of its field: the way back from `cellOf`. */
export function readCell({ shape }: Column, cell: string, names: AllNames): ReadCell {
  if (cell === "") return said("");
  return readers[shape](cell, names);
}

type Reader = (cell: string, names: AllNames) => ReadCell;

const readers: Record<Column["shape"], Reader> = {
  words: (cell) => said(cell.trim()),
  lines: (cell) => said(splitCell(cell).join("\n")),
  kind: readKind,
  yes: (cell) => yesOrNo(cell, ""),
  shown: (cell) => yesOrNo(cell, "no"),
  phone: readPhone,
  places: (cell, names) => readNames(cell, names.places, "place"),
  districts: (cell, names) => readNames(cell, names.districts, "district"),
  topics: (cell, names) => readNames(cell, names.topics, "topic"),
};

function readKind(cell: string): ReadCell {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  const kind = wordsOf(organisationKinds).find((word) =>
    [word, organisationKinds[word]].some((name) => plain(name) === plain(cell)),
  );
  if (kind) return said(kind);
  return wrong(`There is no such kind; write ${Object.values(organisationKinds).join(", ")}`);
}

function yesOrNo(cell: string, no: string): ReadCell {
  if (/^(yes|y|true|1|x)$/i.test(cell)) return said("yes");
  if (/^(no|n|false|0|-)$/i.test(cell)) return said(no);
  return wrong("Write yes or no");
}

/** A spreadsheet that takes a phone number for a number drops the zero in front. */
function readPhone(cell: string): ReadCell {
  if (/^[1-9]\d{8,9}$/.test(cell)) {
    return wrong(`A spreadsheet has dropped the 0 in front: format the column as text and write 0${cell}`);
  }
  if (/^\d(\.\d+)?E\+?\d+$/i.test(cell)) {
    return wrong("A spreadsheet has shortened this number: format the column as text and write it whole");
  }
  return said(cell);
}

function readNames(cell: string, { slugs, names }: Names, noun: string): ReadCell {
  // A name of ours may hold a comma; where the cell as a whole is none, commas stand between names too
  const parts = splitCell(cell).flatMap((part) => {
    if (slugs.has(part.toLowerCase())) return [part];
    return part
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
  });
  const unknown = parts.filter((part) => !slugs.has(part.toLowerCase()));
  if (unknown.length === 0) return said(sorted(parts.map((part) => slugs.get(part.toLowerCase()) ?? "")));
  const list = names.size > 0 && names.size <= 12 ? `; ours are ${[...names.values()].join(", ")}` : "";
  return wrong(`We have no ${noun} called ${unknown.map((part) => `“${part}”`).join(", ")}${list}`);
}
