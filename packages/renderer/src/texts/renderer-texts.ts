import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

/** i18next namespace of this package. */
export const rendererNamespace = 'renderer'

/** Resource bundles: `i18n.addResourceBundle('en', rendererNamespace, rendererTexts.en)`. */
export const rendererTexts = { en, zh } as const
