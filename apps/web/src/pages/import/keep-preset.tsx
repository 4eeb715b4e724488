import { Icon } from '@pipewright/ui'
import { Button, Flex, Input, Popover } from 'antd'
import { useState } from 'react'
import { useText } from '../../texts/use-text.ts'

/** Asks for a name and keeps the match under it. */
export function KeepPreset(props: { name: string; busy: boolean; onKeep: (name: string) => Promise<void> }) {
  const text = useText()
  const [name, setName] = useState(props.name)
  const [open, setOpen] = useState(false)
  const isNamed = name.trim() !== ''
  const keep = async () => {
    await props.onKeep(name)
    setOpen(false)
  }
  const content = (
    <Flex vertical gap={8} className="import-preset-name">
      <Input
        aria-label={text('importPresetName')}
        placeholder={text('importPresetName')}
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={({ nativeEvent }) => {
          if (!nativeEvent.isComposing && isNamed) void keep()
        }}
      />
      <Button type="primary" loading={props.busy} disabled={!isNamed} onClick={() => void keep()}>
        {text('importPresetSave')}
      </Button>
    </Flex>
  )
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} content={content}>
      <Button icon={<Icon name="save" />}>{text('importPresetKeep')}</Button>
    </Popover>
  )
}
