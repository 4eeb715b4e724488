import type { ImportColumn, ImportPreset, ImportWrites } from '@pipewright/contract'
import { Button, Flex, Select } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { KeepPreset } from './keep-preset.tsx'
import { presetColumns } from './match-preset.ts'
import { NotAnswered } from './not-answered.tsx'
import type { JobStepProps } from './step-props.ts'
import { usePresets } from './use-presets.ts'

interface PresetBarProps extends Pick<JobStepProps, 'form' | 'job'> {
  readonly mapping: readonly ImportColumn[]
  readonly writes: ImportWrites
  readonly onApply: (preset: ImportPreset) => void
}

/** Matches that were kept: take one over, keep this one, drop one of one's own. */
export function PresetBar({ form, job, mapping, writes, onApply }: PresetBarProps) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const { query, params, presets, put, ask } = usePresets(form)
  const [chosen, setChosen] = useState<string | null>(null)
  const preset = presets.find(({ id }) => id === chosen)
  const nameOf = (id: string) => app.people.find((person) => person.id === id)?.name ?? ''
  const isOwn = ({ member }: ImportPreset) => member === app.member.id
  const apply = (id: string) => {
    const found = presets.find((one) => one.id === id)
    setChosen(id)
    if (found !== undefined) onApply(found)
  }
  const keep = async (name: string) => {
    const body = { name, columns: presetColumns(job, mapping), writes: { ...writes, by: [...writes.by] } }
    const answer = await call.run(() => client.call('saveImportPreset', { params, body }))
    if (answer === undefined) return
    put(answer)
    setChosen(answer.presets.find((one) => isOwn(one) && one.name === name.trim())?.id ?? null)
  }
  const drop = async (id: string) => {
    await call.run(() => client.call('deleteImportPreset', { params: { workspace: params.workspace, id } }))
    setChosen(null)
    await ask()
  }
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <NotAnswered asked={query} />
      <Flex wrap gap={8} align="center">
        {presets.length > 0 && (
          <Select
            aria-label={text('importPresets')}
            placeholder={text('importPresets')}
            className="import-presets"
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen}
            options={presets.map((one) => ({
              value: one.id,
              label: isOwn(one) ? one.name : `${one.name} · ${nameOf(one.member)}`,
            }))}
            onChange={(id) => id !== null && apply(id)}
          />
        )}
        <KeepPreset
          key={preset?.id}
          name={preset !== undefined && isOwn(preset) ? preset.name : ''}
          busy={call.busy}
          onKeep={keep}
        />
        {preset !== undefined && isOwn(preset) && (
          <Button type="text" danger loading={call.busy} onClick={() => void drop(preset.id)}>
            {text('importPresetDrop', { name: preset.name })}
          </Button>
        )}
      </Flex>
    </>
  )
}
