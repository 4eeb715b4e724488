import type { en } from './en/index.ts'
import { rendererNamespace } from './renderer-namespace.ts'
import { useTextsOf } from './use-texts-of.ts'

type Texts = typeof en
type Plural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
type Group = Extract<keyof Texts, string>
type Keys = { [G in Group]: `${G}.${Plural<Extract<keyof Texts[G], string>>}` }

/** Keys of this package's texts: "form.save". */
export type TextKey = Keys[Group]

export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

/** Texts of this package in the language of the interface. */
export const useTexts = (): Translate => useTextsOf(rendererNamespace)
