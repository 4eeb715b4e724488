import type { en } from '../en/index.ts'
export const zh: typeof en = {}
