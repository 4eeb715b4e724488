export { freshDatabase, testServer, type FreshDatabase, type Template, type TestServer } from './database.ts'
export { query } from './query.ts'
