/** What XML is made of, in its order; enough to look through a file that a real parser reads as well. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

const token = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g

export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const [, slash, name, attributes = '', empty, text] of xml.matchAll(token)) {
    if (text !== undefined) yield { kind: 'text', text: decoded(text) }
    else if (slash) yield { kind: 'close', name: name ?? '' }
    else yield { kind: 'open', name: name ?? '', attributes, empty: empty === '/' }
  }
}

/** The value of one attribute; null when it is not there. */
export function attributeIn(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match ? decoded(match[1] ?? match[2] ?? '') : null
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null
    if (code === null) return named[name] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
