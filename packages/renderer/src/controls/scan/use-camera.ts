import { useEffect, useRef, useState, type RefObject } from 'react'

export type CameraState = 'starting' | 'running' | 'none'

/** The camera on the back of the device in a video, as long as the component is there. */
export function useCamera(): {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: CameraState
} {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('starting')
  useEffect(() => {
    let isOver = false
    let stream: MediaStream | null = null
    const stop = () => stream?.getTracks().forEach((track) => track.stop())
    const start = async () => {
      // Only pages that came safely have a camera at all.
      const devices = navigator.mediaDevices as MediaDevices | undefined
      if (devices?.getUserMedia === undefined) throw new Error('no camera')
      stream = await devices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
      if (isOver || video.current === null) return stop()
      video.current.srcObject = stream
      await video.current.play()
      if (!isOver) setState('running')
    }
    start().catch(() => {
      if (!isOver) setState('none')
    })
    return () => {
      isOver = true
      stop()
    }
  }, [])
  return { video, state }
}
