import type { DemoTopic } from "./topic.ts";

/** From the first weeks to the last years. */
export const familiesAndAge: DemoTopic[] = [
  {
    slug: "families",
    name: "Children and families",
    description: "Bumps, babies, toddlers, school days and the grown-ups who hold it together.",
    words: ["family", "families", "children", "kids", "parent", "mum", "dad", "baby", "toddler"],
    terms: [
      {
        slug: "baby-and-toddler",
        name: "Babies and toddlers",
        description: "Stay-and-play, feeding support and a hot drink while it is still hot.",
        words: [
          "baby group",
          "toddler group",
          "playgroup",
          "stay and play",
          "breastfeeding",
          "new mum",
          "pregnant",
          "postnatal",
        ],
      },
      {
        slug: "parenting",
        name: "Help for parents",
        description: "Parenting courses, single parents, dads, and family support at home.",
        words: [
          "parenting",
          "single parent",
          "dads",
          "family support",
          "behaviour",
          "tantrums",
          "teenager",
          "separated",
        ],
      },
      {
        slug: "send",
        name: "Children with additional needs",
        description: "For families of children with special educational needs and disabilities.",
        words: ["send", "special needs", "ehcp", "disabled child", "additional needs", "school refusal"],
      },
      {
        slug: "school-holidays",
        name: "School holidays and after school",
        description: "Clubs, free lunches and days out when school is closed.",
        words: [
          "holiday club",
          "half term",
          "summer holidays",
          "after school",
          "free school meals",
          "big norfolk holiday fun",
        ],
      },
    ],
  },
  {
    slug: "young-people",
    name: "Young people",
    description: "Somewhere to be, someone to talk to and something to aim for, from 11 to 25.",
    words: ["young people", "teenagers", "teen", "youth", "young person", "student"],
    terms: [
      {
        slug: "youth-clubs",
        name: "Youth clubs",
        description: "Evenings with music, games and youth workers who have time.",
        words: ["youth club", "youth group", "bored", "hang out", "after school", "youth worker", "skate"],
      },
      {
        slug: "young-minds",
        name: "Young people's mental health",
        description: "Counselling, mentoring and drop-ins for under-25s.",
        words: [
          "camhs",
          "young people's counselling",
          "exam stress",
          "bullying",
          "self esteem",
          "mentor",
          "worried about my teenager",
        ],
      },
      {
        slug: "first-steps",
        name: "First job, first home",
        description: "For care leavers and young people out of school or work.",
        words: [
          "neet",
          "care leaver",
          "leaving care",
          "apprenticeship",
          "first job",
          "college",
          "dropped out",
        ],
      },
    ],
  },
  {
    slug: "getting-older",
    name: "Getting older",
    description: "Staying well, safe and in good company in later life.",
    words: ["older", "elderly", "pensioner", "retired", "old age", "later life", "over 60", "my mum is 85"],
    terms: [
      {
        slug: "clubs-for-older-people",
        name: "Clubs and outings",
        description: "Lunch, games, speakers and trips for older people.",
        words: ["over 60s club", "day centre", "bingo", "outings", "afternoon tea", "whist", "retired"],
      },
      {
        slug: "staying-at-home",
        name: "Staying in your own home",
        description: "Alarms, small jobs, cleaning and someone who calls in.",
        words: [
          "help at home",
          "pendant alarm",
          "cleaner",
          "gardening help",
          "living alone",
          "falls",
          "home help",
        ],
      },
      {
        slug: "planning-ahead",
        name: "Planning ahead",
        description: "Wills, powers of attorney, care homes and end of life.",
        words: ["will", "power of attorney", "care home", "end of life", "funeral", "hospice"],
      },
    ],
  },
];
