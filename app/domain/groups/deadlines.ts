import { type Holidays, workingDaysAfter, workingDaysBefore } from "./working-days.ts";

/** The periods of one group, in working days (db: group_rules). */
export interface DeadlineRules {
  papersWorkingDays: number;
  questionWorkingDays: number;
  questionTime: string;
  replyWorkingDays: number;
}

export interface Deadlines {
  /** The last day on which agenda and papers go out, and so on which an item can still be taken (S1:3387). */
  papersOn: string;
  /** Public questions: the day, and the clock time in London, `09:00` (S1:120, 532). */
  questionsOn: string;
  questionsBy: string;
  /** Written replies are due on this day (S1:558-560). */
  repliesOn: string;
}

/** ICP terms of reference; a group without rules of its own keeps to these. */
export const usualRules: DeadlineRules = {
  papersWorkingDays: 5,
  questionWorkingDays: 2,
  questionTime: "09:00",
  replyWorkingDays: 7,
};

/** Every deadline of a meeting held on `day` (`2022-04-28`) under a group's rules. */
export function deadlinesOf(day: string, rules: DeadlineRules, holidays: Holidays): Deadlines {
  return {
    papersOn: workingDaysBefore(day, rules.papersWorkingDays, holidays),
    questionsOn: workingDaysBefore(day, rules.questionWorkingDays, holidays),
    questionsBy: rules.questionTime.slice(0, 5),
    repliesOn: workingDaysAfter(day, rules.replyWorkingDays, holidays),
  };
}

/** Whether an item that comes today is still in time for the meeting's papers. */
export function isInTimeForPapers(today: string, deadlines: Pick<Deadlines, "papersOn">): boolean {
  return today <= deadlines.papersOn;
}
