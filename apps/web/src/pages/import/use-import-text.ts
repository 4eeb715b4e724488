import { lateTexts } from '../../texts/late-texts.ts'
import { en, type ImportTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** Texts of the import that nobody downloads before it is opened. */
export const useImportText = lateTexts<ImportTexts>('import', { en, zh })
