/** Ideographs and other letters that are as wide as they are high. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

/** Room at the sides, and for the mark of sorting and the button of the menu, in pixels. */
const beside = 64
const most = 260

/** Width in pixels in which a head is read whole; very long ones are cut. */
export function headWidth(label: string): number {
  const letters = [...label].reduce((sum, letter) => sum + (wide.test(letter) ? 12 : 7), 0)
  return Math.min(beside + letters, most)
}
