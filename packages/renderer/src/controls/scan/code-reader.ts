/** Looks for a code in what is drawn on a canvas; null where there is none. */
export type CodeReader = (canvas: HTMLCanvasElement) => Promise<string | null>

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>
}

type DetectorMaker = { new (): Detector; getSupportedFormats(): Promise<readonly string[]> }

/** What the browser itself can read, where it can read anything. */
async function ownReader(): Promise<CodeReader | null> {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  if (Maker === undefined) return null
  const formats = await Maker.getSupportedFormats().catch(() => [])
  if (formats.length === 0) return null
  const detector = new Maker()
  return async (canvas) => (await detector.detect(canvas).catch(() => []))[0]?.rawValue ?? null
}

/** Loaded when something is scanned for the first time, and only where the browser has no reader of its own. */
async function libraryReader(): Promise<CodeReader> {
  const { decodePixels } = await import('./decode-pixels.ts')
  return (canvas) => {
    const { width, height } = canvas
    const picture = canvas.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, width, height)
    return Promise.resolve(picture === undefined ? null : decodePixels(picture))
  }
}

export const loadCodeReader = async (): Promise<CodeReader> => (await ownReader()) ?? libraryReader()

/** Scanners put marks between the parts of a code that no field should hold. */
export const plainCode = (code: string): string => code.replaceAll(/\p{Cc}/gu, '').trim()

/** Draws a picture so large that a code can be read, and no larger. */
export function drawForReading(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  width: number,
  height: number,
): boolean {
  const scale = Math.min(1, 1600 / Math.max(width, height, 1))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null || canvas.width === 0 || canvas.height === 0) return false
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return true
}
