import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { TransformComponent, TransformWrapper, useControls } from 'react-zoom-pan-pinch'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { FileBodyProps } from './file-body.ts'

const most = 8

function Zoom({ scale }: { readonly scale: number }) {
  const t = useTexts()
  const { zoomIn, zoomOut } = useControls()
  return (
    <div className="pw-preview-zoom">
      <Button
        aria-label={t('file.zoomOut')}
        icon={<Icon name="minus" />}
        disabled={scale <= 1}
        onClick={() => void zoomOut()}
      />
      <span className="pw-numeric">{Math.round(scale * 100)} %</span>
      <Button
        aria-label={t('file.zoomIn')}
        icon={<Icon name="plus" />}
        disabled={scale >= most}
        onClick={() => void zoomIn()}
      />
    </div>
  )
}

/** A picture as large as there is room; wheel, fingers and buttons make it larger, and then it is moved about. */
export function ImageBody({ file, onFailed, onHeld }: FileBodyProps) {
  const { data } = useRenderer()
  const [scale, setScale] = useState(1)
  return (
    <TransformWrapper
      maxScale={most}
      panning={{ disabled: scale <= 1 }}
      doubleClick={{ mode: scale > 1 ? 'reset' : 'zoomIn', step: 1 }}
      onTransform={(_, state) => {
        setScale(state.scale)
        onHeld(state.scale > 1)
      }}
    >
      <Zoom scale={scale} />
      <TransformComponent wrapperClass="pw-preview-frame" contentClass="pw-preview-frame">
        <img
          className="pw-preview-image"
          src={data.fileUrl(file.id)}
          alt={file.name}
          draggable={false}
          onError={() => onFailed('file.lost')}
        />
      </TransformComponent>
    </TransformWrapper>
  )
}
