/** What a keeper has just done, by the word that the address carries after a redirect. */
export const keeperDeeds: Readonly<Record<string, string>> = {
  begin: "Your draft is begun.",
  copy: "This is a copy, as a draft. Change what is different.",
  save: "Saved.",
  "save-name": "Saved. The new name waits for approval.",
  place: "The place is added.",
  publish: "The service is published.",
  ask: "It is sent for approval. We will write to you.",
  withdraw: "It is a draft again.",
  close: "It is closed for a while, and its page says so.",
  reopen: "It is open again.",
  archive: "The service is archived. You can bring it back for 30 days.",
  restore: "The service is back.",
  version: "The earlier version is back.",
};
