import type { FileInfo, RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { memo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { CardFacts } from '../table/card-facts.tsx'
import type { Column } from '../table/column-of-path.ts'
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
        <CardFacts record={record} columns={columns} />
      </div>
    </article>
  )
})
