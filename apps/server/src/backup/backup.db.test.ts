import { clusterFacts, connect, migrate, withBaseBackup } from '@pipewright/db'
import { connect as open, query } from '@pipewright/testing/query'
import { chmodSync, existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, realpath, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.ts'
import { listBackups, namePrefix, removeHalfOnes } from './backup-files.ts'
import { keepBackups } from './keep-backups.ts'
import { makeBackup, type BackupProgress, type BackupSource } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

// Whole clusters are copied, checked and started.
vi.setConfig({ testTimeout: 120_000 })

let root = ''
let server: RunningPostgres
let source: BackupSource
let folder = ''
const log = () => undefined
const restoredAt = '2026-11-30T09:00:00.000Z'

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'pipewright-backup-')))
  chmodSync(root, 0o711)
  const dataFolder = join(root, 'data')
  folder = join(root, 'backups')
  server = await startPostgres({ dataFolder, log })
  await writeFile(join(dataFolder, 'secret'), 'of this installation\n', { mode: 0o600 })
  const database = connect({ url: server.url, poolSize: 1 })
  const { version: postgres, clusterId } = await clusterFacts(database)
  await database.close()
  const prefix = namePrefix(clusterId)
  source = { backupUrl: server.backupUrl, dataFolder, postgres, secretGiven: false, prefix }
  await query(
    server.url,
    `create table kept as select n as id, repeat(md5(n::text), 20) as body from generate_series(1, 5000) n`,
  )
  await query(server.url, `create table counter (n int); `)
  await query(server.url, `insert into counter values (0)`)
  await query(server.url, `create table pair (n int, half int)`)
})

afterAll(async () => {
  await server.stop()
  await rm(root, { recursive: true, force: true })
})

let made = 0
/** A backup of its own instant. */
const backup = (onProgress = (_progress: BackupProgress) => {}) => {
  made += 1
  return makeBackup(source, {
    folder,
    at: `2026-11-29T02:30:${String(made).padStart(2, '0')}.000Z`,
    onProgress,
  })
}

/** One for all tests that only need one. */
let any: ReturnType<typeof backup> | undefined
const anyBackup = () => (any ??= backup())

const rowHash = (url: string) =>
  query(url, `select count(*)::int as rows, md5(string_agg(id || body, ',' order by id)) as hash from kept`)

async function onRestored<T>(
  file: string,
  work: (url: string, dataFolder: string) => Promise<T>,
): Promise<T> {
  const dataFolder = join(root, `restored-${basename(file)}`)
  await restoreBackup({ file, dataFolder, now: restoredAt })
  const restored = await startPostgres({ dataFolder, log })
  try {
    return await work(restored.url, dataFolder)
  } finally {
    await restored.stop()
  }
}

/** Counts and writes pairs in one transaction each until it is ended; answers how far it has come. */
function writeOn(url: string) {
  let goesOn = true
  let committed = 0
  const done = (async () => {
    const connection = await open(url)
    while (goesOn) {
      await connection.query('begin')
      const [row] = await connection.query<{ n: number }>('update counter set n = n + 1 returning n')
      await connection.query('insert into pair values ($1, 1)', [row?.n])
      await connection.query('insert into pair values ($1, 2)', [row?.n])
      await connection.query('commit')
      committed = row?.n ?? 0
    }
    await connection.end()
  })()
  return {
    committed: () => committed,
    end: async () => {
      goesOn = false
      await done
    },
  }
}

test('OP-01, OP-02: a backup made while others write brings back the same rows, counters and secret, nothing half', async () => {
  const before = await rowHash(server.url)
  const writer = writeOn(server.url)
  await expect.poll(writer.committed).toBeGreaterThan(20)
  let whileCopied = 0
  const kept = await backup(({ done: bytes }) => {
    // The first pieces arrive long before the copy ends.
    if (bytes > 0 && whileCopied === 0) whileCopied = writer.committed()
  })
  await writer.end()
  expect(whileCopied).toBeGreaterThan(0)
  expect((await stat(kept.file)).mode & 0o777).toBe(0o600)
  expect(kept.bytes).toBe((await stat(kept.file)).size)
  await onRestored(kept.file, async (url, dataFolder) => {
    expect(await rowHash(url)).toEqual(before)
    const [facts] = await query<{ n: number; pairs: number; halves: number }>(
      url,
      `select (select n from counter), (select count(distinct n)::int from pair) as pairs,
        (select count(*)::int from (select from pair group by n having count(*) <> 2) h) as halves`,
    )
    expect(facts?.n).toBeGreaterThanOrEqual(whileCopied)
    expect(facts).toEqual({ n: facts?.n, pairs: facts?.n, halves: 0 })
    expect(await readFile(join(dataFolder, 'secret'), 'utf8')).toBe('of this installation\n')
    expect((await stat(join(dataFolder, 'secret'))).mode & 0o777).toBe(0o600)
  })
})

test('where the secret in use was given, one that lies there from before is left out, and it is said', async () => {
  const given = { folder: join(root, 'given'), at: '2026-11-29T03:00:00.000Z' }
  const { file } = await makeBackup({ ...source, secretGiven: true }, given)
  const dataFolder = join(root, 'given-back')
  expect(await restoreBackup({ file, dataFolder, now: restoredAt })).toMatchObject({ secret: 'given' })
  await expect(readFile(join(dataFolder, 'secret'))).rejects.toThrow('ENOENT')
  expect(await readFile(join(dataFolder, 'password'), 'utf8')).not.toBe('')
})

test('two at once: the second is told that one is under way, and the first is whole', async () => {
  const [first, second] = await Promise.allSettled([backup(), backup()])
  const refused = [first, second].filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([{ reason: { name: 'BackupUnderWayError' } }])
})

test('one that is ended, or whose reader fails, leaves nothing, and the next start removes what a killed one left', async () => {
  const before = await readdir(folder)
  const ended = AbortSignal.abort()
  await expect(makeBackup(source, { folder, at: '2026-11-29T05:00:00.000Z', signal: ended })).rejects.toThrow(
    'aborted',
  )
  // Whoever is told that it ended can begin the next one at once.
  const slots = () => query(server.url, 'select 1 from pg_replication_slots')
  expect(await slots()).toEqual([])
  const lost = withBaseBackup(source.backupUrl, async ({ tar }) => {
    tar.destroy(new Error('lost'))
    for await (const _ of tar) continue
  })
  await expect(lost).rejects.toThrow('lost')
  expect(await slots()).toEqual([])
  expect(await readdir(folder)).toEqual(before)
  await writeFile(join(folder, `${source.prefix}20261129T050000Z.tar.gz.part`), 'half')
  await removeHalfOnes(folder, source.prefix)
  expect(await readdir(folder)).toEqual(before)
})

test('what is damaged, cut off, newer or of another PostgreSQL is refused before anything is touched', async () => {
  const { file } = await anyBackup()
  const whole = await readFile(file)
  const dataFolder = join(root, 'untouched')
  const bad = join(root, 'bad.tar.gz')
  const refusal = async () => {
    const error = await restoreBackup({ file: bad, dataFolder, now: restoredAt }).catch(
      (reason: unknown) => reason,
    )
    expect(existsSync(dataFolder)).toBe(false)
    return String(error)
  }
  const said: string[] = []
  // One bit alone may change nothing: where content repeats, a match further back brings the same.
  const middle = Math.floor(whole.length / 2)
  const flipped = whole.map((byte, index) => (index >= middle && index < middle + 64 ? byte ^ 0xff : byte))
  const plain = gunzipSync(whole)
  const changed = Buffer.from(plain)
  const at = plain.indexOf(Buffer.from('cluster/PG_VERSION\0')) + 512
  changed[at] = (changed[at] ?? 0) ^ 1
  const saying = (from: string, to: string) =>
    gzipSync(Buffer.from(plain.toString('latin1').replace(from, to), 'latin1'))
  const contents = [
    flipped,
    gzipSync(changed),
    Buffer.from('no archive'),
    saying('"format": 1', '"format": 9'),
    saying('"product": "0', '"product": "9'),
    saying(`"postgres": "${source.postgres.slice(0, 2)}`, '"postgres": "17'),
  ]
  for (const content of contents) {
    await writeFile(bad, content)
    said.push(await refusal())
  }
  await writeFile(bad, whole)
  await truncate(bad, Math.floor(whole.length * 0.9))
  said.push(await refusal())
  await rm(bad)
  said.push(await refusal())
  expect(said.map((text) => /damaged|newer|of PostgreSQL 17|cannot be read/.exec(text)?.[0])).toEqual([
    'damaged',
    'damaged',
    'damaged',
    'newer',
    'newer',
    'of PostgreSQL 17',
    'damaged',
    'cannot be read',
  ])
  for (const text of said) expect(text).toMatch(/Nothing was changed[\s\S]*未做任何改动/)
})

test('a data folder in use is refused; after a killed restore nothing starts until it is done again; older clusters let backups in', async () => {
  const { file } = await anyBackup()
  await expect(restoreBackup({ file, dataFolder: source.dataFolder, now: restoredAt })).rejects.toThrow(
    /empty folder[\s\S]*空文件夹/,
  )
  const dataFolder = join(root, 'killed')
  await restoreBackup({ file, dataFolder, now: restoredAt })
  await writeFile(join(dataFolder, 'restoring'), file)
  await rm(join(dataFolder, 'cluster/PG_VERSION'))
  await expect(startPostgres({ dataFolder, log })).rejects.toMatchObject({ code: 'half-restored' })
  await restoreBackup({ file, dataFolder, now: restoredAt })
  const restored = await startPostgres({ dataFolder, log })
  expect(await rowHash(restored.url)).toEqual(await rowHash(server.url))
  await restored.stop()
  // A cluster from before there were backups knows neither the role nor its way in.
  const rules = join(dataFolder, 'cluster/pg_hba.conf')
  await writeFile(rules, (await readFile(rules, 'utf8')).replace(/.*replication.*\n/, ''))
  await rm(join(dataFolder, 'backup-password'))
  const older = await startPostgres({ dataFolder, log })
  const bytes = await withBaseBackup(older.backupUrl, async ({ expectedBytes }) => expectedBytes)
  expect(bytes).toBeGreaterThan(1_000_000)
  await older.stop()
})

test('every night makes one and lets old ones go; what fails is said in both languages, and it rests, also over a start', async () => {
  const nightly = join(root, 'nightly')
  await writeFile(join(root, 'a-file'), '')
  const database = connect({ url: server.url, poolSize: 2 })
  await migrate(database, { now: restoredAt })
  const said: string[] = []
  let now = Date.parse('2026-11-29T12:00:00.000Z')
  const options = {
    source,
    database,
    clock: () => now,
    say: (line: string) => void said.push(line),
    times: { firstMs: 0, lookMs: 20, againMs: 3600_000 },
  }
  const settings = { folder: nightly, time: { hour: 2, minute: 30 }, retention: { daily: 1, weekly: 0 } }
  const ats = async () => (await listBackups(nightly, source.prefix)).map(({ at }) => at.slice(0, 10))
  const kept = keepBackups({ ...options, settings })
  await expect.poll(ats, { timeout: 30_000 }).toEqual(['2026-11-29'])
  now += 24 * 3600_000
  await expect.poll(ats, { timeout: 30_000 }).toEqual(['2026-11-30'])
  expect(await kept.standing()).toMatchObject({ backups: [{ checked: 'checked' }], trouble: undefined })
  now += 1000
  kept.begin()
  kept.begin()
  expect(await kept.standing()).toMatchObject({ underWay: { phase: 'writing' } })
  await expect.poll(async () => (await kept.standing()).underWay, { timeout: 30_000 }).toBeUndefined()
  expect(await ats()).toEqual(['2026-11-30'])
  expect((await kept.standing()).backups).toMatchObject([
    { at: '2026-11-30T12:00:01.000Z', checked: 'checked' },
  ])
  await kept.stop()

  now += 1000
  const brokenSettings = { ...settings, folder: join(root, 'a-file') }
  const broken = keepBackups({ ...options, settings: brokenSettings })
  await expect.poll(() => said.join()).toMatch(/No backup could be made[\s\S]*无法在/)
  expect(await broken.standing()).toMatchObject({ trouble: { type: 'failed', reason: 'other' }, backups: [] })
  await broken.stop()
  now += 59 * 60_000
  const again = keepBackups({ ...options, settings: brokenSettings })
  const { next } = await again.standing()
  expect(Date.parse(next) - now).toBeLessThanOrEqual(60_000)
  expect(Date.parse(next)).toBeGreaterThan(now)
  await new Promise((done) => setTimeout(done, 200))
  expect(said).toHaveLength(1)
  now += 60_000
  await expect.poll(() => said.length).toBe(2)
  await again.stop()
  await database.close()
})
