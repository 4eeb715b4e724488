export type * from './generated/types.ts'
export * from './generated/validators.js'
