import { Icon } from '@pipewright/ui'
import { Button, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { FileBodyProps } from './file-body.ts'
import { openPdf, type PDFDocumentProxy } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { useFileContent } from './use-file-content.ts'

interface Opened {
  readonly document: PDFDocumentProxy
  readonly shape: number
}

function usePdf({ file, onFailed }: FileBodyProps): Opened | null {
  const { data: content, isError } = useFileContent(file.id)
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    if (isError) onFailed('file.lost')
  }, [isError, onFailed])
  useEffect(() => {
    if (content === undefined) return undefined
    // The library keeps what it is given.
    const { ready, close } = openPdf(content.bytes.slice())
    let gone = false
    const show = async () => {
      const document = await ready
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
      if (!gone) setOpened({ document, shape: height / width })
    }
    show().catch((error: unknown) => {
      const isLocked = error instanceof Error && error.name === 'PasswordException'
      if (!gone) onFailed(isLocked ? 'file.locked' : 'file.notShown')
    })
    return () => {
      gone = true
      close()
    }
  }, [content, onFailed])
  return opened
}

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const
const widest = 900

/** Pages below one another, as wide as there is room; larger ones are moved about. */
export function PdfBody(props: FileBodyProps) {
  const { file, onHeld } = props
  const t = useTexts()
  const opened = usePdf(props)
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(0)
  const [step, setStep] = useState(2)
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0))
    if (box.current !== null) watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  const zoom = (by: number) => {
    setStep(step + by)
    onHeld((steps[step + by] ?? 1) > 1)
  }
  const scale = steps[step] ?? 1
  const width = Math.floor(Math.min(room, widest) * scale)
  return (
    <>
      <div className="pw-preview-zoom">
        <Button
          aria-label={t('file.zoomOut')}
          icon={<Icon name="minus" />}
          disabled={step === 0}
          onClick={() => zoom(-1)}
        />
        <span className="pw-numeric">{scale * 100} %</span>
        <Button
          aria-label={t('file.zoomIn')}
          icon={<Icon name="plus" />}
          disabled={step === steps.length - 1}
          onClick={() => zoom(1)}
        />
      </div>
      <div
        ref={box}
        className="pw-preview-pages"
        role="region"
        aria-label={file.name}
        // It scrolls by itself, by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
      >
        {opened === null && <Spin />}
        {opened !== null &&
          width > 0 &&
          Array.from({ length: opened.document.numPages }, (_, at) => (
            <PdfPage key={at} number={at + 1} width={width} {...opened} />
          ))}
      </div>
    </>
  )
}
