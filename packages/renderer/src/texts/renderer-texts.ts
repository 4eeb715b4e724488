import type { i18n } from 'i18next'
import { en } from './en/index.ts'
import { rendererNamespace } from './renderer-namespace.ts'
import { zh } from './zh/index.ts'

/** Both languages at once: for tests, which see any text. */
export const rendererTexts = { en, zh } as const

/** Makes the texts known to the i18next instance of the shell; once, after its `init`. */
export function addRendererTexts(instance: i18n): void {
  instance.addResourceBundle('en', rendererNamespace, en)
  instance.addResourceBundle('zh', rendererNamespace, zh)
}
