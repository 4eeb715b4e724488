/** How names in a table are compared: width, case, composition and runs of blanks do not count. */
export const foldWords = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
