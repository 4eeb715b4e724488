import { orNothing } from './fold.ts'

export const exact = (value: string): string | undefined => orNothing(value.normalize('NFC').trim())
