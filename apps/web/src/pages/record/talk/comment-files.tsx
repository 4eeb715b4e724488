import type { FileInfo } from '@pipewright/contract'
import { FileList, useRenderer } from '@pipewright/renderer'

const isPicture = ({ type }: FileInfo): boolean => type.startsWith('image/')

/** Pictures as they are, everything else by name. */
export function CommentFiles({ files }: { files: readonly FileInfo[] }) {
  const { data } = useRenderer()
  const others = files.filter((file) => !isPicture(file))
  return (
    <>
      <div className="talk-pictures">
        {files.filter(isPicture).map(({ id, name }) => (
          <a key={id} href={data.fileUrl(id)} target="_blank" rel="noreferrer">
            <img src={data.fileUrl(id)} alt={name} loading="lazy" />
          </a>
        ))}
      </div>
      {others.length > 0 && <FileList ids={others.map(({ id }) => id)} />}
    </>
  )
}
