const shape = /^[1-9]\d{16}[\dX]$/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkSigns = '10X98765432'
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

function isDay(text: string): boolean {
  const written = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  const day = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written)
}

/** Whether a text is a resident id of China: region, a real day of birth, and the check digit of GB 11643. */
export function isResidentId(text: string): boolean {
  if (!shape.test(text) || !provinces.has(text.slice(0, 2)) || !isDay(text.slice(6, 14))) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return checkSigns[sum % 11] === text[17]
}
