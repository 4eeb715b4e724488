import type { Locale } from '@pipewright/contract'
import i18next from 'i18next'
import { loadTexts } from '../texts/load-texts.ts'
import { browserStorage } from '../places/browser-storage.ts'

const storageKey = 'pipewright.language'

/** The language chosen before, else the browser's. */
export function firstLanguage(): Locale {
  const chosen = browserStorage.getItem(storageKey)
  if (chosen === 'en' || chosen === 'zh') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** `remember: false` is for a page that has a language of its own. */
export async function chooseLanguage(locale: Locale, { remember = true } = {}): Promise<void> {
  if (remember) browserStorage.setItem(storageKey, locale)
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  await loadTexts(locale)
  await i18next.changeLanguage(locale)
}

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
