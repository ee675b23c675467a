import { put, type ServicePlacement } from "../design.ts";

/** Norwich: food, money, home, getting about, advice, work and learning. */
export const norwichDailyLife: ServicePlacement[] = [
  put(
    ["pantry", "heartsease-larder", "heartsease-larder"],
    ["TU 10:00-13:00", "TH 15:00-18:30"],
    "Thursday stays open late for people coming home from work. There is a kettle by the door and a seat beside it.",
    { name: "Heartsease Larder" },
  ),
  put(
    ["food-bank", "heartsease-larder", "heartsease-larder"],
    ["MO 13:00-15:00", "FR 10:00-12:00"],
    "If the bus fare is the problem, ring: we have two volunteers with cars.",
    { name: "Heartsease emergency parcels" },
  ),
  put(
    ["pantry", "the-feed", "feed-kitchen"],
    ["MO,WE,FR 11:00-15:00"],
    "The café next door takes the bruised fruit and turns it into the cakes on the counter.",
    { name: "The Feed social supermarket" },
  ),
  put(
    ["cook-on-a-budget", "the-feed", "feed-kitchen"],
    ["WE 17:30-19:30"],
    "Taught by chefs who learned here themselves, some of them while living in a hostel.",
    { name: "Feed yourself" },
  ),
  put(
    ["community-supper", "magdalen-street-neighbours", "room-above-the-launderette"],
    ["TH 17:30-19:30"],
    "Up the stairs or the lift behind the blue door. The curry house downstairs sends over the rice.",
    {
      name: "Magdalen Street supper",
      alsoAt: { venue: "st-augustines-hall", when: ["1SU 12:30-14:30"] },
      bankHolidays: "ask",
    },
  ),
  put(
    ["lunch-club", "st-augustines-welcome", "st-augustines-hall"],
    ["TU 12:00-14:00"],
    "Roast every other week, and crumble always. Our oldest regular is 101 and does not hold with quinoa.",
    { name: "St Augustine's lunch" },
  ),
  put(
    ["lunch-club", "age-uk-norwich", "trinity-rooms"],
    ["WE,FR 11:30-14:00"],
    "A toenail clinic runs in the side room on the first Friday of the month.",
    { name: "Trinity lunch and company" },
  ),
  put(
    ["cook-on-a-budget", "bowthorpe-growing-together", "bowthorpe-health-garden"],
    ["3SA 10:30-13:00"],
    "We pick it, cook it over the fire pit and eat it, in that order.",
    { name: "Plot to pot", topics: ["nature-and-gardens"] },
  ),
  put(
    ["debt-advice", "earlham-advice-shop", "earlham-advice-shop"],
    ["MO,TU,TH 09:30-15:30"],
    "Last year we wrote off two million pounds of other people's debts, mostly over biscuits.",
    { name: "Earlham debt help" },
  ),
  put(
    ["benefits-help", "earlham-advice-shop", "earlham-advice-shop"],
    ["MO,TU,TH 09:30-15:30"],
    "Nine in ten of our tribunal cases were won last year.",
    { name: "Earlham benefits help", waitWeeks: 2 },
  ),
  put(
    ["benefits-help", "age-uk-norwich"],
    ["MO,TU,WE,TH,FR 10:00-16:00"],
    "For people over state pension age; Attendance Allowance is the one most people do not know they can have.",
    { name: "Benefits for older people", covers: ["district-norwich", "norwich-suburbs"] },
  ),
  put(
    ["advice-drop-in", "mile-cross-together", "mile-cross-phoenix"],
    ["TU 10:00-13:00", "FR 13:00-16:00"],
    "Everybody who works at the table lives in Mile Cross.",
    { name: "Phoenix advice table" },
  ),
  put(
    ["advice-drop-in", "future-projects", "earlham-advice-shop"],
    ["WE 10:00-15:00"],
    "On Wednesdays the shop is ours. If you cannot read the letter, we will, and we will not tell anyone.",
    { name: "West Norwich help point" },
  ),
  put(
    ["baby-bank", "future-projects"],
    ["MO,TH 10:00-14:00"],
    "Delivered by bicycle with a trailer inside the ring road.",
    { name: "Baby bank Norwich", covers: ["place-norwich"] },
  ),
  put(
    ["supported-lodgings", "ymca"],
    [],
    "Forty rooms in the middle of the city, a kitchen you can dance in and a music studio.",
    { name: "City rooms", covers: ["place-norwich"], waitWeeks: 6 },
  ),
  put(
    ["supported-lodgings", "benjamin-foundation"],
    [],
    "Some rooms are in the spare bedroom of a family who have been trained and vetted, with supper included.",
    {
      name: "Supported lodgings with a family",
      covers: ["place-norwich", "place-south-norfolk"],
      waitWeeks: 4,
    },
  ),
  put(
    ["small-jobs", "age-uk-norwich"],
    ["MO,TU,WE,TH 09:00-16:00"],
    "The list is long before Christmas, when everyone wants a shelf for the cards.",
    {
      name: "Handyperson Norwich",
      covers: ["district-norwich", "norwich-suburbs"],
      cost: ["five"],
      waitWeeks: 3,
    },
  ),
  put(
    ["lifts", "sprowston-and-catton-lifts"],
    ["MO,TU,WE,TH,FR 08:30-16:30"],
    "Ring the same number your neighbour rings. We go to the NNUH, the dentist, the optician and, once, a wedding.",
    {
      name: "Sprowston & Catton hospital lifts",
      covers: ["norwich-city-north", "norwich-suburbs"],
    },
  ),
  put(
    ["bike-repair", "lakenham-bike-kitchen", "lakenham-bike-kitchen"],
    ["WE 16:00-20:00", "SA 10:00-16:00"],
    "Women's and non-binary night on the first Wednesday. Stew is at six.",
    { name: "Bike Kitchen open workshop" },
  ),
  put(
    ["new-here", "wensum-welcome", "silver-road-centre"],
    ["MO 10:00-13:00"],
    "Arabic, Ukrainian, Tigrinya, Kurdish and Dari most weeks; anything else by telephone.",
    {
      name: "Wensum welcome desk",
      languages: [
        ["ar", "Arabic"],
        ["uk", "Ukrainian"],
        ["ti", "Tigrinya"],
        ["ku", "Kurdish"],
      ],
    },
  ),
  put(
    ["new-here", "norvico-lietuviu-bendruomene", "catton-grove-centre"],
    ["SA 10:00-12:00"],
    "Padedame su dokumentais, mokyklomis ir darbu. Saturday mornings while the children are at Lithuanian school.",
    {
      name: "Pagalba lietuviams",
      languages: [
        ["lt", "Lithuanian"],
        ["en", "English"],
      ],
    },
  ),
  put(
    ["english-class", "wensum-welcome", "silver-road-centre"],
    ["MO 13:00-15:00", "TH 10:00-12:00"],
    "A crèche is run by two grandmothers from Homs and one from Hellesdon.",
    { name: "Wensum English" },
  ),
  put(
    ["job-club", "future-projects", "earlham-advice-shop"],
    ["FR 10:00-13:00"],
    "The baker on the parade takes on two people from the club each year.",
    { name: "West Norwich job club" },
  ),
  put(
    ["mentoring", "business-in-the-community-norwich"],
    [],
    "Thirty Norwich employers take part, from the hospital to a company that makes dinosaurs move.",
    { name: "City mentors", covers: ["place-norwich"], full: true },
  ),
  put(
    ["digital-help", "the-shoebox-community-hub", "shoebox"],
    ["TU 14:00-16:00"],
    "Helpers are mostly under 25 and being paid for it, so ask as many questions as you like.",
    { name: "Shoebox phone doctor" },
  ),
  put(
    ["adult-course", "workers-educational-association", "trinity-rooms"],
    ["TU 10:00-12:00", "TH 19:00-21:00"],
    "This term: the history of Norwich in twelve buildings, and maths for people who were told they couldn't.",
    { name: "WEA courses in Norwich" },
  ),
  put(
    ["patient-voice", "healthwatch-norfolk"],
    ["MO,TU,WE,TH,FR 09:00-17:00"],
    "Look for the orange table in libraries, surgeries and markets; dates are on our website.",
    { name: "Healthwatch listening", covers: ["norfolk"], isOnline: true },
  ),
];
