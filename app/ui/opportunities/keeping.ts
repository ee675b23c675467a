import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import type { KeeperLink } from "#app/ui/kit/forms/keeper-links.tsx";
import type { RecordState } from "#db/vocabulary.ts";
import { closesInWords } from "./closing.ts";

/** What a keeper sees of one of theirs. */
export interface Kept {
  slug: string;
  state: RecordState;
  stateNote: string;
  closesAt: string | null;
  isClosed: boolean;
  restorableUntil: string | null;
}

/** Where it stands and what to do next, in a sentence or two. */
export function nextStep(kept: Kept, now: string): string {
  const { state, stateNote, closesAt, isClosed, restorableUntil } = kept;
  const closing = closesInWords(closesAt, now);
  if (state === "draft")
    return stateNote
      ? `It was not approved: “${stateNote}” Change it, then send it again.`
      : "Only you can see it. Look at the preview, then publish it.";
  if (state === "waiting")
    return "Somebody has to approve it first. You will get a mail. You can still change it.";
  if (state === "archived")
    return restorableUntil
      ? `You can put it back until ${formatDate(restorableUntil)}.`
      : "It was taken down.";
  if (isClosed) return `${closing}. To run it again, copy it.`;
  if (state === "temporarily-closed") return "It is in no list, and its page says that it is closed for now.";
  return `Everybody can see it. ${closing}.`;
}

/** What a keeper may do with it, the likeliest first. */
export function keeperLinks({ slug, state, isClosed, restorableUntil }: Kept): KeeperLink[] {
  const edit = { label: "Change it", href: paths.editOpportunity(slug) };
  const publish = { label: "Preview and publish", href: paths.publishOpportunity(slug) };
  const open = { label: "Open it again", href: paths.publishOpportunity(slug) };
  const close = { label: "Close for now", href: paths.closeOpportunity(slug) };
  const copy = { label: "Copy", href: paths.copyOpportunity(slug) };
  const archive = { label: "Take down", href: paths.archiveOpportunity(slug) };
  const restore = { label: "Put back", href: paths.restoreOpportunity(slug) };
  const preview = { label: "Preview", href: paths.previewOpportunity(slug) };
  const history = { label: "History", href: paths.opportunityHistory(slug) };
  if (state === "archived") return [...(restorableUntil ? [restore] : []), copy, history];
  if (state === "draft") return [publish, edit, copy, archive, history];
  if (state === "waiting") return [preview, edit, copy, archive, history];
  if (isClosed) return [copy, edit, archive, history];
  if (state === "temporarily-closed") return [open, edit, copy, archive, history];
  return [edit, close, copy, archive, history];
}
