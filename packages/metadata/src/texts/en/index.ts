import type { Texts } from '../texts.ts'
import { changes, options } from './changes.ts'
import { problems } from './problems.ts'
import { uses } from './uses.ts'

export const en: Texts = { problems, uses, changes, options }
