import type { FoundImport } from "#app/domain/organisations/bulk/imports/find-import.server.ts";
import type { WrittenFile } from "#app/domain/organisations/bulk/writing/write-file.server.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Done, Notice } from "#app/ui/kit/show/notice.tsx";

const count = (number: number) => number.toLocaleString("en-GB");

/** How far an import is, and what came of it. While it runs the page looks again by itself where JavaScript runs. */
export function ImportProgress({ found, done }: { found: FoundImport; done: WrittenFile | null }) {
  if (found.state === "running") return <Running {...found} />;
  if (found.state === "failed") {
    return (
      <Notice>
        <p className="govuk-notification-banner__heading">Nothing was written</p>
        <p className="govuk-body">{found.problem}</p>
        <p className="govuk-body">
          <a href={paths.importOrganisations()}>Send the file again</a>
        </p>
      </Notice>
    );
  }
  if (!done) return null;
  return (
    <>
      <Done>{`${count(done.added + done.changed)} organisations written`}</Done>
      <ul className="govuk-list govuk-list--bullet">
        <li>{count(done.added)} added</li>
        <li>{count(done.changed)} changed</li>
        <li>{count(done.same)} were as the file says already</li>
        <li>{count(done.left)} rows left out</li>
      </ul>
    </>
  );
}

function Running({ id, written, total }: FoundImport) {
  return (
    <div data-look-again="2">
      <p className="govuk-body">
        <label htmlFor="progress">
          {total === 0
            ? "Checking the file against the directory …"
            : `${count(written)} of ${count(total)} written`}
        </label>
      </p>
      <p className="govuk-body">
        <progress id="progress" max={total || 1} value={total === 0 ? 0 : written} />
      </p>
      <p className="govuk-body">All of it is written, or nothing. You can leave this page.</p>
      <LinkButton href={paths.organisationImport(id)} manner="secondary">
        See how far it is
      </LinkButton>
    </div>
  );
}
