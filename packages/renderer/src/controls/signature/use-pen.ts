import SignaturePad from 'signature_pad'
import { useEffect, useRef, useState } from 'react'
import { fitPaper } from './sign-paper.ts'

/** A pen on the canvas, in the pixels of the screen; what was drawn stays when the paper gets another size. */
export function usePen(paper: HTMLCanvasElement | null, active: boolean) {
  const pad = useRef<SignaturePad | null>(null)
  const [isEmpty, setEmpty] = useState(true)
  useEffect(() => {
    if (paper === null) return undefined
    const pen = new SignaturePad(paper, { backgroundColor: '#fff', penColor: '#111' })
    const fit = () => {
      const strokes = pen.toData()
      fitPaper(paper)
      pen.clear()
      pen.fromData(strokes)
    }
    const told = () => setEmpty(pen.isEmpty())
    fit()
    pen.addEventListener('endStroke', told)
    const sizes = new ResizeObserver(fit)
    if (active) sizes.observe(paper)
    else pen.off()
    pad.current = pen
    return () => {
      sizes.disconnect()
      pen.removeEventListener('endStroke', told)
      pen.off()
    }
  }, [paper, active])
  const clear = () => {
    pad.current?.clear()
    setEmpty(true)
  }
  return { isEmpty, clear }
}
