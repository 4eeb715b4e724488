import type { i18n } from 'i18next'
import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

/** i18next namespace of this package. */
export const rendererNamespace = 'renderer'

/** Resource bundles of that namespace, per language. */
export const rendererTexts = { en, zh } as const

/** One language's bundle by itself, for a shell that downloads only what its reader speaks. */
export const loadRendererTexts = {
  en: async () => (await import('./en/index.ts')).en,
  zh: async () => (await import('./zh/index.ts')).zh,
} as const

/** Makes the texts known to the i18next instance of the shell; once, after its `init`. */
export function addRendererTexts(instance: i18n): void {
  instance.addResourceBundle('en', rendererNamespace, en)
  instance.addResourceBundle('zh', rendererNamespace, zh)
}
