import { Spin } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { decodeText } from './decode-text.ts'
import type { FileBodyProps } from './file-body.ts'
import { useFileContent } from './use-file-content.ts'

/** So much of a text is shown. */
const most = 200 * 1024
const plainAscii = /^[\0-\u007F]*$/

/** A text as it stands, in its own encoding. */
export function TextBody({ file, onFailed }: FileBodyProps) {
  const t = useTexts()
  const { data: content, isError } = useFileContent(file.id, most)
  const decoded = useMemo(() => (content === undefined ? null : decodeText(content.bytes)), [content])
  useEffect(() => {
    if (isError) onFailed('file.lost')
  }, [isError, onFailed])
  if (content === undefined || decoded === null) return <Spin />
  const { text, encoding } = decoded
  const said = plainAscii.test(text) ? null : encoding.toUpperCase()
  return (
    <div className="pw-preview-text">
      {(said !== null || !content.isWhole) && (
        <p className="pw-quiet">
          {[said, content.isWhole ? null : t('file.beginning')].filter((part) => part !== null).join(' · ')}
        </p>
      )}
      <pre
        // It scrolls by itself, by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        aria-label={file.name}
        role="region"
      >
        {text}
      </pre>
    </div>
  )
}
