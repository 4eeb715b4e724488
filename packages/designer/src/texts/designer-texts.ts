import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

/** i18next namespace of this package. */
export const designerNamespace = 'designer'

/** Resource bundles of that namespace, per language. */
export const designerTexts = { en, zh } as const
