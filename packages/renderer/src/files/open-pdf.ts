import {
  getDocument,
  GlobalWorkerOptions,
  version,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Where the build lays what the library asks for by itself (apps/web/vite.pdf.ts). */
const base = `/assets/pdf-${version}/`

/** Reads a PDF; nothing that is written in it runs. It takes the bytes with it. */
export function openPdf(bytes: Uint8Array<ArrayBuffer>): {
  readonly ready: Promise<PDFDocumentProxy>
  readonly close: () => void
} {
  GlobalWorkerOptions.workerSrc = `${base}pdf.worker.min.mjs`
  const task = getDocument({
    data: bytes,
    cMapUrl: `${base}cmaps/`,
    standardFontDataUrl: `${base}standard_fonts/`,
    iccUrl: `${base}iccs/`,
    wasmUrl: `${base}wasm/`,
    // The pages of the app run scripts of their own address alone.
    useWasm: false,
  })
  return { ready: task.promise, close: () => void task.destroy() }
}

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
