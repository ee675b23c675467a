/** ISO 639-1, and the sign languages and neighbours' tongues that it leaves out. */
const codes =
  "aa ab af ak am an ar as av ay az ba be bg bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy hz id ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu bfi ckb kea kmr prs rom sco tet yue";

/** Names that people use where Unicode's differ or are missing. */
const ownNames: Record<string, string> = {
  bfi: "British Sign Language",
  kmr: "Kurdish (Kurmanji)",
  ckb: "Kurdish (Sorani)",
  rom: "Romani",
  zh: "Chinese (Mandarin)",
  yue: "Chinese (Cantonese)",
  fa: "Farsi (Persian)",
  kea: "Cape Verdean Creole",
  tw: "Twi",
};

const names = new Intl.DisplayNames("en-GB", { type: "language" });

/** Languages by name, English first: what most services speak. */
export const languages: readonly { code: string; name: string }[] = codes
  .split(" ")
  .map((code) => ({ code, name: ownNames[code] ?? names.of(code) ?? code }))
  .sort((a, b) => Number(b.code === "en") - Number(a.code === "en") || a.name.localeCompare(b.name, "en-GB"));

const byCode = new Map(languages.map(({ code, name }) => [code, name]));

/** "Lithuanian" of "lt"; the code itself of one that we do not list. */
export const languageName = (code: string): string => byCode.get(code) ?? code;

export const isLanguage = (code: string): boolean => byCode.has(code);
