/** Speaks to the person at the terminal, in both languages at once. */
export const say = (en, zh) => console.log(`${en}\n${zh}`)

/** Says what went wrong and ends with code 1. */
export const giveUp = (en, zh) => {
  console.error(`\n${en}\n${zh}`)
  process.exit(1)
}
