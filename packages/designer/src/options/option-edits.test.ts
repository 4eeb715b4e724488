import type { Option } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { addOption, changeOption, moveOption, removeOption } from './option-edits.ts'

const options: Option[] = ['open', 'won', 'lost'].map((key) => ({ key, label: { en: key } }))
const keys = (list: readonly Option[]) => list.map(({ key }) => key)

describe('editing options', () => {
  it('gives a new option a free key from its label, also from a Chinese one', () => {
    expect(addOption(options, { en: 'Won' }).at(-1)).toMatchObject({ key: 'won_2', label: { en: 'Won' } })
    expect(addOption(options, { zh: '谈判' }).at(-1)?.key).toBe('tan_pan')
  })

  it('keeps the key when the label changes, and forgets properties set to undefined', () => {
    const named = changeOption(options, 'won', { label: { en: 'Signed' }, color: 'green' })
    expect(named[1]).toEqual({ key: 'won', label: { en: 'Signed' }, color: 'green' })
    expect(changeOption(named, 'won', { color: undefined })[1]).toEqual({
      key: 'won',
      label: { en: 'Signed' },
    })
  })

  it('moves within the list and stops at its ends', () => {
    expect(keys(moveOption(options, 'won', -1))).toEqual(['won', 'open', 'lost'])
    expect(keys(moveOption(options, 'won', 1))).toEqual(['open', 'lost', 'won'])
    expect(keys(moveOption(options, 'open', -1))).toEqual(['open', 'won', 'lost'])
    expect(keys(removeOption(options, 'won'))).toEqual(['open', 'lost'])
  })
})
