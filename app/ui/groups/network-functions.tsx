import { paths } from "#app/paths.ts";

interface NetworkFunctionsProps {
  /** Slugs of the network and of its place. */
  network: string;
  place: string;
}

/** The six functions of a place network (S1:3689-3697) in plain words, each with where it can be seen. */
export function NetworkFunctions({ network, place }: NetworkFunctionsProps) {
  return (
    <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
      <li>
        <strong>Connects</strong> charities and community groups, and speaks for them on the Place Board:{" "}
        <a href={`${paths.group(network)}#members`}>who belongs</a>.
      </li>
      <li>
        <strong>Finds gaps and fills them together</strong> with the people who would use the support:{" "}
        <a href={paths.meetings({ group: network })}>its meetings</a>.
      </li>
      <li>
        <strong>Shows what works</strong>, by helping everyone to measure the difference they make in the same
        way.
      </li>
      <li>
        <strong>Champions local priorities</strong>, from money and housing to loneliness, in the work of the
        board and the partnerships: <a href={paths.meetings({ place })}>their agendas</a>.
      </li>
      <li>
        <strong>Brings in resources</strong>, with early news of funding and of what will be bought:{" "}
        <a href={paths.opportunities({ place })}>opportunities</a>.
      </li>
      <li>
        <strong>Shares what it knows</strong> about what people here need, and what is missing:{" "}
        <a href={paths.search({ place })}>support in this place</a>.
      </li>
    </ul>
  );
}
