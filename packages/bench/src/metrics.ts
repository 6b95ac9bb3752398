/** One reading of a server's `/metrics`: the value of a metric by its name without prefix. NaN where there is none. */
export type Metrics = (name: string) => number

export async function readMetrics(url: string): Promise<Metrics> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return name =>
    Number(new RegExp(`^randnotiz_${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
}
