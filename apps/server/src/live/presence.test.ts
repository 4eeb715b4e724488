import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AnnouncementHandler, Announcements } from './announcements.ts'
import { hearPresence, silenceMs, type RecordPlace } from './presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const schema = 'ws_acme'

function setUp() {
  const handlers = new Set<AnnouncementHandler>()
  const announcements: Announcements = {
    on(handler) {
      handlers.add(handler)
      return () => handlers.delete(handler)
    },
    tell: (announcement) => handlers.forEach((handler) => handler(announcement)),
    close: async () => undefined,
  }
  const presence = hearPresence(announcements, () => Date.now())
  let turn = 0
  const say = (member: string, doing: RecordPlace['doing']) => {
    const place = { member, window: `of-${member}`, record: 'r1', doing, turn: ++turn }
    announcements.tell({ subject: schema, what: presence.said(place) })
  }
  const told: string[] = []
  presence.onMoved(schema, 'ann', (record) => told.push(record))
  return { presence, say, told }
}

test('whoever looks on is told when a window falls silent, as when its process or network died', () => {
  const { presence, say, told } = setUp()
  say('ann', 'reading')
  say('bob', 'editing')
  expect(told).toHaveLength(2)
  vi.advanceTimersByTime(silenceMs - 1000)
  say('ann', 'reading')
  expect(told).toHaveLength(2)
  vi.advanceTimersByTime(1000)
  expect(told).toHaveLength(3)
  expect(presence.at(schema, 'r1')).toEqual([{ member: 'ann', editing: false }])
})

test('only those who have the record open are told, and only of what is other than before', () => {
  const { say, told } = setUp()
  say('bob', 'reading')
  expect(told).toEqual([])
  say('ann', 'reading')
  say('bob', 'reading')
  expect(told).toHaveLength(1)
  say('bob', 'leaving')
  expect(told).toHaveLength(2)
  say('ann', 'leaving')
  say('bob', 'reading')
  expect(told).toHaveLength(2)
})
