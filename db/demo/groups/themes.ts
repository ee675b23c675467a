/** The Norwich partnership's three themes for 2023-25 and the six workstreams under them (S0:175-245). */
export interface DemoTheme {
  name: string;
  summary: string;
  lead: string;
  topics: string[];
  workstreams: Omit<DemoTheme, "workstreams">[];
}

export const norwichThemes: DemoTheme[] = [
  {
    name: "Social and economic wellbeing",
    summary:
      "Everyone can get nutritious, affordable food, and every young person has the chance to learn, work and take part.",
    lead: "Norwich City Council",
    topics: ["food", "money", "home", "work-and-learning"],
    workstreams: [
      {
        name: "Food equity",
        summary:
          "A long-term approach to good food for all, building on the food equity action plan: growing, cooking and affordable shops.",
        lead: "The Feed",
        topics: ["food-banks", "pantries", "shared-meals", "cooking"],
      },
      {
        name: "Social mobility",
        summary:
          "Raising opportunity and aspiration for young people who face the most significant disadvantage.",
        lead: "Business in the Community and the Department for Work and Pensions",
        topics: ["first-steps", "finding-work", "adult-learning"],
      },
    ],
  },
  {
    name: "Physical and mental health and wellbeing",
    summary: "Communities have good mental health, are inclusive and connected, and are physically active.",
    lead: "Norfolk Public Health",
    topics: ["mental-health", "company", "active"],
    workstreams: [
      {
        name: "Mental health and social isolation in targeted populations",
        summary:
          "Better mental health and less isolation for men over 16, children and young people, older people and inclusion health groups.",
        lead: "To be confirmed",
        topics: ["talking", "peer-support", "somewhere-to-go", "befriending", "mens-sheds", "young-minds"],
      },
      {
        name: "Physical activity",
        summary: "Helping people of all ages to see why moving matters, and making it easy to start.",
        lead: "Active Norfolk",
        topics: ["walking", "gentle-exercise", "sport", "healthy-weight"],
      },
    ],
  },
  {
    name: "Community resilience and voice",
    summary: "Communities develop their own solutions, and are heard by those who plan services.",
    lead: "NHS Norfolk and Waveney Integrated Care Board",
    topics: ["advice", "things-to-do"],
    workstreams: [
      {
        name: "Hearing community voices",
        summary: "Making sure that community voices are heard and drive what is done.",
        lead: "Norwich City Council",
        topics: ["speaking-up"],
      },
      {
        name: "Community access to support",
        summary:
          "Consistent, joined-up and equal access to support and activities that promote health and wellbeing.",
        lead: "Future Projects",
        topics: ["general-advice", "computers", "coffee-and-chat"],
      },
    ],
  },
];
