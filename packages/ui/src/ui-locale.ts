import { createContext, useContext } from 'react'
import { ui as en } from './texts/en/ui.ts'
import { ui as zh } from './texts/zh/ui.ts'

export type UiLocale = 'en' | 'zh'

export const UiLocaleContext = createContext<UiLocale>('en')

export const useUiLocale = (): UiLocale => useContext(UiLocaleContext)

/** The few texts that the shared wrappers show by themselves. */
export const useUiTexts = (): typeof en => (useUiLocale() === 'zh' ? zh : en)
