import { xmlHead, xmlText } from './xml.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetNamespaces = `xmlns="${main}" xmlns:r="${relationships}"`

/** In the order of the styles below. */
const lookNames = ['text', 'head', 'open', 'title', 'number', 'strong'] as const
export type CellLook = (typeof lookNames)[number]
export const lookNumber = (look: CellLook): number => lookNames.indexOf(look)

const top = '<alignment vertical="top" wrapText="1"/>'
/** 49 is the format of texts: whatever somebody types there stays a text. */
const cellStyles = [
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyAlignment="1" applyBorder="1">${top}</xf>`,
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyAlignment="1" applyFill="1" applyFont="1" applyBorder="1">${top}</xf>`,
  `<xf numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0" applyAlignment="1" applyFill="1" applyBorder="1" applyProtection="1">${top}<protection locked="0"/></xf>`,
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  `<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyAlignment="1" applyBorder="1">${top}</xf>`,
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyAlignment="1" applyFont="1" applyBorder="1">${top}</xf>`,
]

const font = (size: number, more = '') => `<font>${more}<sz val="${size}"/><name val="Arial"/></font>`
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`
const edge = (name: string) => `<${name} style="thin"><color rgb="FFB4B9C1"/></${name}>`

export const sheetStyles = `${xmlHead}<styleSheet xmlns="${main}"><fonts count="3">${font(10)}${font(10, '<b/>')}${font(16, '<b/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE7EAEE')}${fill('FFFFF8DC')}</fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${cellStyles.length}">${cellStyles.join('')}</cellXfs></styleSheet>`

export function sheetContentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`
  const own = Array.from({ length: sheets }, (_, at) =>
    part(`/xl/worksheets/sheet${at + 1}.xml`, `${sheetMl}.worksheet+xml`),
  )
  return `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', `${sheetMl}.sheet.main+xml`)}${part('/xl/styles.xml', `${sheetMl}.styles+xml`)}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${own.join('')}</Types>`
}

export const sheetRootRelationships = `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `${xmlHead}<workbook ${sheetNamespaces}><sheets>${sheets.join('')}</sheets></workbook>`
}

export function workbookRelationships(sheets: number): string {
  const one = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relationships}/${type}" Target="${target}"/>`
  const own = Array.from({ length: sheets }, (_, at) =>
    one(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${own.join('')}${one(sheets + 1, 'styles', 'styles.xml')}</Relationships>`
}
