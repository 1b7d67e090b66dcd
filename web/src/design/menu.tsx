import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './menu.module.css'

export type MenuItem = { readonly label: string; readonly hint?: string; readonly disabled?: boolean; readonly onChoose: () => void }
type Props = {
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
  readonly label: string
  /** Which edge of the button it hangs from. */
  readonly side?: 'left' | 'right'
}

const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1 }

/** The list a menu button opens, as ARIA has it: arrows move, Escape and a press elsewhere close. */
export function MenuList({ items, onClose, label, side = 'left' }: Props): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true })
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const press = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    const step = STEPS[event.key]
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? buttons.length - 1
          : step === undefined
            ? null
            : (at + step + buttons.length) % buttons.length
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Tab') onClose()
    else if (to !== null) buttons[to]?.focus()
    if (event.key !== 'Tab' && (to !== null || event.key === 'Escape')) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const leave = (to: Element | null): void => {
    if (list.current?.parentElement?.contains(to) !== true) onClose()
  }
  return (
    <div
      ref={list}
      role="menu"
      aria-label={label}
      className={styles.list}
      data-side={side}
      onKeyDown={press}
      onBlur={(event) => leave(event.relatedTarget)}
    >
      {items.map((item, index) => (
        <button
          key={index}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={item.disabled}
          onClick={() => {
            onClose()
            item.onChoose()
          }}
        >
          {item.label}
          {item.hint !== undefined && <small>{item.hint}</small>}
        </button>
      ))}
    </div>
  )
}

type ButtonProps = {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly className: string | undefined
  readonly side?: 'left' | 'right'
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function MenuButton({ label, items, className, side = 'left', disabled = false, children }: ButtonProps): ReactNode {
  const [open, setOpen] = useState(false)
  const id = useId()
  const close = (): void => {
    setOpen(false)
    document.getElementById(id)?.focus({ preventScroll: true })
  }
  return (
    <span className={styles.anchor}>
      <button
        type="button"
        id={id}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && <MenuList label={label} items={items} side={side} onClose={close} />}
    </span>
  )
}
