import type { TagsField } from '@pipewright/schemas'
import { foldText } from '../fold-text.ts'
import { checkList } from './check-list.ts'
import { checkText } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept } from './value-checker.ts'

export const mostTags = 100
export const longestTag = 100

/** Words of people's own; the same word in another width or case is the same tag. */
export const tags: ValueChecker<TagsField> = (field, value, place) => {
  const limits = { max: field.maxTags ?? mostTags, expected: 'tags' }
  const checked = checkList(value, place, limits, (tag, at) => checkText(tag, at, { max: longestTag }))
  if (!checked.ok || checked.value === null) return checked
  const seen = new Map<string, string>()
  for (const tag of checked.value as readonly string[])
    if (!seen.has(foldText(tag))) seen.set(foldText(tag), tag)
  return accept([...seen.values()])
}
