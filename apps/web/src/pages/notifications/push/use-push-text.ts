import { lateTexts } from '../../../texts/late-texts.ts'
import { en, type PushTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of push, which come with the settings that speak of it. */
export const usePushText = lateTexts<PushTexts>('push', { en, zh })
