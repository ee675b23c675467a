import { put, type ServicePlacement } from "../design.ts";

/** West Norfolk, the Fens and the Brecks: company, mental health, health, carers, families, young people and things to do. */
export const westNorfolkTogether: ServicePlacement[] = [
  put(
    ["somewhere-to-go", "two-chairs-and-a-flask", "terrington-church-wall"],
    ["TH 11:00-12:00"],
    "Two chairs, a flask and the two of us. The second chair is for you.",
    { name: "Two chairs and a flask", staleDays: 95 },
  ),
  put(
    ["somewhere-to-go", "lynn-lighthouse-pantry", "lynn-lighthouse"],
    ["MO,TU,WE,TH,FR 09:00-14:00"],
    "The café side is warm whether or not you shop. Dominoes from eleven.",
    { name: "The Lighthouse café" },
  ),
  put(
    ["coffee-morning", "swaffham-stitchers", "swaffham-community-centre"],
    ["SA 10:00-12:00"],
    "Market day, and the parrot from the pet shop sometimes calls in.",
    { name: "Swaffham Saturday coffee" },
  ),
  put(
    ["befriending", "gaywood-grove"],
    ["MO,TU,WE,TH,FR 10:00-15:00"],
    "For people who have spent a long time indoors. We begin on the doorstep and go at your speed.",
    { name: "Gaywood companions", covers: ["kings-lynn-town"], waitWeeks: 3 },
  ),
  put(
    ["telephone-friend", "marshland-wheels"],
    ["MO,TU,WE,TH,FR 09:00-12:00"],
    "Drivers ring their regulars on days when there is no appointment to go to.",
    { name: "Marshland morning calls", covers: ["fens-and-brecks"] },
  ),
  put(
    ["youth-club", "bem-vindos-thetford", "thetford-abbey-centre"],
    ["WE 17:00-19:30"],
    "Futsal, cooking and the loudest karaoke in Breckland.",
    { name: "Abbey Wednesday youth" },
  ),
  put(
    ["growing-for-health", "gaywood-grove", "gaywood-walled-garden"],
    ["MO,WE,FR 10:00-15:00"],
    "Two glasshouses and a pond. The newts are shy too.",
    { name: "Gaywood Grove garden days", waitWeeks: 2 },
  ),
  put(
    ["friday-club", "gaywood-grove", "gaywood-church-rooms"],
    ["FR 18:30-21:00"],
    "The members' band plays on the last Friday and takes bookings.",
    { name: "The Grove Friday club", full: true },
  ),
  put(
    ["peer-support", "gaywood-grove", "gaywood-walled-garden"],
    ["TH 14:00-16:00"],
    "Round the stove in the potting shed.",
    { name: "Potting shed Thursdays" },
  ),
  put(
    ["counselling", "fenland-families", "fenland-families-barn"],
    ["TU,TH 09:30-15:00"],
    "For parents, with a crèche next door.",
    { name: "Barn counselling", waitWeeks: 6 },
  ),
  put(
    ["grief-group", "hunstanton-tideline", "hunstanton-pavilion"],
    ["2SU 14:00-15:30"],
    "We watch the sun go down over the sea: the only east coast town where you can.",
    { name: "Sunset circle" },
  ),
  put(
    ["hearing-aids", "heacham-hearing-help", "heacham-public-hall"],
    ["1TU 10:00-12:00"],
    "On the third Tuesday we are in Hunstanton; ring for the hall.",
    { name: "Heacham hearing clinic" },
  ),
  put(
    ["stroke-and-heart", "hunstanton-tideline", "hunstanton-pavilion"],
    ["TU 10:30-12:30"],
    "Chairs face the sea, which helps with the breathing.",
    { name: "Tideline stronger" },
  ),
  put(
    ["carers-group", "carers-voice", "gaywood-church-rooms"],
    ["4TH 10:30-12:00"],
    "Ten minutes from the hospital, for those who have just come from the ward.",
    { name: "Lynn carers' morning" },
  ),
  put(
    ["sitting-service", "fenland-families"],
    ["MO,TU,WE,TH,FR 09:00-15:00"],
    "For parents of disabled children as well as those caring for parents.",
    { name: "Fenland breathers", covers: ["fens-and-brecks"], topics: ["send"], waitWeeks: 5 },
  ),
  put(
    ["led-walk", "hunstanton-tideline", "hunstanton-pavilion"],
    ["WE 10:30-12:00", "SU 10:30-12:00"],
    "Under the striped cliffs or over them, depending on the tide.",
    { name: "Tideline walks" },
  ),
  put(
    ["chair-exercise", "heacham-hearing-help", "heacham-public-hall"],
    ["FR 11:00-12:00"],
    "Signed and spoken, with the loop on.",
    { name: "Heacham seated exercise" },
  ),
  put(
    ["stay-and-play", "fenland-families", "fenland-families-barn"],
    ["MO,WE 09:30-11:30"],
    "The minibus collects from Walpole, Emneth and Marshland St James.",
    { name: "Barn babies" },
  ),
  put(
    ["dads", "fenland-families", "fenland-families-barn"],
    ["1SA 10:00-12:30"],
    "Last month: a bridge that held three dads out of four.",
    { name: "Barn dads" },
  ),
  put(
    ["holiday-club", "fenland-families", "fenland-families-barn"],
    [],
    "Pond, den building and a real tractor that does not go.",
    { name: "Barn holidays" },
  ),
  put(
    ["youth-drop-in", "map", "lynn-custom-rooms"],
    ["MO,TH 15:00-18:00"],
    "Come up in the lift and nobody in the street sees you.",
    { name: "MAP King's Lynn" },
  ),
  put(
    ["older-club", "gaywood-grove", "gaywood-church-rooms"],
    ["TU 14:00-16:00"],
    "Whist, and a quarrel about whist.",
    { name: "Gaywood afternoon club" },
  ),
  put(
    ["craft-group", "swaffham-stitchers", "swaffham-community-centre"],
    ["TU 10:00-12:30"],
    "At work on a tapestry of the town with everyone's cat in it.",
    { name: "Swaffham Stitchers", staleDays: 200 },
  ),
];
