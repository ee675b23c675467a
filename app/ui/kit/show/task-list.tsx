import type { ReactNode } from "react";
import { fieldId } from "#app/ui/kit/forms/form-state.ts";

export interface Task {
  title: string;
  /** Without one it cannot be begun yet. */
  href?: string | undefined;
  hint?: ReactNode;
  /** How it stands: words, or a `Tag` where it needs doing. */
  status: ReactNode;
}

/** What there is to do, in any order, with how far each has come. Ids keep link, hint and status together. */
export function TaskList({ tasks, idPrefix = "task" }: { tasks: readonly Task[]; idPrefix?: string }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map(({ title, href, hint, status }) => {
        const id = `${idPrefix}-${fieldId(title)}`;
        return (
          <li
            className={`govuk-task-list__item${href ? " govuk-task-list__item--with-link" : ""}`}
            key={title}
          >
            <div className="govuk-task-list__name-and-hint">
              {href ? (
                <a
                  className="govuk-link govuk-task-list__link"
                  href={href}
                  aria-describedby={hint ? `${id}-hint ${id}-status` : `${id}-status`}
                >
                  {title}
                </a>
              ) : (
                <div>{title}</div>
              )}
              {hint && (
                <div className="govuk-task-list__hint" id={`${id}-hint`}>
                  {hint}
                </div>
              )}
            </div>
            <div className="govuk-task-list__status" id={`${id}-status`}>
              {status}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
