const separator = /[,;|、，；｜\n]/u
const part = /\s*"((?:[^"]|"")*)"\s*(?=[,;|、，；｜\n]|$)|[^,;|、，；｜\n]+/gu

/** Parts of a list as people write it in a cell: between commas, semicolons, 、 or line breaks; quotes hold one together. */
export const splitList = (text: string): string[] =>
  [...text.matchAll(part)]
    .map(([whole, quoted]) => (quoted === undefined ? whole : quoted.replaceAll('""', '"')).trim())
    .filter((one) => one !== '')

/** A list as the text of a cell, which `splitList` reads back. */
export const joinList = (parts: readonly string[]): string =>
  parts
    .map((one) => (separator.test(one) || one.startsWith('"') ? `"${one.replaceAll('"', '""')}"` : one))
    .join('; ')
