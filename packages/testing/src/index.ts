export { freshDatabase, testServer, type FreshDatabase, type Template, type TestServer } from './database.ts'
export { connect, query, type Connection } from './query.ts'
export { appUnderTest, ownerPerson, type AppUnderTest, type AppUnderTestOptions } from './app.ts'
export { openStream, recordsTold, type SeenStream } from './open-stream.ts'
export type { RawRequest, TestClient } from './app-client.ts'
export {
  memberIdOf,
  signedInMember,
  templateWorkspace,
  type NewMember,
  type SignedInMember,
} from './app-members.ts'
export { zipOf, type Zipped } from './zip-of.ts'
