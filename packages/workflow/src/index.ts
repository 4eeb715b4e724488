export * from './advance.ts'
export * from './effect.ts'
export * from './event.ts'
export * from './run.ts'
