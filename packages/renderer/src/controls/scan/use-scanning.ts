import { useEffect, type RefObject } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { drawForReading, loadCodeReader, plainCode } from './code-reader.ts'

/** Between two looks at the picture, in milliseconds. */
const pause = 150

/** Looks at the running picture of a camera until a code is read. */
export function useScanning(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
  onCode: (code: string) => void,
): void {
  const tell = useLatest(onCode)
  useEffect(() => {
    if (!running) return undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const canvas = document.createElement('canvas')
    const look = async () => {
      const reader = await loadCodeReader()
      const next = async () => {
        const picture = video.current
        if (isOver || picture === null) return
        const isDrawn = drawForReading(canvas, picture, picture.videoWidth, picture.videoHeight)
        const code = isDrawn ? plainCode((await reader(canvas)) ?? '') : ''
        if (isOver) return
        if (code !== '') return tell.current(code)
        timer = setTimeout(() => void next(), pause)
      }
      await next()
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [video, running, tell])
}
