import type { DayView, StopView } from '@yeojeong/contracts'
import { useId, useRef, useState, type DOMAttributes, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { MenuList, type MenuItem } from '../design/menu.tsx'
import { useEditing, type Editor } from './editor.ts'
import styles from './move-handle.module.css'
import { dayMove, dropMove, stepMove } from './moves.ts'

const DRAG_FROM_PX = 6
const EDGE_PX = 72
const SCROLL_PX = 14

type Props = { readonly stop: StopView; readonly day: DayView; readonly card: () => HTMLElement | null }

/** Moves a stop three ways: dragged (also onto a day's tab), stepped by the arrow keys, or chosen from a menu. */
export function MoveHandle({ stop, day, card }: Props): ReactNode {
  const { t, language } = useText()
  const editor = useEditing()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const hintId = useId()
  const drag = useDrag(editor, stop.id, card)
  if (editor === null) return null
  const name = nameIn(stop.names, language)
  const step = (by: -1 | 1): void => {
    const move = stepMove(day, stop.id, by)
    if (move !== null) editor.run(move)
  }
  const press = (event: KeyboardEvent): void => {
    if (open || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? -1 : 1)
  }
  const close = (): void => {
    setOpen(false)
    button.current?.focus({ preventScroll: true })
  }
  return (
    <span className={styles.handle}>
      <button
        ref={button}
        type="button"
        className="icon-button"
        id={`move-${stop.id}`}
        aria-label={t('edit.handle', { name })}
        aria-describedby={hintId}
        aria-haspopup="menu"
        aria-expanded={open}
        onKeyDown={press}
        onClick={() => !drag.wasDragged() && setOpen(!open)}
        {...drag.handlers}
      >
        <Icon name="grip" />
      </button>
      <span id={hintId} className="visually-hidden">
        {t('edit.handle.hint')}
      </span>
      {open && <MenuList label={t('edit.handle', { name })} side="right" items={moveItems(t, editor, day, stop)} onClose={close} />}
    </span>
  )
}

export function moveItems(t: ReturnType<typeof useText>['t'], editor: Editor, day: DayView, stop: StopView): readonly MenuItem[] {
  const [up, down] = [stepMove(day, stop.id, -1), stepMove(day, stop.id, 1)]
  return [
    { label: t('edit.move.earlier'), disabled: up === null, onChoose: () => up && editor.run(up) },
    { label: t('edit.move.later'), disabled: down === null, onChoose: () => down && editor.run(down) },
    ...editor.view.days
      .filter(({ index }) => index !== day.index)
      .map(({ index }) => ({ label: t('edit.move.toDay', { day: index + 1 }), onChoose: () => editor.run(dayMove(stop.id, index)) })),
  ]
}

type Drag = { readonly x: number; readonly y: number; moving: boolean; target: HTMLElement | null; scrolled: number }
type Handlers = Pick<DOMAttributes<HTMLButtonElement>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>

function useDrag(editor: Editor | null, stopId: string, card: () => HTMLElement | null): { handlers: Handlers; wasDragged: () => boolean } {
  const drag = useRef<Drag | null>(null)
  const dragged = useRef(false)

  const end = (): void => {
    const element = card()
    element?.removeAttribute('data-dragging')
    element?.style.removeProperty('translate')
    drag.current?.target?.removeAttribute('data-drop')
    drag.current = null
  }
  const down = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return
    dragged.current = false
    drag.current = { x: event.clientX, y: event.clientY, moving: false, target: null, scrolled: window.scrollY }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    const now = drag.current
    const element = card()
    if (now === null || element === null) return
    const [dx, dy] = [event.clientX - now.x, event.clientY - now.y + window.scrollY - now.scrolled]
    if (!now.moving && Math.hypot(dx, dy) < DRAG_FROM_PX) return
    now.moving = true
    dragged.current = true
    element.setAttribute('data-dragging', '')
    element.style.translate = `${dx}px ${dy}px`
    const target =
      document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-drop-after], [data-drop-day]') ?? null
    if (target !== now.target) {
      now.target?.removeAttribute('data-drop')
      target?.setAttribute('data-drop', '')
      now.target = target
    }
    if (event.clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX)
    if (event.clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX)
  }
  const up = (): void => {
    const { target = null, moving = false } = drag.current ?? {}
    end()
    if (editor === null || target === null || !moving) return
    const day = Number(target.dataset['dropDay'])
    const after = target.dataset['dropAfter']
    const command = after === undefined ? dayMove(stopId, day) : dropMove(editor.view, stopId, day, after)
    if (command !== null) editor.run(command)
  }
  return {
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: end },
    wasDragged: () => dragged.current,
  }
}
