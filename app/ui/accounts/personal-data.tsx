import { Section } from "#app/ui/kit/frame/page.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";

const titles: Record<string, string> = {
  account: "Your account",
  roles: "Roles",
  devicesSignedIn: "Devices that are signed in",
  linksMailed: "Links that were mailed",
  mails: "Mails to you",
  changesMade: "Changes you made",
  casesRaised: "Reports, claims and questions you raised",
  messagesInCases: "Your messages about them",
  registrations: "Registrations with your address",
  itemsRaised: "Items you raised for boards",
  seats: "Seats in your name",
  calendarAddress: "Your calendar’s own address",
  attendance: "What you said of meetings",
  invitations: "Meetings you were invited to",
  filesImported: "Files you imported",
};

/** Everything that is held, as it is held: one part a kind, the newest twenty of each. The file has all. */
export function PersonalDataTables({ data }: { data: Record<string, unknown> }) {
  return (
    <>
      {Object.entries(titles).map(([name, title]) => {
        const held = data[name];
        const rows = Array.isArray(held) ? held : held ? [held] : [];
        return (
          <Section title={title} key={name}>
            {rows.length === 0 && <p className="govuk-body">None.</p>}
            {rows.slice(0, MOST).map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never move: pages do not hydrate
              <SummaryList key={place} rows={factsOf(row)} />
            ))}
            {rows.length > MOST && (
              <p className="govuk-body">And {rows.length - MOST} more, which are in the file.</p>
            )}
          </Section>
        );
      })}
    </>
  );
}

const MOST = 20;

function factsOf(row: object) {
  return Object.entries(row).map(([key, value]) => ({ key: inWords(key), value: shown(value) }));
}

/** "addressConfirmedAt" as "Address confirmed at". */
function inWords(key: string): string {
  const words = key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: unknown) {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "object") return <code className="anywhere">{JSON.stringify(value)}</code>;
  return <span className="anywhere">{String(value)}</span>;
}
