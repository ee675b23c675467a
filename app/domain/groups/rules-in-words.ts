/** What a group's own rules say (db: group_rules), as far as a reader needs them. Periods in working days. */
export interface GroupRules {
  papersWorkingDays: number;
  noticeWorkingDays: number;
  questionWorkingDays: number;
  /** Clock time in London, `09:00:00`. */
  questionTime: string;
  questionWords: number;
  replyWorkingDays: number;
  meetsInPublic: boolean;
  quorumMembers: number | null;
  quorumOrganisations: number | null;
  quorumNeedsChair: boolean;
  decidesBy: "consensus" | "vote";
}

/** A group's rules as sentences for the public; questions only where it meets in public. */
export function rulesInWords(rules: GroupRules): string[] {
  const questions = `Questions from the public by ${clockInWords(rules.questionTime)}, ${before(rules.questionWorkingDays)}, at most ${rules.questionWords} words.`;
  return [
    rules.meetsInPublic ? "Meets in public: anyone may come and listen." : "Meets in private.",
    `Agenda and papers go out ${before(rules.papersWorkingDays)}.`,
    ...(rules.meetsInPublic
      ? [questions, `A written reply comes within ${workingDays(rules.replyWorkingDays)} of the meeting.`]
      : []),
    `A new or moved meeting is announced ${before(rules.noticeWorkingDays)}.`,
    ...quorumInWords(rules),
    rules.decidesBy === "consensus" ? "Decides by agreement (consensus)." : "Decides by a vote.",
  ];
}

/** S1:3373: who must be there, and from how many organisations. */
function quorumInWords(rules: GroupRules): string[] {
  const { quorumMembers, quorumOrganisations, quorumNeedsChair } = rules;
  const who = [
    quorumNeedsChair ? "the chair" : "",
    quorumMembers ? `at least ${counted(quorumMembers, "member")}` : "",
  ].filter(Boolean);
  if (who.length === 0 && !quorumOrganisations) return [];
  const from = quorumOrganisations ? `, from ${counted(quorumOrganisations, "different organisation")}` : "";
  return [`To make decisions it needs ${who.join(" and ") || "members"}${from}.`];
}

function before(days: number): string {
  return days === 0 ? "on the day of the meeting" : `${workingDays(days)} before the meeting`;
}

function workingDays(days: number): string {
  return counted(days, "working day");
}

function counted(number: number, noun: string): string {
  const plural = noun.endsWith("s") || number === 1 ? noun : `${noun}s`;
  return `${numberWords[number] ?? number} ${plural}`;
}

const numberWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function clockInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (minute === 0 && hour === 12) return "midday";
  const minutes = minute === 0 ? "" : `.${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}
