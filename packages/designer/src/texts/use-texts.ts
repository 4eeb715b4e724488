import { useTextsOf } from '@pipewright/renderer'
import { designerNamespace } from './designer-texts.ts'
import type { en } from './en/index.ts'

type Texts = typeof en
type Plural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
type Keys = { [Group in keyof Texts]: `${Group}.${Plural<keyof Texts[Group] & string>}` }

/** Keys of this package's texts: "bar.saved". */
export type TextKey = Keys[keyof Keys]

export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

/** Texts of this package in the language of the interface. */
export const useTexts = (): Translate => useTextsOf(designerNamespace)
