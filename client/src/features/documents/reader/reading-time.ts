/** Words a minute in German, rounded from 179 (Trauzettel-Klosinski & Dietz 2012, doi:10.1167/iovs.11-8284). */
const wordsPerMinute = 180

/** Whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}
