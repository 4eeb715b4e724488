import type { Transacting } from '../connection/connection.ts'
import { effectSentence } from '../publish/texts/effect-texts.ts'
import { tryConversions, type TriedConversion } from '../publish/try-conversions.ts'
import type { RecordProblem } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import type { Sentence } from '../revisions/revisions.ts'
import { definitionOf } from './draft.ts'
import { loadDraft } from './draft-state.ts'
import type { DraftImpact } from './publish-draft.ts'

/**
 * The impact of a draft, and with it what its new and changed conversions would be refused for on the latest records.
 * That is a look ahead: it touches no record, so the token of the impact does not stand for it.
 */
export async function withTriedConversions(
  database: Transacting,
  scene: Scene,
  impact: DraftImpact,
  tell: (problem: RecordProblem, tried: TriedConversion) => Sentence,
): Promise<DraftImpact> {
  if (impact.problems.length > 0) return impact
  const state = await loadDraft(database, scene.workspace, scene.actor.memberId)
  const definitions = { before: state.published.definition, after: definitionOf(state) }
  const changes = impact.changes.map(({ change }) => change)
  const tried = new Map(
    (await tryConversions(database, scene, definitions, changes)).map((one) => [one.at, one]),
  )
  return {
    ...impact,
    changes: impact.changes.map((one, at) => {
      const found = tried.get(at)
      if (found === undefined) return one
      const records = found.records.map(({ problem, ...record }) => ({
        ...record,
        why: tell(problem, found),
      }))
      const effect = { ...found.effect, text: effectSentence(found.effect), records }
      return { ...one, effects: [...one.effects, effect] }
    }),
  }
}
