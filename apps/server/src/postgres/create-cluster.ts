import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { databaseRefused, diskFull } from './start-problem.ts'
import type { RunAs } from './run-as.ts'

type NewCluster = {
  readonly binaries: string
  readonly cluster: string
  readonly password: string
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

async function makeEmpty(folder: string, { uid, gid }: RunAs): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
}

/** Over the network only the app's own role may come in; the superuser has no way in but the single-user mode here. */
const hostRules = ['host all pipewright 127.0.0.1/32 scram-sha-256', ''].join('\n')

/**
 * Makes the cluster with the role `pipewright` (no superuser) and its database. A half-made one has another name, so
 * that a start which was killed here begins anew.
 */
export async function createCluster(wanted: NewCluster): Promise<void> {
  const { binaries, cluster, password, who, createsDatabases } = wanted
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const half = `${cluster}.half`
  await makeEmpty(half, who)
  await initdb(wanted, half)
  const single = (database: string, statements: string[]) =>
    run(
      join(binaries, 'bin/postgres'),
      ['--single', '-j', '-c', 'exit_on_error=true', '-c', 'log_checkpoints=off', '-D', half, database],
      { folder: half, who },
      statements.map((statement) => `${statement};\n\n`).join(''),
    )
  // The password is hexadecimal digits of our own making, so it needs no quoting.
  const rights = createsDatabases ? 'createdb' : 'nocreatedb'
  await single('postgres', [
    `create role pipewright login nosuperuser nocreaterole ${rights} password '${password}'`,
    'create database pipewright owner pipewright',
  ])
  await single('pipewright', ['create extension pg_trgm'])
  await writeFile(join(half, 'pg_hba.conf'), hostRules)
  await rename(half, cluster)
}
