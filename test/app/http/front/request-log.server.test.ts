import { expect, test } from "vitest";
import { withoutSecrets } from "#app/http/front/request-log.server.ts";

test.each([
  ["/confirm/AbC-dEf_0123456789AbC-dEf_0123456789AbCdE12", "/confirm/…"],
  [
    "/organisations/lowestoft-and-waveney-friends-of-the-older-people",
    "/organisations/lowestoft-and-waveney-friends-of-the-older-people",
  ],
  ["/meetings/00000000-0000-4000-8000-000000000001", "/meetings/00000000-0000-4000-8000-000000000001"],
  ["/sign-in/link/", "/sign-in/link/"],
])("the log has %s as %s", (path, logged) => expect(withoutSecrets(path)).toBe(logged));
