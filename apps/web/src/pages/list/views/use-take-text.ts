import { lateTexts } from '../../../texts/late-texts.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of taking a view into the app, which only builders download who do that. */
export const useTakeText = lateTexts<typeof en>('take-view', { en, zh })
