import * as v from "valibot";
import { formValues } from "#app/domain/services/input/form-values.ts";
import { sectionInputs } from "#app/domain/services/input/inputs.ts";
import { isSection, type RecordSection, type SectionValue, type ServiceRecord } from "./service-record.ts";

/** The one section that a recorded change holds on this side; null for changes of state and for beginnings. */
export function sectionOf(side: unknown): SectionValue | null {
  if (side === null || typeof side !== "object") return null;
  const [only, ...others] = Object.entries(side);
  if (!only || others.length > 0 || !isSection(only[0])) return null;
  const [section, fields] = only;
  if (hasNoCost(section, fields)) return { section: "cost", fields: { costs: [] } };
  const read = v.safeParse(
    sectionInputs[section as RecordSection],
    valuesOf(section as RecordSection, fields),
  );
  return read.success ? ({ section, fields: read.output } as SectionValue) : null;
}

/** A form must say what it costs; a record may not have said yet. */
function hasNoCost(section: RecordSection, fields: unknown): boolean {
  return section === "cost" && (fields as Partial<ServiceRecord["cost"]> | null)?.costs?.length === 0;
}

/** What was kept long ago may have another shape: what it cannot be read as is no version. */
function valuesOf(section: RecordSection, fields: unknown): unknown {
  try {
    return formValues(section, fields as ServiceRecord[typeof section]);
  } catch {
    return null;
  }
}
