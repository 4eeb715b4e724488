import { lateTexts, type LateText } from '../../texts/late-texts.ts'
import { en, type HoldTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

export type HoldText = LateText<HoldTexts>

/** The texts of what waits after a restore, which hardly anybody ever downloads. */
export const useHoldText = lateTexts<HoldTexts>('hold', { en, zh })
