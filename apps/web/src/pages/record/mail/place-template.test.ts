import { expect, test } from 'vitest'
import { placeTemplate } from './place-template.ts'

const empty = { subject: '', text: '' }
const offer = { subject: 'Offer for\nSolar', text: 'Hello Ann' }
const thanks = { subject: 'Thanks', text: 'Thank you' }

test('an empty mail becomes the template, its subject on one line', () => {
  expect(placeTemplate(empty, offer, undefined)).toMatchObject({
    subject: 'Offer for Solar',
    text: 'Hello Ann',
  })
})

test('a subject that grows too long is cut between two letters', () => {
  const { subject } = placeTemplate(empty, { ...offer, subject: '😀'.repeat(300) }, undefined)
  expect(subject).toBe('😀'.repeat(200))
})

test('what was typed stays above it, with its subject', () => {
  const typed = { subject: 'Mine', text: 'P.S.\n' }
  expect(placeTemplate(typed, offer, undefined)).toMatchObject({ subject: 'Mine', text: 'P.S.\n\nHello Ann' })
})

test('another one takes its place until something was typed, and what was typed before stays', () => {
  const typed = { subject: '', text: 'First' }
  const first = placeTemplate(typed, offer, undefined)
  const second = placeTemplate(first, thanks, first)
  expect(second).toMatchObject({ subject: 'Thanks', text: 'First\n\nThank you' })
  const changed = { ...second, text: `${second.text}!` }
  expect(placeTemplate(changed, offer, second).text).toBe('First\n\nThank you!\n\nHello Ann')
})
