/**
 * Every number that decides whether a passage counts as found. They were chosen on revision histories of laws,
 * terms, handbooks and proposals (German and English); README.md has the results. Change one only with the table.
 */
export const thresholds = {
  /** Share of the context words on one side that must stand there again before a CRDT range is believed. */
  contextShare: 0.5,
} as const
