import type { ServiceChoices } from "#app/domain/services/record/find-choices.server.ts";
import type { ServiceRecord } from "#app/domain/services/record/service-record.ts";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";

/** What the fields of a section are given. */
export interface SectionFieldsProps {
  /** Name, value and error of a field. */
  field: (name: string) => FieldState;
  /** All values, typed or stored: rows are counted from them. */
  values: Record<string, string>;
  choices: ServiceChoices;
  slug: string;
  record: ServiceRecord;
}
