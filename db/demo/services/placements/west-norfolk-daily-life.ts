import { put, type ServicePlacement } from "../design.ts";

/** West Norfolk, the Fens and the Brecks: food, money, home, getting about, advice, work and learning. */
export const westNorfolkDailyLife: ServicePlacement[] = [
  put(
    ["pantry", "lynn-lighthouse-pantry", "lynn-lighthouse"],
    ["TU,TH 10:00-15:00", "SA 10:00-12:00"],
    "Fenland vegetables by the crate: learn forty things to do with a leek.",
    { name: "Lynn Lighthouse Pantry" },
  ),
  put(
    ["food-bank", "lynn-lighthouse-pantry", "lynn-lighthouse"],
    ["MO,WE,FR 10:00-12:00"],
    "Parcels also go out by van to Hunstanton and Downham on Fridays.",
    { name: "Lighthouse parcels" },
  ),
  put(
    ["night-kitchen", "st-nicholas-night-kitchen", "st-nicholas-hall"],
    ["MO,TU,WE,TH,FR,SA,SU 19:00-21:30"],
    "From November to March there are twelve camp beds as well.",
    { name: "St Nicholas' Night Kitchen" },
  ),
  put(
    ["lunch-club", "st-nicholas-night-kitchen", "st-nicholas-hall"],
    ["TH 12:00-14:00"],
    "Under a roof of carved angels, with gravy.",
    { name: "St Nicholas' Thursday lunch" },
  ),
  put(
    ["debt-advice", "downham-money-matters", "downham-kitchen-table"],
    ["MO,TU,WE,TH 09:30-15:30"],
    "Every third visit is at somebody's kitchen table in the Fens.",
    { name: "Downham debt advice", covers: ["place-west-norfolk"] },
  ),
  put(
    ["benefits-help", "downham-money-matters", "downham-town-hall"],
    ["WE 10:00-14:00"],
    "In the market hall so that nobody knows which stall you came for.",
    { name: "Downham benefits Wednesday" },
  ),
  put(
    ["benefits-help", "lynn-lighthouse-pantry", "lynn-lighthouse"],
    ["TU 10:00-14:00"],
    "The adviser in the corner has a red cardigan and no waiting list.",
    { name: "Lighthouse benefits corner" },
  ),
  put(
    ["warm-home", "downham-money-matters"],
    ["MO,TU,WE,TH 09:30-15:30"],
    "Park homes and houseboats included: both are colder than people think.",
    { name: "Warm Fens", covers: ["place-west-norfolk"], waitWeeks: 2 },
  ),
  put(
    ["supported-lodgings", "ymca"],
    [],
    "Twenty rooms and a nursery on the ground floor, so young parents can live here too.",
    { name: "Lynn rooms", covers: ["place-west-norfolk"], waitWeeks: 8 },
  ),
  put(
    ["new-here", "baltijos-tiltas", "lynn-custom-rooms"],
    ["SA 14:00-17:00", "WE 18:00-20:00"],
    "Kalbame lietuviškai. Runājam latviski. Mówimy po polsku. Evening hours for people on day shifts.",
    {
      name: "Baltic Bridge help desk",
      languages: [
        ["lt", "Lithuanian"],
        ["lv", "Latvian"],
        ["pl", "Polish"],
        ["ru", "Russian"],
      ],
    },
  ),
  put(
    ["english-class", "baltijos-tiltas", "lynn-custom-rooms"],
    ["TU 18:30-20:30", "SU 10:00-12:00"],
    "Sunday for people who pack salad from Monday to Saturday.",
    { name: "English on the Purfleet" },
  ),
  put(
    ["new-here", "bem-vindos-thetford", "thetford-welcome-house"],
    ["MO,WE,FR 10:00-15:00"],
    "Falamos português. Nine languages among us, and one very good coffee machine.",
    {
      name: "Bem-vindos welcome house",
      languages: [
        ["pt", "Portuguese"],
        ["pl", "Polish"],
        ["lt", "Lithuanian"],
        ["ro", "Romanian"],
      ],
    },
  ),
  put(
    ["advice-drop-in", "bem-vindos-thetford", "thetford-abbey-centre"],
    ["TU 10:00-13:00"],
    "On the estate, beside the school gate, at pushchair speed.",
    { name: "Abbey estate advice" },
  ),
  put(
    ["lifts", "marshland-wheels"],
    ["MO,TU,WE,TH,FR 08:00-16:00"],
    "To the Queen Elizabeth, Addenbrooke's and Wisbech. We know the drivers' entrance.",
    { name: "Marshland hospital cars", covers: ["fens-and-brecks", "kings-lynn-town"] },
  ),
  put(
    ["community-bus", "marshland-wheels"],
    ["TU,FR 09:00-14:00"],
    "Tuesday to Lynn, Friday to Downham, and home before the frozen peas melt.",
    { name: "Marshland shopper", covers: ["fens-and-brecks"] },
  ),
  put(
    ["job-club", "bem-vindos-thetford", "thetford-welcome-house"],
    ["TH 10:00-13:00"],
    "Qualifications from home looked at and translated.",
    { name: "Thetford job club" },
  ),
  put(
    ["digital-help", "lynn-lighthouse-pantry", "lynn-lighthouse"],
    ["WE 10:00-12:00"],
    "Free SIM cards for pantry members.",
    { name: "Lighthouse phone help" },
  ),
];
