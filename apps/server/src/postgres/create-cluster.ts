import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findRunning, stopPostmaster } from './postmaster.ts'
import { databaseRefused, diskFull } from './start-problem.ts'
import type { RunAs } from './run-as.ts'

type NewCluster = {
  readonly binaries: string
  readonly cluster: string
  readonly password: string
  readonly backupPassword: string
  readonly who: RunAs
  readonly createsDatabases: boolean
}

const fullDisk = /No space left on device|Disk quota exceeded/

/** PostgreSQL's programs with their messages in English, and nothing of the caller's own PG… settings. */
export const plainEnvironment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
  LC_ALL: 'C',
})

type Place = { readonly folder: string; readonly who: RunAs }

async function run(program: string, args: string[], { folder, who }: Place, input = ''): Promise<string> {
  const child = spawn(program, args, { ...who, cwd: '/', env: plainEnvironment(), stdio: 'pipe' })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stdin.on('error', () => undefined) // It ended before it read everything; its exit code says so.
  child.stdin.end(input)
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  if (code === 0) return output
  if (fullDisk.test(output)) throw diskFull(dirname(folder))
  throw databaseRefused(`${program} ended with ${code}\n${output.trim().split('\n').slice(-8).join('\n')}`)
}

/**
 * UTF-8 always, and a character type that knows Chinese letters: under plain "C" pg_trgm drops them without a word.
 * Sorting is by ICU, Chinese by pinyin.
 */
const initdbArgs = (folder: string, locale: string) => [
  `--pgdata=${folder}`,
  '--username=postgres',
  '--auth-local=reject',
  '--auth-host=scram-sha-256',
  '--encoding=UTF8',
  `--locale=${locale}`,
  '--lc-messages=C',
  '--locale-provider=icu',
  '--icu-locale=zh-Hans-CN',
]

async function initdb({ binaries, who }: NewCluster, folder: string): Promise<void> {
  const program = join(binaries, 'bin/initdb')
  try {
    await run(program, initdbArgs(folder, 'C.UTF-8'), { folder, who })
  } catch (error) {
    // macOS and older systems have no C.UTF-8; this one they have.
    if (!(error instanceof Error) || !error.message.includes('invalid locale name')) throw error
    await rm(folder, { recursive: true, force: true })
    await makeEmpty(folder, who)
    await run(program, initdbArgs(folder, 'en_US.UTF-8'), { folder, who })
  }
}

/** An empty folder that is the server's own. */
export async function makeEmpty(folder: string, { uid, gid }: RunAs): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
}

/**
 * Over the network only the app's own role may come in, and one that may copy the cluster and do nothing else; the
 * superuser has no way in but the single-user mode here.
 */
const backupRule = 'host replication pipewright_backup 127.0.0.1/32 scram-sha-256\n'
const hostRules = `host all pipewright 127.0.0.1/32 scram-sha-256\n${backupRule}`

/** Statements of the superuser on a cluster whose server does not run. */
const single = (
  { binaries, who }: Pick<NewCluster, 'binaries' | 'who'>,
  folder: string,
  database: string,
  statements: readonly string[],
) =>
  run(
    join(binaries, 'bin/postgres'),
    ['--single', '-j', '-c', 'exit_on_error=true', '-c', 'log_checkpoints=off', '-D', folder, database],
    { folder, who },
    statements.map((statement) => `${statement};\n\n`).join(''),
  )

// Passwords are hexadecimal digits of our own making, so they need no quoting.
const backupRole = (password: string) =>
  `create role pipewright_backup login replication nosuperuser nocreaterole nocreatedb password '${password}'`

/** Lets backups into a cluster that was made before there were any. Killed, the next start does it again. */
export async function admitBackups(wanted: NewCluster): Promise<void> {
  const { cluster, backupPassword } = wanted
  const rules = join(cluster, 'pg_hba.conf')
  const known = await readFile(rules, 'utf8')
  if (known.includes(backupRule)) return
  const running = await findRunning(cluster)
  if (running) await stopPostmaster(running.pid)
  await single(wanted, cluster, 'postgres', [
    'drop role if exists pipewright_backup',
    backupRole(backupPassword),
  ])
  // Written last, and added to what somebody may have added.
  await writeFile(rules, `${known.trimEnd()}\n${backupRule}`)
}

/**
 * Makes the cluster with the role `pipewright` (no superuser) and its database. A half-made one has another name, so
 * that a start which was killed here begins anew.
 */
export async function createCluster(wanted: NewCluster): Promise<void> {
  const { cluster, password, backupPassword, who, createsDatabases } = wanted
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const half = `${cluster}.half`
  await makeEmpty(half, who)
  await initdb(wanted, half)
  const rights = createsDatabases ? 'createdb' : 'nocreatedb'
  await single(wanted, half, 'postgres', [
    `create role pipewright login nosuperuser nocreaterole ${rights} password '${password}'`,
    backupRole(backupPassword),
    'create database pipewright owner pipewright',
  ])
  await single(wanted, half, 'pipewright', ['create extension pg_trgm'])
  await writeFile(join(half, 'pg_hba.conf'), hostRules)
  await rename(half, cluster)
}
