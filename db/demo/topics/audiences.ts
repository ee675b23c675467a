import type { DemoTerm } from "./topic.ts";

/** Who something is for, in the words people use of themselves. */
export const audiences: DemoTerm[] = [
  {
    slug: "everyone",
    name: "Everyone",
    description: "Open to all.",
    words: ["anyone", "everybody", "all ages"],
  },
  {
    slug: "older-people",
    name: "Older people",
    description: "Usually from about 60.",
    words: ["older people", "pensioners", "over 60", "over 65", "elderly", "seniors"],
  },
  {
    slug: "young-people",
    name: "Young people",
    description: "From 11 to 25.",
    words: ["teenagers", "youth", "under 25", "young adults"],
  },
  {
    slug: "children",
    name: "Children",
    description: "Up to 11 years old.",
    words: ["kids", "under fives", "primary school", "toddlers"],
  },
  {
    slug: "families",
    name: "Families",
    description: "Parents, grandparents and children together.",
    words: ["parents", "mums", "dads", "grandparents"],
  },
  {
    slug: "men",
    name: "Men",
    description: "For men.",
    words: ["men only", "blokes", "dads", "lads", "men's group"],
  },
  {
    slug: "women",
    name: "Women",
    description: "For women.",
    words: ["women only", "ladies", "women's group", "mums"],
  },
  {
    slug: "carers",
    name: "Carers",
    description: "People who look after someone, unpaid.",
    words: ["unpaid carers", "looking after someone", "family carers"],
  },
  {
    slug: "lgbt",
    name: "LGBT+ people",
    description: "Lesbian, gay, bisexual, trans and queer people.",
    words: ["gay", "lesbian", "bisexual", "trans", "queer", "lgbtq", "pride"],
  },
  {
    slug: "disabled-people",
    name: "Disabled people",
    description: "People with any impairment or long-term condition.",
    words: ["disabled", "wheelchair user", "disability", "impairment"],
  },
  {
    slug: "refugees-and-migrants",
    name: "Refugees and migrants",
    description: "People who have come here from another country.",
    words: [
      "refugees",
      "asylum seekers",
      "migrants",
      "new arrivals",
      "lithuanian",
      "polish",
      "portuguese",
      "ukrainian",
    ],
  },
  {
    slug: "veterans",
    name: "Veterans and service families",
    description: "People who served in the forces, and their families.",
    words: ["ex forces", "army", "navy", "raf", "armed forces", "ex service"],
  },
  {
    slug: "deaf-people",
    name: "Deaf people",
    description: "Deaf, deafened and hard of hearing people.",
    words: ["deaf", "bsl users", "hard of hearing"],
  },
  {
    slug: "bereaved-people",
    name: "Bereaved people",
    description: "People whose relative or friend has died.",
    words: ["widows", "widowers", "grieving"],
  },
  {
    slug: "people-on-low-incomes",
    name: "People on a low income",
    description: "People for whom money is tight.",
    words: ["low income", "on benefits", "universal credit", "struggling"],
  },
  {
    slug: "farmers-and-rural-workers",
    name: "Farmers and rural workers",
    description: "People who work on the land or live far from a town.",
    words: ["farmers", "farm workers", "rural", "agricultural"],
  },
];
