import type { AttachmentField } from '@pipewright/schemas'
import { lazy, Suspense } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { asTexts } from '../control-attributes.ts'
import type { ValueProps } from '../field-control.ts'
import { PlainCell } from '../plain-value.tsx'
import { FileList, type FileListProps } from './file-list.tsx'
import './attachment.css'

// The dialog in which pictures are seen large comes with the first of them.
const ImageList = lazy(async () => ({ default: (await import('./image-list.tsx')).ImageList }))

/** What is attached: names of files, or the pictures themselves. */
export function AttachedFiles({ field, ...props }: FileListProps & { readonly field: AttachmentField }) {
  if ((field.display ?? 'files') === 'files') return <FileList {...props} />
  return (
    <Suspense fallback={null}>
      <ImageList {...props} large={field.display === 'signature'} />
    </Suspense>
  )
}

export const AttachmentValue = ({ field, value }: ValueProps<AttachmentField>) => (
  <AttachedFiles field={field} ids={asTexts(value)} />
)

const mostShown = 3

/** In a list: the first pictures, small, or how many files there are. */
export function AttachmentCell(props: ValueProps<AttachmentField>) {
  const { data } = useRenderer()
  const ids = asTexts(props.value)
  if ((props.field.display ?? 'files') === 'files') return <PlainCell {...props} />
  return (
    <span className="pw-thumbs">
      {ids.slice(0, mostShown).map((id) => (
        <img key={id} src={data.fileUrl(id)} alt="" loading="lazy" />
      ))}
      {ids.length > mostShown && <span className="pw-quiet">+{ids.length - mostShown}</span>}
      <span className="pw-hidden-text">
        <PlainCell {...props} />
      </span>
    </span>
  )
}
