import { fileURLToPath } from 'node:url'
import { isNetwork } from '../auth/allowed-networks.ts'
import type { MapTiles } from '../app-options.ts'
import { StartProblem } from '../postgres/start-problem.ts'
import type { BackupSettings } from '../backup/kept-backups.ts'
import { readBackups } from './backup-settings.ts'
import { readCommand, type Command } from './command.ts'
import { readMapTiles } from './map-tiles.ts'

/** What a person can set from outside. */
export interface Config extends Command {
  readonly port: number
  readonly host: string
  /** A PostgreSQL server of your own; without it an embedded one is started on `dataFolder`. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  /** Backups of the embedded server; undefined: none. */
  readonly backups: BackupSettings | undefined
  /** At least 32 characters; without it one is made and kept in `dataFolder`. */
  readonly secret: string | undefined
  /** Where people reach Pipewright, for example "https://crm.example", when that is not this host and port. */
  readonly publicUrl: string | undefined
  readonly trustProxy: string | undefined
  /** Networks inside that mail may be sent to all the same; none by default. */
  readonly outgoingNetworks: readonly string[]
  /** The map below records, fetched elsewhere; none by default. */
  readonly mapTiles: MapTiles | undefined
  readonly staticFolder: string
  readonly templatesFolder: string
  /** Unless set, the terminal shows what goes wrong and not every request. */
  readonly logs: 'all' | 'errors' | 'off'
}

type Environment = Readonly<Record<string, string | undefined>>

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))

const badSetting = (name: string, value: string, en: string, zh: string) =>
  new StartProblem('bad-setting', `${name}=${value}: ${en}`, `${name}=${value}：${zh}`)

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw badSetting('PORT', text, 'a port is a number from 0 to 65535.', '端口应为 0 到 65535 之间的数字。')
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.parse(text)
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw badSetting(
    'PUBLIC_URL',
    text,
    'write it like https://crm.example',
    '请写成 https://crm.example 的形式。',
  )
}

function readSecret(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= 32) return text
  // What was given is a secret all the same, and is not repeated.
  throw badSetting('SECRET', '…', 'a secret has at least 32 characters.', '密钥至少需要 32 个字符。')
}

function readLogs(text: string | undefined): Config['logs'] {
  if (text === undefined) return 'errors'
  if (text === 'all' || text === 'errors' || text === 'off') return text
  throw badSetting('LOGS', text, 'choose all, errors or off.', '请选择 all、errors 或 off。')
}

function readNetworks(text: string | undefined): readonly string[] {
  const networks = (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  if (text === undefined || networks.every(isNetwork)) return networks
  throw badSetting(
    'OUTGOING_NETWORKS',
    text,
    'write addresses and networks like 10.0.0.5, 192.168.1.0/24',
    '请写成 10.0.0.5, 192.168.1.0/24 的形式。',
  )
}

/** Reads the settings and what stands behind the command; what is wrong with them is said in words. */
export function readConfig(environment: Environment, words: readonly string[] = []): Config {
  const set = (name: string) => (environment[name] === '' ? undefined : environment[name])
  const dataFolder = set('DATA_FOLDER') ?? fromRoot('data')
  return {
    port: readPort(set('PORT')),
    host: set('HOST') ?? '127.0.0.1',
    databaseUrl: set('DATABASE_URL'),
    dataFolder,
    backups: readBackups(set, dataFolder),
    secret: readSecret(set('SECRET')),
    publicUrl: readPublicUrl(set('PUBLIC_URL')),
    trustProxy: set('TRUST_PROXY'),
    outgoingNetworks: readNetworks(set('OUTGOING_NETWORKS')),
    mapTiles: readMapTiles(set),
    ...readCommand(words),
    staticFolder: fromRoot('apps/web/dist'),
    templatesFolder: fromRoot('templates'),
    logs: readLogs(set('LOGS')),
  }
}
