import type { message, Modal, notification } from 'antd'
import { createContext, useContext } from 'react'

type MessageApi = ReturnType<typeof message.useMessage>[0]
type NoticeApi = ReturnType<typeof notification.useNotification>[0]
type DialogApi = ReturnType<typeof Modal.useModal>[0]

/** What says something outside of the page, once its code has loaded. */
export interface Voices {
  readonly message: MessageApi
  readonly notification: NoticeApi
  readonly modal: DialogApi
}

/** The same methods, said as soon as their code is there: nothing is answered. */
type Told<Api, Name extends keyof Api> = {
  readonly [K in Name]: Api[K] extends (...args: infer Args) => unknown ? (...args: Args) => void : never
}

/** Messages, notices and questions of the whole page. The methods stay the same for as long as the page is open. */
export interface Say {
  readonly message: Told<
    MessageApi,
    'open' | 'info' | 'success' | 'warning' | 'error' | 'loading' | 'destroy'
  >
  readonly notification: Told<NoticeApi, 'info' | 'warning' | 'destroy'>
  readonly modal: Told<DialogApi, 'confirm' | 'info' | 'warning'>
}

/** Says it, now or once there is something to say it with. */
export type Speak = (act: (voices: Voices) => void) => void

export function sayBy(speak: Speak): Say {
  return {
    message: {
      open: (...args) => speak(({ message }) => void message.open(...args)),
      info: (...args) => speak(({ message }) => void message.info(...args)),
      success: (...args) => speak(({ message }) => void message.success(...args)),
      warning: (...args) => speak(({ message }) => void message.warning(...args)),
      error: (...args) => speak(({ message }) => void message.error(...args)),
      loading: (...args) => speak(({ message }) => void message.loading(...args)),
      destroy: (...args) => speak(({ message }) => message.destroy(...args)),
    },
    notification: {
      info: (...args) => speak(({ notification }) => notification.info(...args)),
      warning: (...args) => speak(({ notification }) => notification.warning(...args)),
      destroy: (...args) => speak(({ notification }) => notification.destroy(...args)),
    },
    modal: {
      confirm: (...args) => speak(({ modal }) => void modal.confirm(...args)),
      info: (...args) => speak(({ modal }) => void modal.info(...args)),
      warning: (...args) => speak(({ modal }) => void modal.warning(...args)),
    },
  }
}

export const SayContext = createContext<Say | null>(null)

export function useSay(): Say {
  const say = useContext(SayContext)
  if (say === null) throw new Error('Messages are said below AppProviders.')
  return say
}
