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
}

/** The pages of a service's record: first what a publication needs, then what may be left out. */
export function SectionTasks(told: Told) {
  const needed = sectionNames.filter(isNeeded);
  const rest = sectionNames.filter((section) => !isNeeded(section));
  return (
    <>
      <Section title="Needed before it is published">
        <TaskList tasks={needed.map((section) => taskOf(section, told))} />
      </Section>
      <Section title="Helpful, and may be left out">
        <TaskList tasks={rest.map((section) => taskOf(section, told))} />
      </Section>
    </>
  );
}

const isNeeded = (section: RecordSection) => neededSections.some((one) => one === section);

function taskOf(section: RecordSection, { slug, record, stepsDone }: Told): Task {
  const missing = missingOf(record).filter((one) => one.section === section);
  const isDone = stepsDone.includes(section) || (isNeeded(section) && missing.length === 0);
  const status = missing.length > 0 ? <Tag colour="blue">To do</Tag> : isDone ? "Done" : "Optional";
  return {
    title: recordSections[section],
    href: paths.editServiceSection(slug, section),
    hint: missing.map(({ words }) => words).join(". ") || undefined,
    status,
  };
}
