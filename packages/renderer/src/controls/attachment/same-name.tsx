import type { FileInfo } from '@pipewright/contract'
import { Button } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'

/** A file that came under a name which is attached already. */
export interface Twin {
  readonly file: File
  readonly of: FileInfo
}

export interface SameNameProps {
  readonly twins: readonly Twin[]
  readonly onReplace: (twin: Twin) => void
  readonly onKeepBoth: (twin: Twin) => void
}

/** Asks of each what is meant: nothing is taken away unless somebody says so. */
export function SameName({ twins, onReplace, onKeepBoth }: SameNameProps) {
  const t = useTexts()
  return (
    <div role="status">
      {twins.map((twin) => (
        <div key={twin.of.id} className="pw-same-name">
          <span>{t('control.sameName', { name: twin.file.name })}</span>
          <Button size="small" type="primary" onClick={() => onReplace(twin)}>
            {t('control.asVersion')}
          </Button>
          <Button size="small" onClick={() => onKeepBoth(twin)}>
            {t('control.keepBoth')}
          </Button>
        </div>
      ))}
    </div>
  )
}
