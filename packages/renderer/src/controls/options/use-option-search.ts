import { useMemo, useRef, useState } from 'react'

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
const han = /\p{Script=Han}/u
const latin = /[a-z]/u
/** So many names are spelled out before the browser may draw again. */
const perSlice = 400

type Spelled = ReadonlyMap<string, string>
const nothing: Spelled = new Map()

/** Spells the Chinese ones among the names, a slice at a time; tells after each slice what is known. */
async function spellAll(names: readonly string[], tell: (spelled: Spelled) => void): Promise<void> {
  const { spell } = await import('./spell.ts')
  const chinese = names.filter((name) => han.test(name))
  const spelled = new Map<string, string>()
  for (let from = 0; from < chinese.length; from += perSlice) {
    for (const name of chinese.slice(from, from + perSlice)) spelled.set(name, spell(name))
    tell(new Map(spelled))
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** Searches names by a part of them, and Chinese ones by pinyin and first letters too, which come when first needed. */
export function useOptionSearch(names: () => readonly string[]) {
  const [spelled, setSpelled] = useState(nothing)
  const asked = useRef(false)
  const onSearch = (text: string) => {
    if (asked.current || !latin.test(fold(text))) return
    asked.current = true
    void spellAll(names(), setSpelled)
  }
  const matches = useMemo(
    () => (text: string, name: string) => {
      const wanted = fold(text).trim()
      if (fold(name).includes(wanted)) return true
      return spelled.get(name)?.includes(wanted.replaceAll(/[\s']/gu, '')) ?? false
    },
    [spelled],
  )
  return { matches, onSearch }
}
