import type { RowAlike } from '@pipewright/contract'
import type { AlikeTold } from '@pipewright/db'

/** Why a row is thought to be there already, as it is answered. */
export const alikeAnswer = (told: AlikeTold | undefined): RowAlike | null =>
  told === undefined ? null : { ...told, fields: [...told.fields], hidden: [...told.hidden] }
