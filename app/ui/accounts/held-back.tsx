import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Notice } from "#app/ui/kit/show/notice.tsx";
import type { Role } from "#db/vocabulary.ts";
import { RoleInWords } from "./role-in-words.tsx";

interface HeldBackRole {
  role: Role;
  scope: { noun: "organisation" | "group"; slug: string; name: string } | null;
}

/** Roles that wait for the second step, and the way to it. */
export function HeldBack({ roles }: { roles: readonly HeldBackRole[] }) {
  return (
    <Notice>
      <p className="govuk-notification-banner__heading">One step is missing before you can use your role</p>
      <ul className="govuk-list govuk-list--bullet">
        {roles.map((held) => (
          <li key={`${held.role} ${held.scope?.slug}`}>
            <RoleInWords {...held} />
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        It reaches further than one organisation, so signing in takes a code from your phone as well. Setting
        that up takes about two minutes.
      </p>
      <LinkButton href={paths.secondStep()}>Set up the second step</LinkButton>
    </Notice>
  );
}
