import { sanitizeRichText } from './rich-text.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const cleanEach = (texts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(texts).map(([locale, text]) => [
      locale,
      typeof text === 'string' ? sanitizeRichText(text) : text,
    ]),
  )

/** A definition, or part of one, with every formatted text on a form as it is kept: by the allow-list only. */
export function cleanTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleanTexts)
  if (!isObject(value)) return value
  const isText = value['type'] === 'text' && isObject(value['html'])
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      isText && key === 'html' && isObject(part) ? cleanEach(part) : cleanTexts(part),
    ]),
  )
}
