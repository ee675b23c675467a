import type { ReactNode } from "react";
import { BothVersions, type VersionRow } from "#app/ui/kit/forms/both-versions.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import type { FailedForm } from "#app/ui/kit/forms/form-state.ts";

interface KeeperFormProps {
  /** What came back: what to mend, or who saved meanwhile and when. */
  failed: FailedForm | undefined;
  /** The stamp of what is edited, as it was read. */
  seen: string;
  children: ReactNode;
  /** With a second button, which saves and comes back for another row. */
  more?: boolean;
  cancel: string;
  versions?: readonly VersionRow[];
  /** What the page is called; it stands between the errors and the form. */
  heading: ReactNode;
}

/** A form of a keeper: errors, its heading, both versions where two people crossed, and what saves it. */
export function KeeperForm({
  failed,
  seen,
  children,
  more,
  cancel,
  versions = [],
  heading,
}: KeeperFormProps) {
  return (
    <>
      <ErrorSummary errors={failed?.errors} />
      {heading}
      <BothVersions rows={versions} by={failed?.by} at={failed?.at} />
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={seen} />
        {children}
        <ButtonGroup>
          <Button>Save</Button>
          {more && (
            <Button manner="secondary" name="more" value="yes">
              Save and add another row
            </Button>
          )}
          <a className="govuk-link" href={cancel}>
            Go back without saving
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
