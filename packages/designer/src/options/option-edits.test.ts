import type { Option } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import {
  addOptions,
  changeOption,
  moveOption,
  moveOptionTo,
  paintOptions,
  removeOption,
  sortOptions,
} from './option-edits.ts'

const options: Option[] = ['open', 'won', 'lost'].map((key) => ({ key, label: { en: key } }))
const keys = (list: readonly Option[]) => list.map(({ key }) => key)

describe('editing options', () => {
  it('gives a new option a free key from its label, also from a Chinese one', () => {
    expect(addOptions(options, [{ en: 'Won' }]).at(-1)).toMatchObject({ key: 'won_2', label: { en: 'Won' } })
    expect(addOptions(options, [{ zh: '谈判' }]).at(-1)?.key).toBe('tan_pan')
  })

  it('keeps the key when the label changes, and forgets properties set to undefined', () => {
    const named = changeOption(options, 'won', { label: { en: 'Signed' }, color: 'green' })
    expect(named[1]).toEqual({ key: 'won', label: { en: 'Signed' }, color: 'green' })
    expect(changeOption(named, 'won', { color: undefined })[1]).toEqual({
      key: 'won',
      label: { en: 'Signed' },
    })
  })

  it('sorts as a dictionary does, Chinese by pinyin', () => {
    const towns = addOptions([], [{ zh: '郑州' }, { zh: '北京' }, { zh: '杭州' }])
    expect(sortOptions(towns, 'zh').map(({ label }) => label.zh)).toEqual(['北京', '杭州', '郑州'])
    const rooms = addOptions([], [{ en: 'Room 10' }, { en: 'Room 9' }])
    expect(sortOptions(rooms, 'en').map(({ label }) => label.en)).toEqual(['Room 9', 'Room 10'])
  })

  it('paints all options one after the other, or none', () => {
    expect(paintOptions(options, true).map(({ color }) => color)).toEqual(['blue', 'cyan', 'green'])
    expect(paintOptions(paintOptions(options, true), false)).toEqual(options)
  })

  it('moves within the list and stops at its ends', () => {
    expect(keys(moveOption(options, 'won', -1))).toEqual(['won', 'open', 'lost'])
    expect(keys(moveOption(options, 'won', 1))).toEqual(['open', 'lost', 'won'])
    expect(keys(moveOption(options, 'open', -1))).toEqual(['open', 'won', 'lost'])
    expect(keys(moveOptionTo(options, 'lost', 0))).toEqual(['lost', 'open', 'won'])
    expect(keys(removeOption(options, 'won'))).toEqual(['open', 'lost'])
  })
})
