import { put, type ServicePlacement } from "../design.ts";

/** Great Yarmouth and Waveney: food, money, home, getting about, advice, work and learning. */
export const yarmouthAndWaveneyDailyLife: ServicePlacement[] = [
  put(
    ["pantry", "kirkley-kitchen-table", "kirkley-kitchen"],
    ["TU,TH 13:00-17:00"],
    "Smokehouse haddock on the days the smokehouse has too much.",
    { name: "Kirkley larder" },
  ),
  put(
    ["cook-on-a-budget", "kirkley-kitchen-table", "kirkley-kitchen"],
    ["WE 17:00-19:00"],
    "For new dads this term, with babies in a row of car seats.",
    { name: "Kirkley cooks" },
  ),
  put(
    ["community-supper", "kirkley-kitchen-table", "kirkley-kitchen"],
    ["FR 17:30-19:30"],
    "Herring when we can get it.",
    { name: "Friday at the Kitchen Table" },
  ),
  put(
    ["food-bank", "harbour-night-shelter", "yarmouth-harbour-shelter"],
    ["MO,WE,FR 11:00-14:00"],
    "Packed for people with no cooker as well as for families.",
    { name: "Harbour parcels" },
  ),
  put(
    ["lunch-club", "caister-bereavement-friends", "caister-beach-hall"],
    ["WE 12:00-14:00"],
    "Fish and chips on the first Wednesday, eaten out of paper on principle.",
    { name: "Caister lunch" },
  ),
  put(
    ["shopping-delivered", "halesworth-volunteer-drivers"],
    ["TU,FR 09:00-13:00"],
    "Newspapers are read aloud on request.",
    { name: "Halesworth to your door", covers: ["south-waveney"] },
  ),
  put(
    ["night-shelter", "harbour-night-shelter", "yarmouth-harbour-shelter"],
    ["MO,TU,WE,TH,FR,SA,SU 21:00-23:00"],
    "Fourteen rooms, two of them for couples and one with a kennel.",
    { name: "Harbour Night Shelter" },
  ),
  put(
    ["supported-lodgings", "ymca-lowestoft", "lowestoft-ymca-house"],
    [],
    "The training kitchen feeds the house and half the street.",
    { name: "Lowestoft House", waitWeeks: 5 },
  ),
  put(
    ["debt-advice", "harbour-night-shelter", "yarmouth-priory-centre"],
    ["TU,TH 10:00-15:00"],
    "Seasonal work pays in July and the bills come in January. We plan for that.",
    { name: "Yarmouth debt table" },
  ),
  put(
    ["benefits-help", "kirkley-kitchen-table", "kirkley-kitchen"],
    ["MO,WE 10:00-14:00"],
    "At the far end of the long table, behind the plants.",
    { name: "Kirkley benefits help" },
  ),
  put(
    ["warm-home", "lowestoft-launch-pad"],
    ["MO,TU,WE,TH 09:00-16:00"],
    "Our young apprentices do the draught-proofing and leave the hall cleaner than they found it.",
    { name: "Warm Waveney", covers: ["lowestoft", "south-waveney"] },
  ),
  put(
    ["advice-drop-in", "mulheres-unidas", "yarmouth-rosary-rooms"],
    ["TU 10:00-12:30"],
    "Men may come too; they just have to listen.",
    {
      name: "Rosary Rooms advice",
      languages: [
        ["pt", "Portuguese"],
        ["en", "English"],
        ["es", "Spanish"],
      ],
    },
  ),
  put(
    ["english-class", "mulheres-unidas", "yarmouth-rosary-rooms"],
    ["MO 18:00-19:30", "TH 10:00-12:00"],
    "Women's class on Thursday, mixed on Monday.",
    { name: "Conversa", languages: [["pt", "Portuguese"]] },
  ),
  put(
    ["lifts", "halesworth-volunteer-drivers", "halesworth-drivers-office"],
    ["MO,TU,WE,TH,FR 09:00-12:30"],
    "Ipswich and the NNUH are both an hour away, so bring a book; the drivers bring flasks.",
    { name: "Halesworth Volunteer Drivers" },
  ),
  put(
    ["lifts", "gorleston-cliff-striders"],
    ["MO,TU,WE,TH,FR 09:00-16:00"],
    "Retired taxi drivers, in the main. The James Paget is ten minutes by the back way.",
    { name: "Cliff lifts", covers: ["yarmouth-and-gorleston"] },
  ),
  put(
    ["community-bus", "halesworth-volunteer-drivers"],
    ["WE,FR 09:00-14:00"],
    "Beccles on Friday, Halesworth market on Wednesday.",
    { name: "Waveney hopper", covers: ["south-waveney"] },
  ),
  put(
    ["job-club", "lowestoft-launch-pad", "lowestoft-launch-pad"],
    ["MO,WE 10:00-13:00"],
    "Offshore wind wants people. We know which courses lead there.",
    { name: "Launch Pad job club" },
  ),
  put(
    ["digital-help", "lowestoft-launch-pad", "lowestoft-launch-pad"],
    ["FR 10:00-12:00"],
    "Taught by under-25s who have been told to slow down.",
    { name: "Launch Pad screens" },
  ),
];
