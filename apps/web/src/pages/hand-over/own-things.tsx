import type { Belongings, OwnThing } from '@pipewright/contract'
import { useCount } from '@pipewright/renderer'
import { Checkbox, Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { Plan } from './hand-over-plan.ts'

export const ownTexts = {
  tasks: 'handOverOwnTasks',
  sharedViews: 'handOverSharedViews',
  privateViews: 'handOverPrivateViews',
  follows: 'handOverFollows',
  favourites: 'handOverFavourites',
} as const

const all: readonly OwnThing[] = ['tasks', 'sharedViews', 'privateViews', 'follows', 'favourites']

interface OwnThingsProps {
  readonly things: Belongings['own']
  readonly from: string
  readonly plan: Plan
  readonly onPlan: (plan: Plan) => void
}

/** What a member has for himself, which of it goes along, and to whom. */
export function OwnThings({ things, from, plan, onPlan }: OwnThingsProps) {
  const { people } = useWorkspace()
  const text = useText()
  const said = useCount()
  const present = all.filter((thing) => things[thing] > 0)
  if (present.length === 0) return null
  const choose = (thing: OwnThing, isChosen: boolean) => {
    const others = plan.own.filter((one) => one !== thing)
    onPlan({ ...plan, own: isChosen ? [...others, thing] : others })
  }
  return (
    <fieldset className="hand-over-form">
      <legend>{text('handOverOwn')}</legend>
      <Select
        className="hand-over-people"
        aria-label={text('handOverOwnTo')}
        placeholder={text('handOverSame')}
        value={plan.ownTo}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={people
          .filter(({ active, id }) => active && id !== from)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ownTo: string | undefined) => onPlan({ ...plan, ownTo: ownTo ?? null })}
      />
      {present.map((thing) => (
        <div key={thing}>
          <Checkbox
            checked={plan.own.includes(thing)}
            onChange={({ target }) => choose(thing, target.checked)}
          >
            {`${text(ownTexts[thing])} (${said(things[thing], true)})`}
          </Checkbox>
        </div>
      ))}
    </fieldset>
  )
}
