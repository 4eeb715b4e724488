import type { Backups } from '@pipewright/contract'
import { CheckCircleOutlined, QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { sizeWords } from './size-words.ts'
import { useBackupText } from './use-backup-text.ts'
import { useMoment } from '../../shell/use-moment.ts'

const icons: Readonly<Record<Backups['backups'][number]['checked'], ReactNode>> = {
  checked: <CheckCircleOutlined />,
  changed: <WarningOutlined />,
  unknown: <QuestionCircleOutlined />,
}

/** The backups that are there, newest first. */
export function BackupList({ backups }: Pick<Backups, 'backups'>) {
  const text = useBackupText()
  const moment = useMoment()
  if (backups.length === 0) return null
  return (
    <table className="backup-list">
      <caption>{text('list')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('time')}</th>
          <th scope="col" className="backup-size">
            {text('size')}
          </th>
          <th scope="col">{text('state')}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map(({ at, bytes, checked }) => (
          <tr key={at}>
            <td>{moment(at)}</td>
            <td className="backup-size">{sizeWords(bytes)}</td>
            <td>
              <span className={`backup-state backup-${checked}`} title={text(`${checked}Hint`)}>
                <span aria-hidden>{icons[checked]}</span> {text(checked)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
