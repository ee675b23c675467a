import * as v from "valibot";
import {
  type AllNames,
  cellOf,
  type FlatRecord,
  readCell,
} from "#app/domain/organisations/bulk/file/cells.ts";
import { type Column, titleOf } from "#app/domain/organisations/bulk/file/columns.ts";
import type { FileRow } from "#app/domain/organisations/bulk/file/read-file.ts";
import { sectionInputs } from "#app/domain/organisations/record/inputs.ts";
import {
  type OrganisationRecord,
  type RecordSection,
  sectionNames,
} from "#app/domain/organisations/record/record.ts";

/** A bad cell: where it is, what it says, and why it cannot be taken. */
export interface Fault {
  row: number;
  column: string;
  value: string;
  reason: string;
}

/** A cell that would change what is there: in the words of the file, shortened. */
export interface CellChange {
  row: number;
  /** The address of the organisation, and its name as it is now. */
  slug: string;
  name: string;
  column: string;
  before: string;
  after: string;
}

/** An organisation that a row may be about. */
export interface KnownOrganisation {
  id: string;
  slug: string;
  flat: FlatRecord;
  record: OrganisationRecord;
}

/** What a row comes to: a new record, sections to change of one that is there, or neither. */
export interface CheckedRow {
  row: number;
  name: string;
  faults: Fault[];
  /** Null where there are faults. */
  record: OrganisationRecord | null;
  known: KnownOrganisation | null;
  changed: RecordSection[];
  /** Cell by cell, what of `known` would change. */
  changes: CellChange[];
}

interface Around {
  columns: readonly Column[];
  names: AllNames;
  /** By id and by slug. */
  known: ReadonlyMap<string, KnownOrganisation>;
}

/** Reads one row against what is there: cells that are as they were exported are taken as they are. */
export function checkRow({ row, cells, extra }: FileRow, around: Around): CheckedRow {
  const faults: Fault[] = [];
  const fault = (key: string, reason: string) => {
    faults.push({ row, column: titleOf(key), value: shortened(cells[key] ?? ""), reason });
  };
  if (extra > 0) {
    const reason = `The row has ${extra} more ${extra === 1 ? "cell" : "cells"} than there are columns`;
    faults.push({ row, column: "", value: "", reason });
  }
  const known = findKnown(cells, around.known, fault);
  const flat = readCells(cells, known, around, fault);
  const bad = new Set(faults.map(({ column }) => column));
  const once: SayFault = (key, reason) => {
    if (!bad.has(titleOf(key))) fault(key, reason);
    bad.add(titleOf(key));
  };
  const read = sectionNames.map((section) => readSection(section, flat[section], known, once));
  const name = cells.name || known?.record.names.name || "";
  const base = { row, name, faults, known };
  if (faults.length > 0) return { ...base, record: null, changed: [], changes: [] };
  const record = Object.fromEntries(read.map(({ section, fields }) => [section, fields])) as unknown;
  const changed = read.filter(({ isChanged }) => isChanged).map(({ section }) => section);
  const changes = known ? changesOf({ row, cells, known, changed }, around) : [];
  return { ...base, record: record as OrganisationRecord, changed, changes };
}

type ChangedRow = Pick<FileRow, "row" | "cells"> & { known: KnownOrganisation; changed: RecordSection[] };

function changesOf({ row, cells, known, changed }: ChangedRow, { columns, names }: Around): CellChange[] {
  const { slug, flat, record } = known;
  return columns.flatMap((column) => {
    const { section, key } = column;
    if (section === null || !changed.includes(section)) return [];
    const [old, given] = [cellOf(column, flat[section][key] ?? "", names), cells[key] ?? ""];
    if (old === given) return [];
    const [before, after] = [shortened(old, 200), shortened(given, 200)];
    return { row, slug, name: record.names.name, column: titleOf(key), before, after };
  });
}

type SayFault = (key: string, reason: string) => void;

function findKnown(
  { id = "", slug = "" }: Record<string, string>,
  known: Around["known"],
  fault: SayFault,
): KnownOrganisation | null {
  if (id === "" && slug === "") return null;
  const found = known.get(id === "" ? slug.toLowerCase() : id.toLowerCase());
  if (!found) {
    fault(id === "" ? "slug" : "id", "We have no organisation with this; leave it empty to add a new one");
    return null;
  }
  return found;
}

/** The row's cells as flat texts, upon what is there already: a column that the file leaves out changes nothing. */
function readCells(
  cells: Record<string, string>,
  known: KnownOrganisation | null,
  { columns, names }: Around,
  fault: SayFault,
): FlatRecord {
  const flat = Object.fromEntries(
    sectionNames.map((section) => [section, { ...known?.flat[section] }]),
  ) as FlatRecord;
  for (const column of columns) {
    const { section, key } = column;
    if (section === null) continue;
    const before = known?.flat[section][key] ?? "";
    const cell = cells[key] ?? "";
    if (known && cell === cellOf(column, before, names)) continue;
    const read = readCell(column, cell, names);
    if (read.ok) flat[section][key] = read.text;
    else fault(key, read.reason);
  }
  return flat;
}

function readSection(
  section: RecordSection,
  flat: Record<string, string>,
  known: KnownOrganisation | null,
  fault: SayFault,
) {
  if (known && isSame(flat, known.flat[section])) {
    return { section, fields: known.record[section], isChanged: false };
  }
  const read = v.safeParse(sectionInputs[section], flat);
  if (!read.success) {
    for (const issue of read.issues) fault(String(issue.path?.[0]?.key ?? ""), issue.message);
    return { section, fields: null, isChanged: false };
  }
  return { section, fields: read.output, isChanged: !known || !readsAlike(section, read.output, known) };
}

function isSame(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => (a[key] ?? "") === (b[key] ?? ""));
}

/** Another spelling of what is there already is no change. */
function readsAlike(section: RecordSection, fields: unknown, { flat }: KnownOrganisation): boolean {
  const before = v.safeParse(sectionInputs[section], flat[section]);
  return before.success && JSON.stringify(before.output) === JSON.stringify(fields);
}

const shortened = (value: string, most = 80) =>
  value.length > most ? `${value.slice(0, most - 1)}…` : value;
