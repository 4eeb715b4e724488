import type { AttachmentField } from '@pipewright/schemas'
import { lazy, Suspense, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asTexts } from '../control-attributes.ts'
import type { ValueProps } from '../field-control.ts'
import { PlainCell } from '../plain-value.tsx'
import { FileList, type FileListProps } from './file-list.tsx'
import './attachment.css'

const ImageList = lazy(async () => ({ default: (await import('./image-list.tsx')).ImageList }))
const FilesPreview = lazy(async () => ({
  default: (await import('../../files/files-preview.tsx')).FilesPreview,
}))

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

/** The first pictures, small, or how many files there are. */
export function AttachmentThumbs(props: ValueProps<AttachmentField>) {
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

/** In a list: pressed, the files are shown. */
export function AttachmentCell(props: ValueProps<AttachmentField>) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const ids = asTexts(props.value)
  if (ids.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="pw-thumbs-button"
        title={t('file.showAll')}
        onClick={(event) => {
          // The row or card around it opens the record.
          event.stopPropagation()
          setOpen(true)
        }}
      >
        <AttachmentThumbs {...props} />
      </button>
      {open && (
        <Suspense fallback={null}>
          <FilesPreview ids={ids} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
