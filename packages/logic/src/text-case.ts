// PostgreSQL maps one character to one character. JavaScript alone would make "SS" of "ß" and look at neighbours.
function eachCharacter(text: string, map: (character: string) => string): string {
  let result = ''
  for (const character of text) {
    const mapped = map(character)
    result += [...mapped].length === 1 ? mapped : character
  }
  return result
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/

export function upperCase(text: string): string {
  return ASCII.test(text) ? text.toUpperCase() : eachCharacter(text, (character) => character.toUpperCase())
}

export function lowerCase(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : eachCharacter(text, (character) => character.toLowerCase())
}
