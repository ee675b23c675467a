import { type Danger, noticeOf } from "#app/domain/search/crisis.ts";
import { Notice } from "#app/ui/kit/show/notice.tsx";

/** Before any result: where to turn now. Nothing where nobody is in danger. */
export function HelpNow({ dangers }: { dangers: readonly Danger[] }) {
  return dangers.map((danger) => (
    <Notice label="Help now" key={danger}>
      <p className="govuk-body">
        <strong>{noticeOf(danger)}</strong>
      </p>
    </Notice>
  ));
}
