import { createContext, useContext } from "react";

/** What one response's document needs from the server that no loader should have to carry. */
export interface DocumentFacts {
  /** Goes on every script element of this response; the content security policy names it. */
  nonce?: string | undefined;
  /** Address of the built `entry.client.tsx`. */
  enhancements?: string | undefined;
  /** What stands before the path in every public address: "https://assembly.example.org". */
  site?: string | undefined;
  /** Where a letter to the people behind the site goes. */
  contact?: string | undefined;
  /** Shown on error pages, so that a person can quote it and we can find the log line. */
  requestId?: string | undefined;
}

export const DocumentContext = createContext<DocumentFacts>({});

export function useDocumentFacts(): DocumentFacts {
  return useContext(DocumentContext);
}
