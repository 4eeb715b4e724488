import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { usePreview } from '../../files/use-preview.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { FileListProps } from './file-list.tsx'
import { useFiles } from './use-files.ts'

/** Pictures as they are; pressed, one is seen large. */
export function ImageList({ ids, onRemove, large }: FileListProps & { readonly large: boolean }) {
  const { data } = useRenderer()
  const t = useTexts()
  const files = useFiles(ids)
  const { show, preview } = usePreview(files)
  return (
    <>
      <ul className="pw-images" data-large={large || undefined}>
        {files.map(({ id, name }, position) => (
          <li key={id}>
            <button
              type="button"
              className="pw-image"
              aria-label={t('file.show', { name })}
              onClick={() => show(position)}
            >
              <img src={data.fileUrl(id)} alt="" loading="lazy" />
            </button>
            {onRemove !== undefined && (
              <Button
                size="small"
                shape="circle"
                className="pw-image-remove"
                aria-label={t('control.removeFile', { name })}
                icon={<Icon name="close" />}
                onClick={() => onRemove(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {preview}
    </>
  )
}
