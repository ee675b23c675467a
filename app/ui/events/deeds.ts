/** What was done to an event, as its history says it. */
export const deedsInWords: Record<string, string> = {
  "add event": "Added",
  "edit event": "Changed",
  "restore version of event": "An earlier version put back",
  "cancel date of event": "A date called off",
  "reinstate date of event": "A date held after all",
  "archive event": "Taken down",
  "restore event": "Put back",
  "list further dates": "Further dates listed",
};
