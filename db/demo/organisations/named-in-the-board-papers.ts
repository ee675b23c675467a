import type { DemoOrganisation } from "./organisation.ts";

/** Named in the papers of 28 April 2022. What is said of them here is for demonstration only. */
export const namedInTheBoardPapers: DemoOrganisation[] = [
  {
    slug: "norfolk-and-waveney-vcse-assembly",
    name: "Norfolk and Waveney VCSE Assembly",
    kind: "infrastructure-body",
    description:
      "Brings voluntary, community and social enterprise organisations of every size into one conversation with the NHS and councils. No partner is defined by the size of its turnover: the Assembly is for everyone.",
    topics: ["speaking-up"],
    confirmedDaysAgo: 12,
  },
  {
    slug: "the-shoebox-community-hub",
    name: "The Shoebox Community Hub",
    kind: "social-enterprise",
    description:
      "A rambling old shop in the middle of Norwich, with a hidden street underneath, where people who felt stuck find somewhere to be and something to do.",
    places: ["norwich"],
    districts: ["norwich"],
    topics: ["company", "volunteering-to-work"],
    identifiers: [["GB-COH", "99000027"]],
    confirmedDaysAgo: 16,
  },
  {
    slug: "healthwatch-norfolk",
    name: "Healthwatch Norfolk",
    kind: "charity",
    description:
      "Gathers what people say about health and care in Norfolk and takes it to those who can change it.",
    topics: ["speaking-up"],
    identifiers: [["GB-CHC", "9000028"]],
    confirmedDaysAgo: 19,
  },
  {
    slug: "carers-voice",
    name: "Carers Voice Norfolk and Waveney",
    kind: "charity",
    description:
      "Run by carers for carers. It asks what would help, writes it down, and sits at the table until something is done.",
    topics: ["carers", "speaking-up"],
    identifiers: [["GB-CHC", "9000029"]],
    formerNames: [["Norfolk Carers Forum", "2018-06-30"]],
    confirmedDaysAgo: 13,
  },
  {
    slug: "family-voice-norfolk",
    name: "Family Voice Norfolk",
    kind: "charity",
    description:
      "Parents and carers of children with special educational needs and disabilities, working to make services better.",
    topics: ["send", "speaking-up"],
    identifiers: [["GB-CHC", "9000030"]],
    confirmedDaysAgo: 38,
  },
  {
    slug: "workers-educational-association",
    name: "Workers' Educational Association",
    kind: "charity",
    description:
      "Adult education within reach: daytime and evening courses in village halls, libraries and online since 1903.",
    topics: ["adult-learning", "english"],
    identifiers: [["GB-CHC", "9000031"]],
    confirmedDaysAgo: 58,
  },
];
