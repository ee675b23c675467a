import latin400 from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url";
import latin700 from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url";
import { json, type LinksFunction, type MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { useDocumentFacts } from "#app/ui/kit/frame/document-context.ts";
import { ErrorPage } from "#app/ui/kit/frame/error-page.tsx";
import { problemIn } from "#app/ui/kit/frame/problem.ts";
import { SiteFooter } from "#app/ui/kit/frame/site-footer.tsx";
import { SiteHeader } from "#app/ui/kit/frame/site-header.tsx";
import { PRODUCT, titleFor } from "#app/ui/kit/frame/title.ts";
import stylesheet from "./styles/main.scss?url";

export const loader = visitor(async ({ actor }, { renewedCookie }) =>
  json(
    {
      person:
        actor.kind === "person"
          ? { name: actor.name, needsSecondStep: (actor.heldBack ?? []).length > 0 }
          : null,
    },
    { headers: renewedCookie ? { "Set-Cookie": renewedCookie } : {} },
  ),
);

export const links: LinksFunction = () => [
  { rel: "preload", as: "font", type: "font/woff2", href: latin400, crossOrigin: "anonymous" },
  { rel: "preload", as: "font", type: "font/woff2", href: latin700, crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** Only for error pages: every page says its own title. */
export const meta: MetaFunction<typeof loader> = ({ error }) => [
  { title: titleFor(error ? problemIn(statusOf(error), saidIn(error)).title : undefined) },
];

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, enhancements } = useDocumentFacts();
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f2" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#13191b" />
        <Meta />
        <Links />
        {enhancements && <script type="module" nonce={nonce} src={enhancements} />}
      </head>
      <body className="govuk-template__body">
        <a href="#main" className="govuk-skip-link" data-module="govuk-skip-link">
          Skip to main content
        </a>
        <Header />
        <main className="page-body" id="main">
          {children}
          <PageAddress />
        </main>
        <SiteFooter about={ABOUT} links={FOOTER} />
      </body>
    </html>
  );
}

/** On paper: where the page is to be found. */
function PageAddress() {
  const { site = "" } = useDocumentFacts();
  const { pathname, search } = useLocation();
  return <p className="print-only page-address">{site + pathname + search}</p>;
}

const ABOUT =
  "Support, activities and decisions in Norfolk and Waveney, kept by the charities and community groups of the VCSE Assembly.";

const MENU = [
  { label: "Find support", href: paths.search() },
  { label: "What’s on", href: paths.whatsOn() },
  { label: "Opportunities", href: paths.opportunities() },
  { label: "Places", href: paths.places() },
  { label: "Groups", href: paths.groups() },
  { label: "Organisations", href: paths.organisations() },
];

const FOOTER = [
  { label: "Register your organisation", href: paths.register() },
  { label: `About ${PRODUCT}`, href: paths.about() },
  { label: "Meetings", href: paths.meetings() },
  { label: "Accessibility", href: paths.accessibility() },
  { label: "Privacy", href: paths.privacy() },
  { label: "Open data and calendars", href: paths.apiDocs() },
];

function Header() {
  const { pathname } = useLocation();
  return (
    <SiteHeader product={PRODUCT} homeHref={paths.home()} links={MENU} path={pathname}>
      <AccountCorner />
    </SiteHeader>
  );
}

function AccountCorner() {
  const { pathname } = useLocation();
  const known = useRouteLoaderData<typeof loader>("root");
  if (!known?.person) {
    return (
      <a className="site-menu__link" href={paths.signIn()}>
        Sign in
      </a>
    );
  }
  return (
    <>
      <a className="site-menu__link site-menu__person" href={paths.account()}>
        {known.person.name}
      </a>
      {known.person.needsSecondStep && !pathname.startsWith(paths.secondStep()) && (
        <a className="site-menu__link" href={paths.secondStep()}>
          One step missing
        </a>
      )}
      <form method="post" action={paths.signOut()}>
        <button type="submit" className="site-menu__link">
          Sign out
        </button>
      </form>
    </>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useDocumentFacts();
  return (
    <ErrorPage
      problem={problemIn(statusOf(error), saidIn(error))}
      message={messageOf(error)}
      requestId={requestId}
      typed={typedOf(error)}
    >
      <WayOn status={statusOf(error)} />
      <p className="govuk-body">
        You can <a href={paths.search()}>search for support</a>, see <a href={paths.whatsOn()}>what’s on</a>,
        or start again from the <a href={paths.home()}>front page</a>.
      </p>
    </ErrorPage>
  );
}

/** From a form that was refused, to where it can be done: its own page, or signing in beside the words. */
function WayOn({ status }: { status: number }) {
  const { pathname } = useLocation();
  if (status === 401) {
    return (
      <p className="govuk-body">
        <a href={paths.signIn()} target="_blank" rel="noreferrer">
          Sign in (opens in a new tab)
        </a>
      </p>
    );
  }
  if (status !== 409) return null;
  return (
    <p className="govuk-body">
      <a href={pathname}>Go back to the page</a>
    </p>
  );
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

/** Only what our own doors said: `{ message }` in the data of an answer, never the text of a thrown error. */
function messageOf(error: unknown): string | undefined {
  const { message } = saidIn(error);
  return typeof message === "string" ? message : undefined;
}

/** What somebody had typed when it went wrong, so that it is not lost. */
function typedOf(error: unknown): [string, string][] {
  const { typed } = saidIn(error);
  return Array.isArray(typed) ? typed : [];
}

/** The data of an answer that one of our doors gave; empty for a thrown error. */
function saidIn(error: unknown): Record<string, unknown> {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  return typeof data === "object" && data !== null ? { ...data } : {};
}
