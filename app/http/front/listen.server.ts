import { createServer, type Server } from "node:net";

/** Where to listen, as the settings have it. */
export interface Place {
  PORT: number;
  HOST: string;
}

/** The port cannot be had. The message says what to do. */
export class CannotListen extends Error {
  override name = "CannotListen";
}

/** Asked before anything slow begins, so that the answer comes at once. Throws CannotListen. */
export async function refuseBusyPort(place: Place) {
  const probe = createServer();
  await listen(probe, place);
  await new Promise((resolve) => probe.close(resolve));
}

/** Throws CannotListen. */
export async function listen(server: Server, place: Place) {
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(new CannotListen(whyNot(error, place)));
    server.once("error", refuse);
    server.listen(place.PORT, place.HOST, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, { PORT, HOST }: Place): string {
  if (code === "EADDRINUSE") {
    const other = PORT < 65_535 ? PORT + 1 : PORT - 1;
    return `Port ${PORT} is in use. Stop what uses it, or choose another: PORT=${other} npm start`;
  }
  if (code === "EACCES")
    return `Port ${PORT} needs more rights than this account has. Choose one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST ${HOST} is not an address of this machine.`;
  return message;
}
