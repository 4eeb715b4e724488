import { connect } from '../../../connection/connect.ts'
import { settleTypeChange } from '../settle-type-change.ts'

// Carries out the type change of a workspace, two rows at a time, until it is through or killed.
const { DATABASE_URL: url = '', WORKSPACE: key = '', SCHEMA: schema = '' } = process.env
const database = connect({ url, poolSize: 2 })
const host = { isStopping: () => false, now: () => new Date().toISOString(), batch: 2 }
while ((await settleTypeChange(database, { key, schema }, host)) !== 'done');
await database.close()
