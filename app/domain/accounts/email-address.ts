/** Two spellings of one address compare alike: no spaces around, composed letters, lower case. */
export const comparable = (email: string): string => email.trim().normalize("NFC").toLowerCase();
