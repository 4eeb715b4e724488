import { lateTexts } from '../../texts/late-texts.ts'
import { en, type MergeTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of merging, which nobody downloads before it is opened. */
export const useMergeText = lateTexts<MergeTexts>('merge', { en, zh })
