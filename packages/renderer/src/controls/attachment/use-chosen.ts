import type { AttachmentField } from '@pipewright/schemas'
import { useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import type { Twin } from './same-name.tsx'
import { splitTwins } from './split-twins.ts'
import { useFiles } from './use-files.ts'
import { useUpload } from './use-upload.ts'

/** Takes files; of those whose name is attached already it is asked first what is meant. */
export function useChosen(props: ControlProps<AttachmentField>) {
  const { data } = useRenderer()
  const ids = asTexts(props.value)
  const attached = useFiles(ids)
  const { upload, replace, running, refusals } = useUpload(props)
  const [twins, setTwins] = useState<readonly Twin[]>([])
  const mayReplace =
    data.listFileVersions !== undefined &&
    (props.field.display ?? 'files') === 'files' &&
    props.disabled !== true
  const settled = (twin: Twin) => setTwins((left) => left.filter((one) => one !== twin))
  return {
    running,
    refusals,
    choose(files: readonly File[]) {
      const { twins: same, rest } = splitTwins(files, mayReplace ? attached : [])
      setTwins(same)
      if (rest.length > 0) void upload(rest)
    },
    replace: mayReplace ? (id: string, by: File) => void replace(id, by) : undefined,
    // What is not attached any more cannot have a version.
    twins: twins.filter(({ of }) => ids.includes(of.id)),
    asVersion(twin: Twin) {
      settled(twin)
      void replace(twin.of.id, twin.file)
    },
    keepBoth(twin: Twin) {
      settled(twin)
      void upload([twin.file])
    },
  }
}
