import type { ComponentType } from "react";
import type { RecordSection } from "#app/domain/services/record/service-record.ts";
import { BasicsFields } from "./basics-fields.tsx";
import { CapacityFields } from "./capacity-fields.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { CostFields } from "./cost-fields.tsx";
import type { SectionFieldsProps } from "./form-props.ts";
import { WhenFields } from "./when-fields.tsx";
import { WhereFields } from "./where-fields.tsx";
import { WhoForFields } from "./who-for-fields.tsx";

const fieldsOfSection: Record<RecordSection, ComponentType<SectionFieldsProps>> = {
  ...{ basics: BasicsFields, where: WhereFields, when: WhenFields, cost: CostFields },
  ...{ contact: ContactFields, "who-for": WhoForFields, capacity: CapacityFields },
};

/** Sections whose rows may need another: their form has a second button. */
export const sectionsWithRows: readonly RecordSection[] = ["when", "cost", "contact", "who-for"];

/** The fields of one section of a service. */
export function SectionFields({ section, ...props }: SectionFieldsProps & { section: RecordSection }) {
  const Fields = fieldsOfSection[section];
  return <Fields {...props} />;
}
