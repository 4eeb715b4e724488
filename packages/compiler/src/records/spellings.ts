import type { IndexKey } from '../tables/table-plan.ts'
import { foldText } from './fold-text.ts'

/** The twin of the spellings that an index compares texts in. */
export const spelled: { readonly [S in NonNullable<IndexKey['folded']>]: (text: string) => string } = {
  text: foldText,
  hash: foldText,
  case: (text) => text.normalize('NFC').toLowerCase(),
  width: (text) => text.normalize('NFKC'),
  nfc: (text) => text.normalize('NFC'),
}
