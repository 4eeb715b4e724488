const longest = 200
// Control characters, marks that turn the direction of writing, and what is not seen.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu

/** The name of an uploaded file as it is kept: NFC, no folders, nothing invisible, at most 200 characters. */
export function cleanName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last.replaceAll(hidden, '').trim().replace(/^\.+/, '')
  if (name === '') return 'file'
  const letters = [...name]
  if (letters.length <= longest) return name
  const ending = [...(/\.[^.]{1,10}$/u.exec(name)?.[0] ?? '')]
  return [...letters.slice(0, longest - ending.length), ...ending].join('')
}
