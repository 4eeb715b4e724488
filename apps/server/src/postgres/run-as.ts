import { execFileSync } from 'node:child_process'
import { StartProblem } from './start-problem.ts'

/** The system user PostgreSQL runs as. Empty: as ourselves, which PostgreSQL accepts from anybody but root. */
export type RunAs = { readonly uid?: number; readonly gid?: number }

const systemUser = 'postgres'

function idsOf(user: string): Required<RunAs> | undefined {
  const ask = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function createSystemUser(): void {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', systemUser]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', systemUser]],
  ]
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'pipe' })
      return
    } catch {
      // Distributions have one or the other; whether it worked is asked of `id` afterwards.
    }
  }
}

/**
 * Root may not run PostgreSQL, so root hands it to the system user `postgres`, made if absent. A folder that an
 * ordinary user began stays with that user, so the same data opens with and without root.
 */
export function chooseRunAs(folderOwner: Required<RunAs> | undefined): RunAs {
  if (process.getuid?.() !== 0) return {}
  if (folderOwner && folderOwner.uid !== 0) return folderOwner
  const known = idsOf(systemUser)
  if (known) return known
  createSystemUser()
  const created = idsOf(systemUser)
  if (created) return created
  throw new StartProblem(
    'no-system-user',
    'PostgreSQL does not run as root, and the system user "postgres" could not be created. Create it, or start as an ordinary user.',
    'PostgreSQL 不能以 root 身份运行，且无法创建系统用户 "postgres"。请先创建该用户，或以普通用户启动。',
  )
}
