/** What is recorded of opportunities, as people say it. */
export const deedsInWords: Record<string, string> = {
  "make opportunity": "Made",
  "copy opportunity": "Made as a copy of another",
  "edit opportunity": "Changed",
  "restore version of opportunity": "Earlier words put back",
  "publish opportunity": "Published",
  "ask to publish opportunity": "Sent for approval",
  "approve opportunity": "Approved and published",
  "decline opportunity": "Not approved",
  "close opportunity for now": "Closed for now",
  "archive opportunity": "Taken down",
  "restore opportunity": "Put back",
};
