/** Hearing that somebody is in danger: what they say, and the word under which topics and services know it. */

export type Danger = "suicide" | "abuse";

/** Whole words, as `wordsOf` gives them: lower case, apostrophes closed up. */
const SAID: Record<Danger, RegExp[]> = {
  suicide: [
    /\bsuicid(?:e|es|al|ally)\b|\bself ?harm(?:s|ed|ing|er)?\b|\boverdos(?:e|ed|ing)\b|\bunalive\b|\bkms\b/,
    /\b(?:kil+|killing|harm|harming|hurt|hurting|cut|cutting|hang|hanging|drown) my ?self\b/,
    /\b(?:end|ending|take|taking|took) my (?:own )?life\b|\bkill me\b/,
    /\bend(?:ing)? (?:it|things|everything)(?: all\b| now\b| today\b| tonight\b| here\b|$)/,
    /\b(?:want|wants|wanted|wanna|wish|going|ready|deserve|need|like|help me|let me|rather|could) (?:to )?(?:just )?(?:die|dying|be dead)\b/,
    /\bwish (?:i|that i) (?:was|were) (?:dead|never born)\b|\bbetter off (?:dead|without me)\b/,
    /\b(?:no|any) reason to (?:live|go on|carry on)\b|\bnothing to live for\b|\bno point (?:in )?living\b/,
    /\b(?:dont|do not) want to (?:live|be here|be alive|wake up|exist|go on|carry on)(?= any| no more|$)/,
    /\b(?:cant|cannot|can not) (?:go on|carry on|keep going|take (?:it|this))(?= any| like| living| much| no more|$)/,
  ],
  abuse: [
    /\brap(?:e|ed|ing|ist)\b|\bmolest(?:s|ed|ing)?\b|\bassault(?:s|ed|ing)?\b(?! course)/,
    /(?<!\b(?:drugs?|alcohol|substance|solvent|steroid) )\babus(?:e|ed|es|ing|ive|er)\b/,
    /\b(?:domestic|sexual|partner) violence\b|\bviolent (?:partner|husband|wife|boyfriend|girlfriend|ex|home|relationship)\b/,
    /\b(?:hits?|hitting|beats?|beating|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|slap(?:s|ped|ping)?|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|threaten(?:s|ed|ing)?|attack(?:s|ed|ing)?) (?:me|us|my (?:mum|mother|kids|children|child|son|daughter|sister))\b/,
    /(?<!\b(?:back|knees?|head|neck|shoulders?|legs?|arms?|hips?|foot|feet|hands?|tooth|teeth|eyes?|ears?|it|that|walking|moving|bending) )\bhurt(?:s|ing)? (?:me|us)\b/,
    /\b(?:scared|afraid|frightened|terrified) of (?:my|him|her|going home)(?! (?:dentist|exams?|cat|dog)\b)/,
  ],
};

/** Every danger that words tell of. Wrongly heard, it costs a notice; not heard, it may cost a life. */
export function dangersIn(words: readonly string[]): Danger[] {
  const said = words.join(" ");
  return (["suicide", "abuse"] as const).filter((danger) => SAID[danger].some((way) => way.test(said)));
}

/** Somebody who grieves or wants to learn asks for more than help now: their other words count too. */
export function isForHelpNow(words: readonly string[]): boolean {
  return !words.some((word) =>
    /^(?:bereave|grie[fv]|training|course|awareness|prevention|volunteer)/.test(word),
  );
}

const NOTICES: Record<Danger, string> = {
  suicide:
    "If you or someone else is in danger, call 999. To talk to someone now: NHS 111 (choose the mental health option), Samaritans 116 123, free, day and night.",
  abuse:
    "If you or someone else is in danger, call 999. To talk to someone about abuse, now: National Domestic Abuse Helpline 0808 2000 247, free, day and night.",
};

/** What to say above the results. The numbers are the national ones: 999, NHS 111, Samaritans, Refuge's helpline. */
export function noticeOf(danger: Danger): string {
  return NOTICES[danger];
}
