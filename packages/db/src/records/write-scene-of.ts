import type { CompiledForm, WriteScene } from '@pipewright/compiler'
import { relatedRows } from './prepare.ts'
import { contextOf, type Scene } from './scene.ts'

export function writeSceneOf(
  scene: Scene,
  form: CompiledForm,
  privileged: boolean,
  trusted?: ReadonlySet<string>,
): WriteScene {
  const rights = privileged ? null : (scene.rights.forms[form.key] ?? null)
  return {
    app: scene.app,
    form,
    rights,
    locale: scene.actor.locale,
    writer: { roles: scene.actor.roles, device: scene.device ?? null },
    context: contextOf(scene),
    related: relatedRows(),
    ...(trusted === undefined ? {} : { trusted }),
  }
}
