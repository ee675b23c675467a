/** Words as search compares them: pure, the same for what people type and for the topics' own words. */

/** Lower case, no accents, apostrophes closed up, everything else a space: "I’m lonely!" is ["im", "lonely"]. */
export function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** A light singular, so that "food banks" meets "food bank". It need not be English, only the same on both sides. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Words that say that somebody looks for something, not what. They count only when there are no others. */
const FILLERS = new Set(
  `a about again all also am an and any anyone anything are around as at available be because been being but by can
  cant could do does dont during else every find finding for from get gets getting give given go goes going good got
  had has have having he hello her here him his hi how i id if ill im in into is isnt it its ive just know like local
  locally looking lot make makes making maybe me more most much my myself near nearby need needed needing needs new no
  not now of off ok on one or other our ours out over please really she should so some somebody someone something
  somewhere soon struggling such take than thank thanks that the their them then there they theyre thing things think
  this to today too trying try u up us very want wanted wants was we well were what whats when where wheres which while
  who will with without wont would yes you your yours
  help helping helped service services support supported supporting place places information info option options
  organisation organisations advice worker workers people person`.split(/\s+/),
);

export function isFiller(word: string): boolean {
  return FILLERS.has(word) || (word.length < 2 && !/\d/.test(word));
}

/** Short English words that are never taken for a slip, though no service holds them. Longer ones differ enough. */
const PLAIN = new Set(
  `ace act ad age ago aid aim air ape arm art ash ask ate awe axe baby bad bag bake ball ban band bar bark barn bat
  bath bay beat bed bee beer beg bell belt bet bid big bike bill bin bird bit bite blow blue boat body boil bomb bond
  bone book boot bore born boss both bow bowl box boy bug bull bump burn bury bus bush bust buy cab cage cake call calm
  camp can cap car card care cart case cash cast cat chat chef chin chip chop city clay club coal coat code coin cold
  comb come cook cool cope copy cord core cost cot cow crab crew crop crow cry cub cup cure cut dad dam damp dare dark
  dart date dawn day dead deaf deal dear deed deep deer desk dial dice die diet dig dim dip dirt dish dive dog doll
  door dose drag draw drop drug drum dry duck due dull dump dust duty ear earn east easy eat edge egg end ever evil
  exam eye face fact fade fail fair fake fall fan far farm fast fat fate fear fed fee feed feel feet fell felt few fig
  file fill film fire fish fist fit five fix flag flat flea flee flow flu fly foe fog fold folk fond foot fork form
  foul four fox free frog fuel full fun fund fur fury gain gala game gang gap gas gate gay gear gem gift gin girl glad
  glue goat gold golf gone gray grey grow gum gun gut guy gym hair half hall ham hand hang hard hare harm hat hate hay
  head heal hear heat heel heir hell hen herb hero hid hide high hike hill hint hip hire hit hive hob hole holy home
  hood hook hop hope horn host hot hour huge hung hunt hurt hut ice idea ill inch ink inn iron itch jail jam jar jaw
  jazz jet job join joke joy judo jump kayak keen keep key kick kid kids kill kind king kiss kite knee knit knot lace
  lack lad lady lake lamb lamp land lane last late law lawn lazy lead leaf leak lean left leg lend less lice lid lie
  life lift line lion lip list live load loan lock log logo lone long look lord lose loss lost loud love low luck lump
  lung mad mail main male man map mark mass mat mate math meal mean meat meet melt men mend menu mess mice mild mile
  milk mill mind mine mint miss mix moan mob mode mole mood moon mop more moss moth move mud mug mum nail name nap
  navy neat neck nest net news next nice nine node none noon nose note nude numb nurse nut oak oar odd oil old once
  only open oral oven over own owl pace pack page paid pain pair pale palm pan park part pass past path pay pea peer
  pen pest pet pick pie pig pile pill pin pine pink pint pipe pit plan play plot plug plus poem poet pole poll pond
  pony pool poor pope port pose post pot pour pram pray prey pub pull pump pure push quit quiz race rage rail rain ram
  ramp rape rare rash rat rate raw ray read real rear red rest rice rich rid ride ring riot rip rise risk road roar
  rob rock rod role roll roof room root rope rose rot row rub rude rug ruin rule run rush rust sad safe sail sale salt
  same sand save saw scam scan sea seal seat seed self sell send sew sex shed ship shoe shop shot show shut shy sick
  side sign silk sin sing sink sip sit site six size skin skip sky slam slap slim slip slow slug smog snow soap sock
  sofa soft soil sold sole son song sore sort soul soup sour spa spin spit spot spy stab star stay stem step stew stop
  suck sue suit sum sun sure surf swap swim tail tale talk tall tame tan tank tap tape tax tea team tear teen teeth
  tell ten tent term test text tide tidy tie till time tiny tip tire toad toe told toll tomb tone tool top torn toss
  tour town toy trap tray tree trim trip true tube tune turn twin two type ugly undo unit urge van vape vast veil
  verb vest vet view visa vote wage wait wake walk wall war warm warn wart wash wasp wave wax way weak wear web week
  weep west wet whip wide wife wild win wind wine wing wipe wire wise wish wolf wood wool word work worm worn wrap
  yard year yoga young youth zero zone zoo`.split(/\s+/),
);

export function isPlainWord(word: string): boolean {
  return PLAIN.has(word);
}
