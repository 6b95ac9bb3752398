/** A proposal that was made on this release and stands in the text since. */
export type DemoAcceptedProposal = {
  /** Words of the release as they read without Markdown, found there once. */
  quote: string
  replacement: string
  body: string
  /** A pseudonym of `people.ts`. */
  author: string
  daysAgo: number
  acceptedDaysAgo: number
}

/** A text as it was published. `daysAgo` counts from the day on which the demo is loaded. */
export type DemoRelease = {
  /** Slug of the text. */
  document: string
  title: string
  summary: string
  daysAgo: number
  /**
   * What reads differently in the version after it, the next release or the text of today: Markdown found there once, and
   * what stood in its place.
   */
  unlike: readonly { later: string; earlier: string }[]
  accepted?: readonly DemoAcceptedProposal[]
}
