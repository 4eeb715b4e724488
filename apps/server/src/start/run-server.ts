import {
  clusterFacts,
  connect,
  deleteExpiredSessions,
  findAccountByEmail,
  migrate,
  NewerSchemaError,
  type Database,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { uuidv7 } from 'uuidv7'
import type { Backups } from '../app-options.ts'
import { buildApp } from '../app.ts'
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.ts'
import { StartProblem } from '../postgres/start-problem.ts'
import { newResetToken } from '../resources/reset/reset-link.ts'
import { newSetupToken } from '../resources/session/set-up.ts'
import { namePrefix } from '../backup/backup-files.ts'
import { keepBackups } from '../backup/keep-backups.ts'
import { holdRestored, markRestored } from '../backup/restored-mark.ts'
import { checkDatabase } from './check-database.ts'
import type { Config } from './config.ts'
import { drawAhead } from './draw-ahead.ts'
import { checkTables } from './check-tables.ts'
import { keepHouse } from './keep-house.ts'
import { keptSecret } from './kept-secret.ts'

export interface RunningServer {
  /** Where people reach it. */
  readonly url: string
  /** The one-time link that makes the first account; null once there is one. */
  readonly setupUrl: string | null
  /** The one-time link that was asked for with the command. */
  readonly resetUrl: string | null
  /** Answers what was accepted, then ends everything that was started. */
  readonly stop: () => Promise<void>
}

type Close = () => Promise<unknown>

function explainNewer(error: unknown): never {
  if (!(error instanceof NewerSchemaError)) throw error
  throw new StartProblem(
    'database-version',
    'This database was used by a newer version of Pipewright. Start that version, or restore an older backup.',
    '此数据库曾由更新版本的 Pipewright 使用。请启动该版本，或恢复较早的备份。',
  )
}

const random = drawAhead(randomBytes)

const heldAfterRestore =
  'E-mails, pushes and reminders are held until an administrator of each workspace says how to go on. Everybody is signed out and signs in again. / 邮件、推送和提醒已暂停发送，等待各工作区的管理员确认后继续。所有人都已退出登录，需要重新登录。'

interface Opened {
  readonly database: Database
  /** The server that was started for it; none with a server of one's own. */
  readonly postgres: RunningPostgres | undefined
}

async function openDatabase(config: Config, say: (line: string) => void, closers: Close[]): Promise<Opened> {
  const postgres =
    config.databaseUrl === undefined
      ? await startPostgres({ dataFolder: config.dataFolder, log: say })
      : undefined
  if (postgres !== undefined) closers.push(postgres.stop)
  const database = connect({ url: config.databaseUrl ?? postgres?.url ?? '', poolSize: 20 })
  closers.push(() => database.close())
  await checkDatabase(database, say)
  const now = new Date().toISOString()
  await migrate(database, { now }).catch(explainNewer)
  if (config.isRestored) await markRestored(config.dataFolder, { backupAt: null, restoredAt: now })
  if (await holdRestored(database, config.dataFolder, now)) say(heldAfterRestore)
  await deleteExpiredSessions(database, now)
  return { database, postgres }
}

async function startBackups(
  { database, postgres }: Opened,
  { backups: settings, dataFolder, secret }: Config,
  say: (line: string) => void,
): Promise<Backups> {
  if (postgres === undefined) return 'elsewhere'
  if (settings === undefined) return 'off'
  const { version, clusterId } = await clusterFacts(database)
  const { backupUrl } = postgres
  const prefix = namePrefix(clusterId)
  const source = { backupUrl, dataFolder, postgres: version, secretGiven: secret !== undefined, prefix }
  return keepBackups({ source, settings, database, clock: Date.now, say })
}

interface AppParts {
  readonly database: Database
  readonly secret: string
  readonly backups: Backups
}

function appOn({ database, secret, backups }: AppParts, config: Config): Promise<FastifyInstance> {
  return buildApp({
    database,
    clock: Date.now,
    newId: uuidv7,
    random,
    secret,
    backups,
    origins: config.publicUrl === undefined ? [] : [config.publicUrl],
    cookieSecure: config.publicUrl?.startsWith('https:') ?? false,
    trustProxy: config.trustProxy,
    outgoingNetworks: config.outgoingNetworks,
    mapTiles: config.mapTiles,
    staticFolder: config.staticFolder,
    templatesFolder: config.templatesFolder,
    log: config.logs === 'off' ? null : (line) => process.stdout.write(line),
    logLevel: config.logs === 'all' ? 'info' : 'error',
  })
}

/** Whoever commands the server may open every account: for an owner who forgot the password. */
async function resetByServer(database: Database, email: string): Promise<string> {
  const account = await findAccountByEmail(database, email.trim())
  if (account === undefined || account.disabled)
    throw new StartProblem('bad-setting', `Nobody signs in with ${email}.`, `没有使用 ${email} 登录的账号。`)
  return newResetToken({ database, clock: Date.now, random }, { account: account.id, way: 'server' })
}

const shownHost = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host

/** Starts all that a person needs, in order; what was started before a failure is stopped again. */
export async function runServer(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const closers: Close[] = []
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    const opened = await openDatabase(config, say, closers)
    const { database } = opened
    closers.push(keepHouse(database, Date.now))
    const secret = config.secret ?? (await keptSecret(config.dataFolder, say))
    // After the secret, which belongs into every backup.
    const backups = await startBackups(opened, config, say)
    if (typeof backups === 'object') closers.push(backups.stop)
    const app = await appOn({ database, secret, backups }, config)
    closers.push(() => app.close())
    await app.listen({ port: config.port, host: config.host })
    closers.push(checkTables(database, app.log))
    const { port } = app.server.address() as AddressInfo
    const url = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`
    const token = await newSetupToken({ database, clock: Date.now, random })
    const reset = config.resetFor === undefined ? null : await resetByServer(database, config.resetFor)
    return {
      url,
      setupUrl: token === null ? null : `${url}/setup?token=${token}`,
      resetUrl: reset === null ? null : `${url}/reset/${reset}`,
      stop,
    }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}
