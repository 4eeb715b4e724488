/** What ends an address; a space only where one was written before it, since names have spaces too. */
const ends = /[,;，；\n\t]+|(?<=@\S*)\s+/u
const inBrackets = /<([^<>]*)>/u

/** What was typed or pasted: addresses that are whole, "Ann <ann@b.example>" among them, and what is still being written. */
export function typedAddresses(text: string): { readonly whole: string[]; readonly rest: string } {
  const parts = text.split(ends)
  const rest = parts.pop() ?? ''
  const whole = parts.map((part) => (inBrackets.exec(part)?.[1] ?? part).trim()).filter((part) => part !== '')
  return { whole, rest }
}
