/** A link that reads as its own address, so that on paper the address stands once. */
export function WebAddress({ url }: { url: string }) {
  return (
    <a className="govuk-link web-address" href={url}>
      {url}
    </a>
  );
}
