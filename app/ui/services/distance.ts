const MILES_A_KM = 0.621371;

/** "about 1.2 miles away": people here think in miles, and postcodes are only known by their middle. */
export function distanceInWords(km: number): string {
  const miles = km * MILES_A_KM;
  if (miles < 0.25) return "very near";
  if (miles >= 10) return `about ${Math.round(miles)} miles away`;
  const rounded = Math.round(miles * 10) / 10;
  return rounded === 1 ? "about 1 mile away" : `about ${rounded} miles away`;
}
