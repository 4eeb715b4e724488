/** Faces that look written by hand, in both scripts, wherever one of them is there. */
const faces = '"Segoe Script", "Snell Roundhand", "Brush Script MT", STXingkai, KaiTi, "Kaiti SC", cursive'
const usualSize = 56

/** As many pixels as the screen shows where the paper lies. */
export function fitPaper(canvas: HTMLCanvasElement): void {
  const ratio = Math.max(globalThis.devicePixelRatio, 1)
  canvas.width = canvas.offsetWidth * ratio
  canvas.height = canvas.offsetHeight * ratio
  canvas.getContext('2d')?.scale(ratio, ratio)
}

/** White paper over the whole canvas, in its own pixels. */
function blankPaper(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return context
}

/** A typed name as if it was signed, as large as the paper allows. */
export function drawName(canvas: HTMLCanvasElement, name: string): void {
  const context = blankPaper(canvas)
  if (context === null) return
  const scale = canvas.height / 200
  const font = (size: number) => `italic ${size * scale}px ${faces}`
  context.font = font(usualSize)
  const room = canvas.width * 0.9
  const width = context.measureText(name).width
  context.font = font(width > room ? (usualSize * room) / width : usualSize)
  context.fillStyle = '#111'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(name, canvas.width / 2, canvas.height / 2)
}
