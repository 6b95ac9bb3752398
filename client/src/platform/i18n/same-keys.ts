type Tree = { readonly [key: string]: string | Tree }

/** Dotted names of all sentences, sorted; for the tests that hold two languages against each other. */
export function keysOf(texts: Tree, prefix = ''): string[] {
  return Object.entries(texts)
    .flatMap(([key, value]) =>
      typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
    )
    .sort()
}
