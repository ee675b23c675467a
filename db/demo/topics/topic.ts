/** One term: its address word, the name on the page, one plain sentence and what residents type for it. */
export interface DemoTerm {
  slug: string;
  name: string;
  description: string;
  words: string[];
}

export interface DemoTopic extends DemoTerm {
  terms: DemoTerm[];
}
