import type { Place } from '@yeojeong/contracts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { placesQuery } from '../api/queries.ts'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import type { Wiring } from './field.tsx'
import styles from './place-search.module.css'

const TYPING_PAUSE_MS = 180

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

type Props = { readonly regionId: string; readonly wiring: Wiring; readonly placeholder?: string; readonly onPick: (place: Place) => void }

/** Finds a place by name: type, go down, Enter. A combobox as ARIA 1.2 has it. */
export function PlaceSearch({ regionId, wiring, placeholder, onPick }: Props): ReactNode {
  const { t, language } = useText()
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const wanted = useSettled(text.trim())
  const found = useQuery(placesQuery(wanted, regionId, language))
  const places = wanted === '' ? [] : (found.data ?? [])
  const shown = open && wanted !== ''
  const active = places[Math.min(at, places.length - 1)]

  const pick = (place: Place): void => {
    onPick(place)
    setText('')
    setOpen(false)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter') {
      event.preventDefault()
      if (shown && active !== undefined) pick(active)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && places.length > 0) {
      event.preventDefault()
      setOpen(true)
      setAt((before) => (before + (event.key === 'ArrowDown' ? 1 : -1) + places.length) % places.length)
    }
  }
  const status = !shown
    ? ''
    : found.isFetching
      ? t('form.place.searching')
      : places.length === 0
        ? t('form.place.none')
        : t('form.place.results', { count: places.length })

  return (
    <div className={styles.search}>
      <Icon name="search" />
      <input
        {...wiring}
        type="search"
        role="combobox"
        aria-expanded={shown && places.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        autoComplete="off"
        aria-activedescendant={shown && active !== undefined ? `${listId}-${active.id}` : undefined}
        value={text}
        placeholder={placeholder ?? t('form.place.search')}
        disabled={regionId === ''}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <p className="visually-hidden" role="status">
        {status}
      </p>
      <ul id={listId} role="listbox" aria-label={t('form.place.search')} className={styles.list} hidden={!shown || places.length === 0}>
        {places.map((place) => (
          <li
            key={place.id}
            id={`${listId}-${place.id}`}
            role="option"
            aria-selected={place === active}
            onPointerDown={(event) => {
              event.preventDefault()
              pick(place)
            }}
          >
            <strong>{nameIn(place.names, language)}</strong>
            <span>{t(`category.${place.category}`)}</span>
          </li>
        ))}
      </ul>
      {shown && !found.isFetching && places.length === 0 && <p className={styles.none}>{t('form.place.none')}</p>}
    </div>
  )
}
