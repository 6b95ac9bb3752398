/** MongoDB's regular expressions (PCRE, options imsx) as JavaScript ones. */
import { BSONRegExp } from 'bson'
import { isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'

/** Compiles a BSON regex or a string with `options`; refuses what JavaScript cannot express. */
export function toRegExp(value: Value, options?: Value): RegExp {
  let source = ''
  let flags = ''
  if (value instanceof BSONRegExp) {
    source = value.pattern
    flags = value.options
  } else if (isText(value)) {
    source = textOf(value)
  } else {
    refuse('BadValue', '$regex has to be a string')
  }
  if (isText(options) && textOf(options)) flags = textOf(options)
  return compile(source, flags)
}

function compile(source: string, flags: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(source)
  const body = inline ? source.slice(inline[0].length) : source
  const all = flags + (inline?.[1] ?? '')
  const unicode = /\\[pP]\{|[\ud800-\udfff]/.test(body) ? 'u' : ''
  const kept = [...'ims'].filter(flag => all.includes(flag)).join('')
  try {
    return new RegExp(all.includes('x') ? withoutWhitespace(body) : body, kept + unicode)
  } catch (error) {
    return refuse(
      51091,
      `Regular expression is invalid: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
}

/** Option `x`: whitespace and comments outside classes mean nothing. */
const withoutWhitespace = (source: string): string =>
  source.replace(/\\.|\[[^\]]*\]|#.*|\s+/g, part => (/^[\\[]/.test(part) ? part : ''))
