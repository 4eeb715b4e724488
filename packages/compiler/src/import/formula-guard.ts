// A spreadsheet runs what begins like a formula, also after blanks and invisible characters.
const begin = /^[\s\p{Cf}\p{Z}]*(?:[=+\-@＝＋－＠|%]|(?<=[\t\r]))/u
const guarded = /^'+/u

const isDangerous = (text: string): boolean => begin.test(text.replace(guarded, ''))

/** Text that no spreadsheet takes for a formula: an apostrophe stands before what would begin one. */
export const guardFormula = (text: string): string => (isDangerous(text) ? `'${text}` : text)

/** Takes off exactly what `guardFormula` put on. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && isDangerous(text) ? text.slice(1) : text
