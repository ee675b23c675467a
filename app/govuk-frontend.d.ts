/** GOV.UK Frontend ships no types; this is all of it that `entry.client.tsx` touches. */
declare module "govuk-frontend/dist/govuk/components/*.mjs" {
  interface Behaviour {
    new (element: Element): unknown;
    readonly moduleName: string;
  }
  export const Button: Behaviour;
  export const CharacterCount: Behaviour;
  export const ErrorSummary: Behaviour;
  export const SkipLink: Behaviour;
}
