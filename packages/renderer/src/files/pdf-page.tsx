import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { PDFDocumentProxy, PDFPageProxy } from './open-pdf.ts'

interface PdfPageProps {
  readonly document: PDFDocumentProxy
  readonly number: number
  readonly width: number
  /** Height over width of the first page, which most others share. */
  readonly shape: number
}

/** Browsers draw no larger pictures. */
const mostPixels = 16_000_000

/** Whether it is in sight, or soon will be. */
function useNear() {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const sight = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: '600px 0px' },
    )
    if (place.current !== null) sight.observe(place.current)
    return () => sight.disconnect()
  }, [])
  return { place, near }
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** One page, drawn while it is near, with its words for those who do not see it. */
export function PdfPage({ document, number, width, shape }: PdfPageProps) {
  const t = useTexts()
  const { place, near } = useNear()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ shape, words: '' })
  useEffect(() => {
    if (!near || canvas.current === null) return undefined
    const drawn = canvas.current
    let stop = () => {}
    let gone = false
    const draw = async () => {
      const page = await document.getPage(number)
      const natural = page.getViewport({ scale: 1 })
      const wanted = (width / natural.width) * window.devicePixelRatio
      const most = Math.sqrt(mostPixels / (natural.width * natural.height))
      const viewport = page.getViewport({ scale: Math.min(wanted, most) })
      const words = await wordsOf(page)
      if (gone) return
      setSize({ shape: natural.height / natural.width, words })
      drawn.width = Math.floor(viewport.width)
      drawn.height = Math.floor(viewport.height)
      const work = page.render({ canvas: drawn, viewport })
      stop = () => work.cancel()
      await work.promise
    }
    // A page that left sight is drawn again when it comes back; a damaged one stays white.
    draw().catch(() => undefined)
    return () => {
      gone = true
      stop()
    }
  }, [document, near, number, width])
  const name = t('file.page', { page: number, count: document.numPages })
  return (
    <div ref={place} className="pw-preview-page" style={{ width, height: width * size.shape }}>
      {near && <canvas ref={canvas} role="img" aria-label={name} />}
      <p className="pw-hidden-text">{size.words}</p>
    </div>
  )
}
