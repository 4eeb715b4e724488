export { buildApp } from './app.ts'
export type { AppOptions, Limits } from './app-options.ts'
export { newSetupToken } from './resources/session/set-up.ts'
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.ts'
