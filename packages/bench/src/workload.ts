/** One line of a table: what was measured and the figure with its unit. */
export type Figure = { name: string; value: number; unit: string }

/** A workload measures one thing against a real server and answers figures; it owns what it starts. */
export type Workload = { name: string; story: string; run(tell: Tell): Promise<Figure[]> }

/** Says what is going on, for whoever waits. */
export type Tell = (line: string) => void
