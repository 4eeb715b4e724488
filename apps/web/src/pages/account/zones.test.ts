import { expect, test } from 'vitest'
import { isSought, zoneOption, zonesWith } from './zones.ts'

const summer = new Date('2026-07-01T00:00:00Z')

test('a zone is told by its city, its distance on that day and its name in the language of the reader', () => {
  expect(zoneOption('Asia/Shanghai', 'zh', summer).label).toMatch(/^Asia\/Shanghai \(GMT\+8\) · 中国/)
  expect(zoneOption('America/New_York', 'en', summer).label).toMatch(/^America\/New York \(GMT-4\) · /)
  expect(zoneOption('UTC', 'en', summer).label).toMatch(/^UTC \((UTC|GMT)(\+0)?\)$/)
})

test('there are all zones once, with those in use that the runtime calls otherwise', () => {
  const zones = zonesWith(['Europe/London', 'Asia/Calcutta'])
  expect(zones.length).toBeGreaterThan(400)
  expect(new Set(zones).size).toBe(zones.length)
  expect(zones).toEqual(expect.arrayContaining(['UTC', 'Asia/Calcutta', 'Europe/London']))
})

test.each([
  ['new york', 'America/New_York', true],
  ['gmt+8', 'Asia/Shanghai', true],
  ['中国', 'Asia/Shanghai', true],
  ['york london', 'America/New_York', false],
])('“%s” finds %s: %s', (typed, zone, is) => {
  expect(isSought(zoneOption(zone, 'zh', summer), typed)).toBe(is)
})
