import { message, Modal, notification } from 'antd'
import { useEffect } from 'react'
import type { Voices } from './use-say.ts'

export interface VoicesProps {
  readonly pauseOnHover: boolean
  readonly onReady: (voices: Voices) => void
}

/** Where messages, notices and questions are drawn. Loaded after the page, or when the first of them is said. */
export function VoiceHolders({ pauseOnHover, onReady }: VoicesProps) {
  const [messages, messageHolder] = message.useMessage({ pauseOnHover })
  const [notices, noticeHolder] = notification.useNotification()
  const [dialogs, dialogHolder] = Modal.useModal()
  useEffect(
    () => onReady({ message: messages, notification: notices, modal: dialogs }),
    [messages, notices, dialogs, onReady],
  )
  return (
    <>
      {messageHolder}
      {noticeHolder}
      {dialogHolder}
    </>
  )
}
