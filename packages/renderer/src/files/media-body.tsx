import { Spin } from 'antd'
import { useEffect, useRef } from 'react'
import type { FileBodyProps } from './file-body.ts'
import { useFileContent } from './use-file-content.ts'

/** A recording, where the browser can play it. All of it is fetched first, so that one can go back and forth in it. */
export function MediaBody({ file, onFailed }: FileBodyProps) {
  const { data: content, isError } = useFileContent(file.id)
  const player = useRef<HTMLMediaElement | null>(null)
  useEffect(() => {
    if (content === undefined || player.current === null) return undefined
    const url = URL.createObjectURL(new Blob([content.bytes], { type: file.type }))
    player.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [content, file.type])
  useEffect(() => {
    if (isError) onFailed('file.lost')
  }, [isError, onFailed])
  if (content === undefined) return <Spin />
  const hold = (element: HTMLMediaElement | null) => {
    player.current = element
  }
  const about = { controls: true, 'aria-label': file.name, onError: () => onFailed('file.notShown') }
  return file.type.startsWith('audio/') ? (
    // What somebody attached has no captions.
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- see above
    <audio {...about} ref={hold} className="pw-preview-audio" />
  ) : (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- see above
    <video {...about} ref={hold} playsInline className="pw-preview-video" />
  )
}
