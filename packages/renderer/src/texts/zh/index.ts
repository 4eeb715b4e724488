import type { en } from '../en/index.ts'
import { form } from './form.ts'

export const zh: typeof en = { form }
