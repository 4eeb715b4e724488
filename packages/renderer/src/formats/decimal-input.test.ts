import { describe, expect, it } from 'vitest'
import { readDecimalInput } from './decimal-input.ts'

describe('readDecimalInput', () => {
  it.each([
    ['1234.50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['１２３４．５０', '1234.50'],
    ['￥１，２３４', '1234'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['0.1', '0.1'],
    ['.5', '0.5'],
    ['-3', '-3'],
    ['−3', '-3'],
    ['(1,000)', '-1000'],
    ['+7', '7'],
    ['007', '7'],
    ['-0', '0'],
    ['20%', '20'],
    ['3。5', '3.5'],
  ])('reads %s as %s', (typed, decimal) => {
    expect(readDecimalInput(typed)).toBe(decimal)
  })

  it.each(['', 'abc', '1,5', '1.2.3', '--1', '1e5', '12a', '.'])('does not guess what %s means', (typed) => {
    expect(readDecimalInput(typed)).toBeNull()
  })
})
