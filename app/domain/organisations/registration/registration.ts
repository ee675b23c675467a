import {
  type OrganisationRecord,
  type RecordSection,
  sectionNames,
} from "#app/domain/organisations/record/record.ts";
import type { RecordState } from "#db/vocabulary.ts";

/** A registration as whoever registers sees it. */
export interface Registration {
  id: string;
  organisationId: string;
  slug: string;
  name: string;
  state: RecordState;
  contactName: string;
  contactEmail: string;
  contactRole: string;
  isEmailVerified: boolean;
  stepsDone: string[];
  submittedAt: string | null;
  decidedAt: string | null;
}

/** Steps of the task list, in the order in which most people can answer them. */
export const registrationSteps = {
  you: "About you",
  names: "What you are",
  numbers: "Register numbers",
  where: "Where you work",
  about: "Who you help and how",
  contact: "Ways to get in touch",
} as const satisfies Record<"you" | RecordSection, string>;
export type RegistrationStep = keyof typeof registrationSteps;

export const stepNames = Object.keys(registrationSteps) as RegistrationStep[];

export const isStep = (text: string): text is RegistrationStep => Object.hasOwn(registrationSteps, text);

export interface Task {
  step: RegistrationStep;
  title: string;
  isDone: boolean;
  /** What is still missing, where somebody began; said in the task list. */
  missing: string | null;
}

/** How far a registration is. A task is done once it was saved and has what has to be there. */
export function tasksOf(registration: Registration, record: OrganisationRecord): Task[] {
  return stepNames.map((step) => {
    const wasSaved = registration.stepsDone.includes(step);
    const missing = missingIn(step, registration, record);
    const isDone = wasSaved && missing === null;
    return { step, title: registrationSteps[step], isDone, missing: wasSaved ? missing : null };
  });
}

function missingIn(
  step: RegistrationStep,
  registration: Registration,
  record: OrganisationRecord,
): string | null {
  if (step === "you") return registration.contactEmail ? null : "Your name and e-mail address";
  if (step === "where") return worksSomewhere(record.where) ? null : "At least one place or district";
  if (step === "about") return record.about.description ? null : "What you do, in a few words";
  if (step === "contact") return canBeReached(record.contact) ? null : "At least one way to get in touch";
  return null;
}

function worksSomewhere({
  places,
  districts,
  isSystemWide,
  worksOnline,
}: OrganisationRecord["where"]): boolean {
  return isSystemWide || worksOnline || places.length + districts.length > 0;
}

function canBeReached({ email, phones, contacts, address }: OrganisationRecord["contact"]): boolean {
  return Boolean(email || address) || phones.length > 0 || contacts.some((one) => one.email || one.phone);
}

/** Open to whoever holds it until it is sent, and again when it comes back with a reason. */
export const canStillChange = ({
  submittedAt,
  state,
}: Pick<Registration, "submittedAt" | "state">): boolean => submittedAt === null && state === "draft";

/** The section behind a step; the first step is about the person. */
export const sectionOfStep = (step: RegistrationStep): RecordSection | null =>
  sectionNames.find((section) => section === step) ?? null;
