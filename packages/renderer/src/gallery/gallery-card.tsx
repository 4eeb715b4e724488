import type { FileInfo, RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { memo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { isEmptyValue } from '../form/engine/field-issue.ts'
import { CellValue } from '../table/cell-value.tsx'
import { valueAt, type Column } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import '../table/card-title.css'

/** A record as its picture, its title and a few facts. */
export const GalleryCard = memo(function GalleryCard(props: {
  readonly record: RecordAnswer
  readonly picture: FileInfo | undefined
  readonly columns: readonly Column[]
  readonly onOpen: (record: RecordAnswer) => void
}) {
  const { record, picture, columns, onOpen } = props
  const { data } = useRenderer()
  const t = useTexts()
  const filled = columns.filter(({ path }) => !isEmptyValue(valueAt(record, path)))
  return (
    <article className="pw-gallery-card">
      <div className="pw-gallery-picture">
        {picture === undefined ? (
          <Icon name="picture" />
        ) : (
          <img src={data.fileUrl(picture.id)} alt={picture.name} loading="lazy" decoding="async" />
        )}
      </div>
      <div className="pw-gallery-words">
        <button type="button" className="pw-card-title" onClick={() => onOpen(record)}>
          {record.title || t('table.untitled')}
        </button>
        {filled.length > 0 && (
          <ul className="pw-board-facts">
            {filled.map((column) => (
              <li key={column.path} title={column.label}>
                <span className="pw-hidden-text">{`${column.label}: `}</span>
                <CellValue record={record} column={column} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
})
