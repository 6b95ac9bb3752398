/**
 * Every number that decides whether a passage counts as found. They were chosen on revision histories of laws,
 * terms, handbooks and proposals (German and English); README.md has the results. Change one only with the table.
 */
export const thresholds = {
  /** Share of the context words on a side that must stand there again for it to fit. */
  contextShare: 0.5,

  /** Words a block must have, beside its number, to be linked as a whole. */
  blockWords: 2,
  /** Lengths of the unique runs that are linked, in words. */
  runWords: [8, 4, 3],

  /** Least share of a passage's words that must have a counterpart, by the number of its words. */
  mappedShare: { one: 1, few: 0.6, many: 0.5 },
  /** Up to how many words a passage counts as one or as few. */
  passageWords: { one: 2, few: 5 },
  /** How far apart the counterparts of neighbouring words may stand, in words. */
  stepWords: 12,
  /** How much longer than the passage its counterpart may be: so many times, and so many words. */
  stretch: { factor: 2.2, words: 8 },

  /** How many words beside the passage's run are asked on each side whether they moved along, and how near they must be, in words. */
  neighbours: { window: 14, near: 40 },
  /** So many on each side enclose a passage; so many on both sides together are evidence. */
  neighboursAlong: { eachSide: 2, together: 4 },
  /** A run of so many words is its own surroundings. */
  longRun: 14,
  /** Or else: share of the words of the passage's block that must have moved along, with a run of so many words. */
  blockAlong: { share: 0.5, run: 3 },
  /** A run of so many words that went alone is worth a suggestion. */
  loneRun: 8,
  /** Below this share a passage found in its place is only suggested. */
  sureShare: 0.6,
  /** A passage of which less than `mappedShare` but so much is left between its own neighbours is suggested. */
  restShare: 0.3,
  /** Another block may be the origin of the one a passage was found in: it shares so many of its words, nearly as many as the passage's own, and is missing. */
  rivalBlock: { share: 0.3, margin: 0.2, placed: 0.5, mostWords: 400 },

  /** Context fit that a quote found without a map must have: on both sides, or on one; and its lead over the next. */
  quoteContext: { bothSides: 0.5, oneSide: 0.9, margin: 0.25, sure: 0.5 },
  /** Quotes of these lengths are looked for with differences, up to this share of their length. */
  fuzzy: { leastLength: 16, mostLength: 400, errorShare: 0.25 },
  /** What a quote must have to be suggested just because it occurs once, and what that is worth. */
  uniqueQuote: { leastLength: 32, leastWords: 5, confidence: 0.4 },
  /** Occurrences that are looked at: what stands everywhere has no place. */
  mostOccurrences: 200,
} as const
