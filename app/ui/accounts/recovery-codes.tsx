import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";

/** The one page that shows them. */
export function RecoveryCodes({ title, codes }: { title: string; codes: readonly string[] }) {
  return (
    <Measure>
      <PageHeading
        title={title}
        lead={<p>Write these recovery codes down, or print this page: they are shown only now.</p>}
      />
      <ol className="govuk-list govuk-list--number">
        {codes.map((code) => (
          <li key={code}>
            <code className="recovery-code">{code}</code>
          </li>
        ))}
      </ol>
      <p className="govuk-body">
        Each signs you in once in place of the code from your phone. Keep them where you find them without it.
      </p>
      <LinkButton href={paths.account()}>I have kept them</LinkButton>
    </Measure>
  );
}
