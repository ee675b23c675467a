import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HelpNow } from "#app/ui/search/help-now.tsx";

test("says where to turn once for each danger, each under a heading of its own", () => {
  const html = renderToStaticMarkup(<HelpNow dangers={["suicide", "abuse"]} />);
  expect(html.match(/<h2/g)).toHaveLength(2);
  expect(html).toContain("Samaritans 116 123");
  expect(html).toContain("0808 2000 247");
});

test("is silent otherwise", () => expect(renderToStaticMarkup(<HelpNow dangers={[]} />)).toBe(""));
