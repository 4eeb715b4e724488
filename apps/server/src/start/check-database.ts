import type { Database } from '@pipewright/db'
import { StartProblem } from '../postgres/start-problem.ts'

interface Facts {
  readonly version: number
  readonly shown: string
  readonly encoding: string
  readonly superuser: boolean
  readonly unsafe: string[]
}

const facts = `select current_setting('server_version_num')::int as version,
  current_setting('server_version') as shown,
  pg_encoding_to_char(encoding) as encoding,
  current_setting('is_superuser') = 'on' as superuser,
  array(select name::text from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off') as unsafe
  from pg_database where datname = current_database()`

const tooOld = (shown: string) =>
  new StartProblem(
    'database-version',
    `The database server is PostgreSQL ${shown}. Pipewright needs PostgreSQL 15 or newer.`,
    `数据库服务器版本为 PostgreSQL ${shown}。Pipewright 需要 PostgreSQL 15 或更高版本。`,
  )

const notUtf8 = (encoding: string) =>
  new StartProblem(
    'database-refused',
    `The database is encoded in ${encoding}. Make one with UTF8: create database pipewright template template0 encoding 'UTF8'`,
    `数据库编码为 ${encoding}。请创建 UTF8 数据库：create database pipewright template template0 encoding 'UTF8'`,
  )

/** Refuses a server that would damage or lose what is saved, and warns of one that may (OP-08). */
export async function checkDatabase(database: Database, warn: (line: string) => void): Promise<void> {
  const [found] = await database.query<Facts>({ text: facts, values: [] })
  if (found === undefined) return
  if (found.version < 150_000) throw tooOld(found.shown)
  if (found.encoding !== 'UTF8') throw notUtf8(found.encoding)
  if (found.superuser)
    warn(
      'Warning: the database role is a superuser. Use a role that owns only this database. / 警告：数据库角色是超级用户，请改用仅拥有此数据库的角色。',
    )
  for (const name of found.unsafe)
    warn(
      `Warning: ${name} is off; a power cut can destroy the database. / 警告：${name} 已关闭，断电可能损坏数据库。`,
    )
}
