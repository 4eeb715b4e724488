import { expect, test, vi } from 'vitest'
import { startSpeech } from './speech.ts'
import type { Voices } from './use-say.ts'

function listen() {
  const heard: string[] = []
  const message = {
    success: (content: string) => void heard.push(content),
    destroy: (key: string) => void heard.push(`without ${key}`),
  }
  return { heard, voices: { message } as unknown as Voices }
}

test('what is said too early is said in its order once it can be, and once only', () => {
  const speech = startSpeech()
  const load = vi.fn<() => void>()
  speech.say.message.success('before anybody listens')
  speech.whenNeeded(load)
  expect(load).toHaveBeenCalledTimes(1)
  speech.say.message.destroy('first')
  expect(load).toHaveBeenCalledTimes(2)
  const { heard, voices } = listen()
  speech.ready(voices)
  speech.say.message.success('now')
  speech.ready(voices)
  expect(heard).toEqual(['before anybody listens', 'without first', 'now'])
  expect(load).toHaveBeenCalledTimes(2)
})
