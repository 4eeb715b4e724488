import { parseArgs } from 'node:util'
import { StartProblem } from '../postgres/start-problem.ts'

/** What is asked for with the command instead of a setting: it is done once and not at each start. */
export interface Command {
  /** A backup that is brought back before the start. */
  readonly restoreFrom: string | undefined
  /** The database was brought back by other tools: nothing goes out before somebody says so. */
  readonly isRestored: boolean
  /** The address of an account that gets a one-time link to set a new password. */
  readonly resetFor: string | undefined
}

const options = {
  restore: { type: 'string' },
  restored: { type: 'boolean', default: false },
  'reset-password': { type: 'string' },
} as const

function parsed(words: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...words], options })
    return Object.values(values).includes('') ? undefined : values
  } catch {
    return undefined
  }
}

/** Reads what stands behind the command; anything else than these is said in words. */
export function readCommand(words: readonly string[]): Command {
  const values = parsed(words)
  if (values !== undefined) {
    const { restore: restoreFrom, restored: isRestored, 'reset-password': resetFor } = values
    return { restoreFrom, isRestored, resetFor }
  }
  throw new StartProblem(
    'bad-setting',
    'After the start command there may only stand: --restore <file>, --restored, or --reset-password ann@example.com',
    '启动命令后只能写：--restore <文件>、--restored 或 --reset-password ann@example.com',
  )
}
