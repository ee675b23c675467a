import { put, type ServicePlacement } from "../design.ts";

const everywhere = { covers: ["norfolk-and-waveney"] };

/** Services that reach all of Norfolk and Waveney: by telephone, online, or by coming to you. */
export const systemWide: ServicePlacement[] = [
  put(
    ["night-line", "night-line-norfolk"],
    ["MO,TU,WE,TH,FR,SA,SU 21:00-23:59", "MO,TU,WE,TH,FR,SA,SU 00:00-06:00"],
    "We answer from a room in the middle of the county; the volunteers are farmers, teachers, nurses and a magician.",
    { ...everywhere, name: "Night Line", isOnline: true },
  ),
  put(
    ["autism-while-you-wait", "norfolk-autism-collective"],
    ["MO,TU,WE,TH 10:00-16:00"],
    "Small groups meet in Norwich, King's Lynn and Lowestoft, and by chat for those who would rather type.",
    { ...everywhere, isOnline: true },
  ),
  put(
    ["abuse-outreach", "harbour-and-haven"],
    ["MO,TU,WE,TH,FR,SA,SU 00:00-23:59"],
    "To leave our website quickly, press Escape.",
    { ...everywhere, name: "Harbour & Haven helpline and refuge" },
  ),
  put(
    ["victim-support", "harbour-and-haven"],
    ["MO,TU,WE,TH,FR 09:00-19:00"],
    "We also help people who have been cheated on the telephone or online to get money back and confidence with it.",
    { ...everywhere, name: "After harm" },
  ),
  put(
    ["peer-support", "furrow"],
    ["MO,TU,WE,TH,FR 07:00-19:00"],
    "Someone who farms will ring you back, usually from a tractor.",
    {
      ...everywhere,
      name: "Furrow farm line",
      audiences: ["farmers-and-rural-workers"],
      topics: ["talking", "debt"],
    },
  ),
  put(
    ["credit-union", "anchor-street-credit-union"],
    ["MO,TU,WE,TH,FR 09:30-15:30"],
    "Collection points in nine towns; ask for your nearest.",
    { ...everywhere, name: "Anchor Street savings and loans", isOnline: true },
  ),
  put(
    ["young-carers-club", "young-carers-east"],
    ["MO,TU,WE,TH,FR 15:00-20:00"],
    "This is the message line between clubs: text at any time and a worker answers after school.",
    { ...everywhere, name: "Young carers' message line", isOnline: true },
  ),
  put(
    ["veterans-breakfast", "broads-breakfast", "cromer-parish-hall"],
    ["1SA 09:00-11:00"],
    "Cromer is the first Saturday; Norwich, Lynn, Yarmouth and Diss take the others.",
    { name: "Broads breakfast, Cromer" },
  ),
  put(
    ["veterans-breakfast", "broads-breakfast", "diss-mere-hall"],
    ["2SA 09:00-11:00"],
    "Americans who stayed have their own table and their own coffee.",
    { name: "Broads breakfast, Diss" },
  ),
  put(
    ["veterans-breakfast", "broads-breakfast", "gaywood-church-rooms"],
    ["3SA 09:00-11:00"],
    "Many from RAF Marham, past and present.",
    { name: "Broads breakfast, King's Lynn" },
  ),
  put(
    ["veterans-breakfast", "broads-breakfast", "yarmouth-priory-centre"],
    ["4SA 09:00-11:00"],
    "Navy table by the window, everyone else wherever they can.",
    { name: "Broads breakfast, Great Yarmouth" },
  ),
  put(
    ["stop-smoking", "norfolk-community-health-and-care"],
    ["MO,TU,WE,TH,FR 09:00-18:00"],
    "Groups start in every district on the first Monday of the month.",
    { covers: ["norfolk"], name: "Smokefree together", isOnline: true },
  ),
  put(
    ["patient-voice", "carers-voice"],
    ["MO,TU,WE,TH,FR 09:30-16:00"],
    "If you look after someone, tell us what would have helped. We take it to the board and tell you what they said.",
    {
      ...everywhere,
      name: "Carers speak up",
      audiences: ["carers"],
      topics: ["carers-support"],
      isOnline: true,
    },
  ),
  put(
    ["drink-and-drugs", "matthew-project"],
    ["MO,TU,WE,TH,FR 09:00-17:00"],
    "A worker comes to you in towns where we have no base.",
    { ...everywhere, name: "Matthew Project by telephone", isOnline: true },
  ),
  put(
    ["family-support", "ormiston-families"],
    ["MO,TU,WE,TH,FR 09:00-17:00"],
    "In West and North Norfolk, Great Yarmouth and Waveney through schools: ask for the Ormiston worker.",
    {
      name: "Ormiston family workers",
      covers: ["place-west-norfolk", "place-north-norfolk", "place-great-yarmouth-and-waveney"],
      waitWeeks: 7,
    },
  ),
  put(
    ["later-life-advice", "community-voices-east"],
    ["TU,TH 10:00-15:00"],
    "By telephone, in partnership with local charities for older people outside Norwich.",
    {
      name: "Later life line",
      covers: [
        "place-west-norfolk",
        "place-north-norfolk",
        "place-south-norfolk",
        "place-great-yarmouth-and-waveney",
      ],
    },
  ),
  put(
    ["adult-course", "workers-educational-association"],
    ["MO,WE 19:00-20:30"],
    "By video, with a tutor who will ring you first to make sure you can get in.",
    { ...everywhere, name: "WEA evenings online", isOnline: true },
  ),
];
