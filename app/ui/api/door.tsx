import type { ReactNode } from "react";
import { Table } from "#app/ui/kit/show/table.tsx";

/** A piece of text for machines, as it is sent or typed. */
export function Example({ children }: { children: string }) {
  return (
    <pre className="example">
      <code>{children}</code>
    </pre>
  );
}

interface DoorProps {
  title: string;
  /** What the address is, with what changes in capitals. */
  address: string;
  /** An address of this site to try, if there is a sensible one. */
  example?: string;
  takes?: readonly { name: string; means: string }[];
  answer: string;
  children?: ReactNode;
}

/** One address for machines: what it takes and what it answers. */
export function Door({ title, address, example, takes = [], answer, children }: DoorProps) {
  return (
    <>
      <h3 className="govuk-heading-m">{title}</h3>
      <p className="govuk-body">
        <code>GET {address}</code>
        {example && (
          <>
            {" "}
            <a href={example}>Try it</a>
          </>
        )}
      </p>
      {children}
      {takes.length > 0 && (
        <Table
          caption={`What ${address} takes`}
          captionHidden
          columns={["Name", "Meaning"]}
          rows={takes.map(({ name, means }) => ({
            key: name,
            cells: [<code key="name">{name}</code>, means],
          }))}
        />
      )}
      <Example>{answer}</Example>
    </>
  );
}
