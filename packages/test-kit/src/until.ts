/**
 * Waits for something to become true, looking every 20 ms. Fails with `what` after `withinMs`, so that a test that
 * hangs says why.
 */
export async function until<Value>(
  what: string,
  look: () => Value | Promise<Value>,
  withinMs = 20_000,
): Promise<NonNullable<Exclude<Value, false>>> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== null && seen !== false)
      return seen as NonNullable<Exclude<Value, false>>
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
