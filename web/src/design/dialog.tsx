import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './dialog.module.css'
import { Icon } from './icons.tsx'

type Props = {
  readonly title: string
  /** `question`: in the middle, small. `panel`: at the side on a wide screen, a sheet on a phone. `picture`: as large as the screen. */
  readonly kind: 'question' | 'panel' | 'picture'
  readonly onClose: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

/**
 * The platform's own modal: focus, Escape and what lies behind are its business. Open as long as it is rendered.
 * It goes by being taken away, not by closing, so giving the focus back is ours.
 */
export function Dialog({ title, kind, onClose, onKeyDown, children }: Props): ReactNode {
  const { t } = useText()
  const element = useRef<HTMLDialogElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const titleId = useId()
  useEffect(() => {
    cameFrom.current ??= document.activeElement
    if (element.current?.open === false) element.current.showModal()
    return () => {
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      data-kind={kind}
      aria-labelledby={titleId}
      // Taken away at once instead of closing first: in between, a key would already act on what lies behind.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === element.current && onClose()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="icon-button" aria-label={t('app.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
