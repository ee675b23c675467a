import { createServer, type IncomingHttpHeaders } from "node:http";
import { listen } from "./calendar-host.ts";

export interface DavRequest {
  method: string;
  path: string;
  depth: string;
  body: string;
  headers: IncomingHttpHeaders;
}

export interface DavReply {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

/** A web server of this machine that answers as a test says: for what no real CalDAV server can be made to say. */
export async function startDavServer(
  answer: (request: DavRequest) => DavReply | string,
  ports: readonly number[] = [0],
) {
  const asked: DavRequest[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces).toString("utf8");
    const { method = "", url: path = "", headers } = request;
    const said = { method, path, depth: String(headers.depth ?? ""), body, headers };
    asked.push(said);
    const given = answer(said);
    const reply = typeof given === "string" ? { status: 207, body: given } : given;
    response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  const host = `127.0.0.1:${await listen(server, ports)}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { host, address: `http://${host}`, asked, stop };
}

export const multistatus = (...content: string[]) =>
  `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">${content.join("")}</D:multistatus>`;

/** A resource with these properties, as XML. */
export const row = (href: string, ...props: string[]) =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${props.join("")}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;

export const rowOf = (href: string, status: number) =>
  `<D:response><D:href>${href}</D:href><D:status>HTTP/1.1 ${status} Words</D:status></D:response>`;

export const isCalendar = "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>";
export const isCollection = "<D:resourcetype><D:collection/></D:resourcetype>";
export const token = (text: string) => `<D:sync-token>${text}</D:sync-token>`;
export const etag = (text: string) => `<D:getetag>${text}</D:getetag>`;
export const text = (content: string) => `<C:calendar-data>${content}</C:calendar-data>`;
