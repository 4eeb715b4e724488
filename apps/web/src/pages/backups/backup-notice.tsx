import type { Backups, BackupTrouble } from '@pipewright/contract'
import { Alert, Progress } from 'antd'
import type { BackupTexts } from './texts/en.ts'
import { sizeWords } from './size-words.ts'
import { useBackupText } from './use-backup-text.ts'
import { useMoment } from '../../shell/use-moment.ts'

const troubles: Readonly<Record<BackupTrouble, readonly [keyof BackupTexts, keyof BackupTexts]>> = {
  'no-room': ['noRoom', 'noRoomHint'],
  failed: ['failed', 'failedHint'],
  late: ['late', 'lateHint'],
}

/** What is wrong, or why there are none. */
export function BackupNotice({ made, trouble }: Pick<Backups, 'made' | 'trouble'>) {
  const text = useBackupText()
  if (made !== 'here')
    return <Alert type="info" showIcon title={text(made)} description={text(`${made}Hint`)} />
  if (trouble === null) return null
  const [title, hint] = troubles[trouble]
  return <Alert type="error" showIcon title={text(title)} description={text(hint)} />
}

/** The last attempt was cut off with its server, and none became whole since. */
export function BackupCutOff({ cutOff, underWay, next }: Pick<Backups, 'cutOff' | 'underWay' | 'next'>) {
  const text = useBackupText()
  const moment = useMoment()
  if (cutOff === null) return null
  const then =
    underWay === null && next !== null ? text('cutOffHint', { next: moment(next) }) : text('cutOffAgain')
  return <Alert type="warning" showIcon title={text('cutOff', { at: moment(cutOff) })} description={then} />
}

/** Reading it again takes about a fifth of the time. */
const writingShare = 80

function percentOf({ phase, done, expected }: NonNullable<Backups['underWay']>): number {
  if (phase === 'checking') return writingShare + 10
  return expected === null || expected === 0
    ? 0
    : Math.min(writingShare, Math.floor((done / expected) * writingShare))
}

/** How far the one is that is being made. */
export function BackupProgress({ underWay }: { readonly underWay: NonNullable<Backups['underWay']> }) {
  const text = useBackupText()
  const { phase, done, expected } = underWay
  const words = () => {
    if (phase === 'checking') return text('checking')
    if (expected === null) return text('beginning')
    return text('writing', { done: sizeWords(done), expected: sizeWords(Math.max(done, expected)) })
  }
  return (
    <div className="backup-progress">
      <Progress percent={percentOf(underWay)} status="active" showInfo={false} aria-label={words()} />
      <div aria-live="polite">{words()}</div>
      <div className="quiet">{text('leave')}</div>
    </div>
  )
}
