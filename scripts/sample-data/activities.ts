import { atWork } from './cast.ts'
import { pastWorkday } from './days.ts'
import type { Day } from './days.ts'
import type { Account, Activity, Deal, Lead, Moment } from './model.ts'
import { openStages } from './model.ts'
import type { Random } from './random.ts'
import type { Note, Words } from './words/words.ts'

/** Follow-ups before this day are not kept. */
const OLDEST: Day = -120

/** Moments in order between two days, on working days only. */
function moments(first: Day, last: Day, count: number, random: Random): Moment[] {
  const days = Array.from({ length: count }, () => pastWorkday(random.int(Math.min(first, last), last)))
  return days
    .filter((day) => day >= first)
    .map((day) => atWork(random, day))
    .sort((a, b) => a.day - b.day || a.minute - b.minute)
}

function notesOf(deal: Deal, words: Words): readonly Note[] {
  const stages = openStages.slice(0, openStages.indexOf(deal.reached) + 1)
  const reached = stages.flatMap((stage) => words.texts[stage])
  return deal.stage === 'won' || deal.stage === 'lost' ? [...reached, ...words.texts[deal.stage]] : reached
}

/** Follow-ups tell the story in its order: a later one is about a later stage. */
function storyOf(notes: readonly Note[], count: number, random: Random): Note[] {
  const chosen = random.shuffle(notes.map((_, index) => index)).slice(0, count)
  return chosen.sort((a, b) => a - b).flatMap((index) => notes[index] ?? [])
}

function followUps(
  owner: string,
  at: readonly Moment[],
  notes: readonly Note[],
  next: Day | undefined,
): Activity[] {
  return at.flatMap((created, index): Activity[] => {
    const note = notes[index]
    const following = at[index + 1]
    const nextDay = following ? following.day : next
    return note ? [{ id: '', owner, created, note, nextDay, lead: undefined, deal: undefined }] : []
  })
}

function ofDeal(deal: Deal, words: Words, random: Random): Activity[] {
  const isClosed = deal.stage === 'won' || deal.stage === 'lost'
  const last = isClosed ? Math.min(-1, deal.closeDay + (deal.stage === 'won' ? 20 : 3)) : -1
  const first = Math.max(deal.created.day + 1, OLDEST)
  if (first > last) return []
  const count = isClosed
    ? random.int(0, 2)
    : random.weighted([
        [1, 5],
        [2, 4],
        [3, 1],
      ] as const)
  const at = moments(first, last, count, random)
  const notes = storyOf(notesOf(deal, words), at.length, random)
  return followUps(deal.owner, at, notes, deal.nextStep?.day).map((activity) => ({ ...activity, deal }))
}

function ofLead(lead: Lead, words: Words, random: Random): Activity[] {
  if (lead.status === 'new') return []
  const last = lead.deal ? lead.deal.created.day - 1 : -1
  const first = Math.max(lead.created.day + 1, OLDEST)
  if (first > last || (lead.status === 'disqualified' && random.chance(0.5))) return []
  const at = moments(
    first,
    last,
    random.weighted([
      [1, 6],
      [2, 4],
    ] as const),
    random,
  )
  return followUps(lead.owner, at, storyOf(words.texts.lead, at.length, random), lead.nextFollowUp).map(
    (activity) => ({ ...activity, lead }),
  )
}

export function makeActivities(
  accounts: readonly Account[],
  leads: readonly Lead[],
  words: Words,
  random: Random,
): Activity[] {
  const deals = accounts.flatMap((account) => account.deals)
  return [
    ...deals.flatMap((deal) => ofDeal(deal, words, random)),
    ...leads.flatMap((lead) => ofLead(lead, words, random)),
  ]
}
