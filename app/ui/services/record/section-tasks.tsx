import {
  missingOf,
  neededSections,
  type RecordSection,
  recordSections,
  type ServiceRecord,
  sectionNames,
} from "#app/domain/services/record/service-record.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { type Task, TaskList } from "#app/ui/kit/show/task-list.tsx";

interface Told {
  slug: string;
  record: ServiceRecord;
  stepsDone: readonly string[];
  isDraft: boolean;
}

/** The pages of a service's record: first what a publication needs, then what may be left out. */
export function SectionTasks(told: Told) {
  const needed = sectionNames.filter(isNeeded);
  const rest = sectionNames.filter((section) => !isNeeded(section));
  return (
    <>
      <Section title={told.isDraft ? "Needed before it is published" : "What people need to know first"}>
        <TaskList tasks={needed.map((section) => taskOf(section, told))} />
      </Section>
      <Section title="Helpful, and may be left out">
        <TaskList tasks={rest.map((section) => taskOf(section, told))} />
      </Section>
    </>
  );
}

const isNeeded = (section: RecordSection) => neededSections.some((one) => one === section);

/** Told already, though not on its page: what came with an import. */
function isTold(section: RecordSection, { "who-for": whoFor, capacity }: ServiceRecord): boolean {
  if (section === "capacity") return capacity.capacity !== "open";
  return Boolean(whoFor.eligibility || whoFor.minimumAge || whoFor.maximumAge || whoFor.languages.length);
}

function taskOf(section: RecordSection, { slug, record, stepsDone }: Told): Task {
  const missing = missingOf(record).filter((one) => one.section === section);
  const isDone = isNeeded(section) || stepsDone.includes(section) || isTold(section, record);
  const status = missing.length > 0 ? <Tag colour="blue">To do</Tag> : isDone ? "Done" : "Optional";
  return {
    title: recordSections[section],
    href: paths.editServiceSection(slug, section),
    hint: missing.map(({ words }) => words).join(". ") || undefined,
    status,
  };
}
