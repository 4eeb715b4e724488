interface Words {
  readonly subject: string
  readonly text: string
}

/** A mail as it stands with a template in it, and as it stood before. */
export interface PlacedTemplate extends Words {
  readonly before: Words
}

const longestSubject = 200

/** A subject is one line; whole letters are counted, so that none is cut through. */
const oneLine = (text: string): string =>
  [...text.replaceAll(/\s+/gu, ' ').trim()].slice(0, longestSubject).join('')

/**
 * Puts a template into a mail: below what was typed, whose subject stays. Another one that is chosen before anything else was
 * typed takes the place of the last.
 */
export function placeTemplate(now: Words, template: Words, last: PlacedTemplate | undefined): PlacedTemplate {
  const isUntouched = last !== undefined && now.subject === last.subject && now.text === last.text
  const before = isUntouched ? last.before : { subject: now.subject, text: now.text }
  const typed = before.text.trimEnd()
  return {
    before,
    subject: before.subject.trim() === '' ? oneLine(template.subject) : before.subject,
    text: typed === '' ? template.text : `${typed}\n\n${template.text}`,
  }
}
