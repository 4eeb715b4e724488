import { lateTexts } from '../../texts/late-texts.ts'
import { en, type ProofTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of giving the password again, which come with it. */
export const useProofText = lateTexts<ProofTexts>('proof', { en, zh })
