import type { ReactNode } from "react";
import { classNames } from "#app/ui/kit/class-names.ts";

type Manner = "primary" | "secondary" | "warning";

interface ButtonProps {
  children: ReactNode;
  manner?: Manner;
  /** Only when the server must know which of two buttons was pressed. */
  name?: string;
  value?: string;
  /** The id of the form it submits, when it stands outside that form. */
  form?: string;
  /** Another address than its form's, for a second deed with the same words. */
  action?: string;
}

/** Submits its form; a second click within a second is dropped where JavaScript runs. */
export function Button({ children, manner = "primary", name, value, form, action }: ButtonProps) {
  return (
    <button
      type="submit"
      className={classFor(manner)}
      data-module="govuk-button"
      data-prevent-double-click="true"
      name={name}
      value={value}
      form={form}
      formAction={action}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere to start something, never for changing anything. */
export function LinkButton(props: { href: string; children: ReactNode; manner?: Manner }) {
  return (
    <a className={classFor(props.manner ?? "primary")} href={props.href} draggable={false}>
      {props.children}
    </a>
  );
}

/** Buttons and links in a row, wrapping where they must. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}

/** A form of one button: a deed with no fields, posted to its own address. */
export function DeedButton(props: { action: string; children: ReactNode; manner?: Manner }) {
  return (
    <form method="post" action={props.action} className="deed">
      <Button manner={props.manner ?? "secondary"}>{props.children}</Button>
    </form>
  );
}

function classFor(manner: Manner): string {
  return classNames("govuk-button", manner !== "primary" && `govuk-button--${manner}`);
}
