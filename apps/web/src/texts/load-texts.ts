import type { Locale } from '@pipewright/contract'
import { loadRendererTexts, rendererNamespace } from '@pipewright/renderer'
import i18next from 'i18next'

const shellTexts = {
  en: async () => (await import('./en.ts')).en,
  zh: async () => (await import('./zh.ts')).zh,
} as const

/** Loads the texts of one language; the other one is not downloaded before somebody asks for it. */
export async function loadTexts(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'web')) return
  const [shell, renderer] = await Promise.all([shellTexts[locale](), loadRendererTexts[locale]()])
  i18next.addResourceBundle(locale, 'web', shell)
  i18next.addResourceBundle(locale, rendererNamespace, renderer)
}
