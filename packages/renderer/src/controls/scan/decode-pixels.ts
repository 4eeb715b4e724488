import {
  BinaryBitmap,
  DataMatrixReader,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatOneDReader,
  QRCodeReader,
  RGBLuminanceSource,
  type Reader,
} from '@zxing/library'

/** A picture as a canvas gives it: four bytes per point. */
export interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]])

/** How bright each point is, in whole numbers from 0 to 255. */
function brightness({ data, width, height }: Pixels): Uint8ClampedArray {
  const bright = new Uint8ClampedArray(width * height)
  for (let point = 0; point < bright.length; point += 1) {
    const at = point * 4
    bright[point] = ((data[at] ?? 0) * 306 + (data[at + 1] ?? 0) * 601 + (data[at + 2] ?? 0) * 117) >> 10
  }
  return bright
}

/** The library tells "nothing here" and "not readable" by exceptions of many kinds. */
function tryReader(reader: Reader, bitmap: BinaryBitmap): string | null {
  try {
    return reader.decode(bitmap, hints).getText()
  } catch {
    return null
  }
}

/** What a bar code, QR code or data matrix in a picture says; null where there is none that can be read. */
export function decodePixels(pixels: Pixels): string | null {
  const source = new RGBLuminanceSource(brightness(pixels), pixels.width, pixels.height)
  const bitmap = new BinaryBitmap(new HybridBinarizer(source))
  const readers = [new QRCodeReader(), new MultiFormatOneDReader(hints), new DataMatrixReader()]
  for (const reader of readers) {
    const code = tryReader(reader, bitmap)
    if (code !== null) return code
  }
  return null
}
