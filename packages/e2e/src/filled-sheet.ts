import { crc32, inflateRawSync } from 'node:zlib'

/** A file in a zip archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), unpacked. */
type Entry = { name: string; bytes: Buffer }

/** What somebody types into cells of an Excel file, by their places, e.g. `{ P2: 'zur Kenntnis genommen' }`. */
export function filledIn(file: Buffer, sheet: string, cells: Readonly<Record<string, string>>): Buffer {
  const entries = unzip(file).map(({ name, bytes }): Entry => {
    if (!name.endsWith(`/${sheet}.xml`)) return { name, bytes }
    let xml = bytes.toString()
    for (const [place, words] of Object.entries(cells))
      xml = xml.replace(
        new RegExp(`<c r="${place}"( s="\\d+")[^>]*?(/>|>.*?</c>)`, 's'),
        `<c r="${place}"$1 t="inlineStr"><is><t>${words}</t></is></c>`,
      )
    return { name, bytes: Buffer.from(xml) }
  })
  return zip(entries)
}

/** The words in a sheet by their places, as it was written. */
export function cellsIn(file: Buffer, sheet: string): Map<string, string> {
  const found = unzip(file).find(({ name }) => name.endsWith(`/${sheet}.xml`))
  const cells = found?.bytes.toString().matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/gs) ?? []
  return new Map([...cells].map(([, place = '', inside = '']) => [place, inside.replace(/<[^>]*>/g, '')]))
}

function unzip(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, more, comment] = [28, 30, 32].map(field => file.readUInt16LE(at + field))
    const name = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
    entries.push({ name, bytes: file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) })
    at += 46 + (nameLength ?? 0) + (more ?? 0) + (comment ?? 0)
  }
  return entries
}

/** Stored as it is, without compression. */
function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(bytes.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), bytes])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, Buffer.from(name))
    files.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}
