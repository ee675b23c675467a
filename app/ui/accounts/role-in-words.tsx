import { paths } from "#app/paths.ts";
import { type Role, roles } from "#db/vocabulary.ts";

interface RoleInWordsProps {
  role: Role;
  /** What it is limited to; null where it holds everywhere, or the record is gone. */
  scope: { noun: "organisation" | "group"; slug: string; name: string } | null;
}

/** "Group lead of Norwich Network", with the way there. */
export function RoleInWords({ role, scope }: RoleInWordsProps) {
  if (!scope) return <>{roles[role]}</>;
  const href = scope.noun === "group" ? paths.group(scope.slug) : paths.organisation(scope.slug);
  return (
    <>
      {roles[role]} of <a href={href}>{scope.name}</a>
    </>
  );
}
