/** What a row says about each thing that a list can be narrowed by: several words, or none. */
export type Said<Name extends string> = Record<Name, readonly string[]>
export type Chosen<Name extends string> = Partial<Record<Name, string | undefined>>

type Asked<Row, Name extends string> = {
  names: readonly Name[]
  saidOf(row: Row): Said<Name>
  chosen: Chosen<Name>
}

export type Choices<Row, Name extends string> = {
  matching: Row[]
  /** For each word of one choice, how many rows it would find if everything else stayed as chosen. */
  countsOf(name: Name): Record<string, number>
}

/** Narrows a list by several choices, and counts what each other choice would find, in one pass. */
export function countChoices<Row, Name extends string>(
  rows: readonly Row[],
  { names, saidOf, chosen }: Asked<Row, Name>,
): Choices<Row, Name> {
  const tallies = new Map(names.map(name => [name, new Map<string, number>()]))
  const matching: Row[] = []
  for (const row of rows) {
    const said = saidOf(row)
    const failing = names.filter(name => {
      const word = chosen[name]
      return word !== undefined && !said[name].includes(word)
    })
    if (failing.length === 0) matching.push(row)
    // What fails by one choice alone would be found by another word of it; what fails by two, by none.
    if (failing.length > 1) continue
    for (const name of failing.length === 0 ? names : failing) count(tallies.get(name), said[name])
  }
  return { matching, countsOf: name => Object.fromEntries(tallies.get(name) ?? []) }
}

function count(tally: Map<string, number> | undefined, words: readonly string[]): void {
  for (const word of words) tally?.set(word, (tally.get(word) ?? 0) + 1)
}
