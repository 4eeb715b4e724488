import type { FileInfo } from '@pipewright/contract'
import { FileEntry, previewKindOf, usePreview, useRenderer } from '@pipewright/renderer'

const isPicture = ({ type }: FileInfo): boolean => previewKindOf(type) === 'image'

/** Pictures as they are, everything else by name; pressed, each is shown large, and from there the others. */
export function CommentFiles({ files }: { files: readonly FileInfo[] }) {
  const { data } = useRenderer()
  const pictures = files.filter(isPicture)
  const others = files.filter((file) => !isPicture(file))
  const { show, preview } = usePreview([...pictures, ...others])
  return (
    <>
      <div className="talk-pictures">
        {pictures.map(({ id, name }, position) => (
          <button
            key={id}
            type="button"

            onClick={() => show(position)}
          >
            <img src={data.fileUrl(id)} alt={name} loading="lazy" />
          </button>
        ))}
      </div>
      {others.length > 0 && (
        <ul className="pw-files">
          {others.map((file, position) => (
            <FileEntry key={file.id} file={file} onShow={() => show(pictures.length + position)} />
          ))}
        </ul>
      )}
      {preview}
    </>
  )
}
