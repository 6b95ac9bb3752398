/** Words, white space and signs, each on its own; together they are the text. */
const token = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu
const word = /[\p{L}\p{N}]+/gu

export const tokensOf = (text: string): string[] => text.match(token) ?? []

export const wordsOf = (text: string): string[] => text.toLowerCase().match(word) ?? []
