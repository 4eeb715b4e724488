import { form } from './form.ts'

export const en = { form }
