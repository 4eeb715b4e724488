import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldBlocks, type PlacedField } from './field-blocks.ts'

const placed = (spans: readonly number[]): PlacedField[] =>
  spans.map((span, position) => ({ field: `f_${position}`, position, span }))

describe('fieldBlocks', () => {
  it.each([
    ['fills rows before it begins a block', [1, 1, 1, 1, 1], 2, 2, [4, 1]],
    ['begins a row for a field that is too wide for what is left', [1, 2, 1], 2, 1, [1, 1, 1]],
    ['makes one block of few fields', [1, 2], 2, 8, [2]],
    ['makes none of no fields', [], 2, 8, []],
  ])('%s', (_, spans, columns, rows, sizes) => {
    expect(fieldBlocks(placed(spans), columns, rows).map(({ fields }) => fields.length)).toEqual(sizes)
  })

  it('loses and moves no field, and begins every block with a row of its own', () => {
    const columns = 4
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: columns })),
        fc.integer({ min: 1, max: 9 }),
        (spans, rows) => {
          const all = placed(spans)
          const whole = fieldBlocks(all, columns, Infinity)
          const blocks = fieldBlocks(all, columns, rows)
          expect(blocks.flatMap(({ fields }) => fields)).toEqual(all)
          expect(blocks.reduce((sum, block) => sum + block.rows, 0)).toBe(whole[0]?.rows ?? 0)
          for (const block of blocks) expect(block.rows).toBeLessThanOrEqual(rows)
        },
      ),
    )
  })
})
