import type { Place } from '@yeojeong/contracts'
import { useState, type ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import { PlaceSearch } from './place-search.tsx'

type Named = Pick<Place, 'id' | 'names'>
export type Wishes = { readonly mustSee: readonly Named[]; readonly avoid: readonly Named[] }
type Kind = keyof Wishes

const KINDS: readonly Kind[] = ['mustSee', 'avoid']

type Props = { readonly regionId: string; readonly wishes: Wishes; readonly onChange: (wishes: Wishes) => void }

/** Places that must be in the plan, and places to keep away from; a place is in one list at most. */
export function WishFields({ regionId, wishes, onChange }: Props): ReactNode {
  const { t, language } = useText()
  const [said, setSaid] = useState('')
  const add = (kind: Kind, place: Named): void => {
    const other: Kind = kind === 'mustSee' ? 'avoid' : 'mustSee'
    const without = (list: readonly Named[]): readonly Named[] => list.filter(({ id }) => id !== place.id)
    onChange({
      mustSee: [],
      avoid: [],
      [other]: without(wishes[other]),
      [kind]: [...without(wishes[kind]), { id: place.id, names: place.names }],
    })
    setSaid(t('form.place.added', { name: nameIn(place.names, language) }))
  }
  const remove = (kind: Kind, id: string): void => onChange({ ...wishes, [kind]: wishes[kind].filter((one) => one.id !== id) })
  return (
    <>
      {KINDS.map((kind) => (
        <div key={kind}>
          <Field label={t(`form.${kind}`)} optional>
            {(wiring) => <PlaceSearch regionId={regionId} wiring={wiring} onPick={(place) => add(kind, place)} />}
          </Field>
          <ul className={styles.picked}>
            {wishes[kind].map((place) => (
              <li key={place.id}>
                {nameIn(place.names, language)}
                <button
                  type="button"
                  aria-label={t('form.place.remove', { name: nameIn(place.names, language) })}
                  onClick={() => remove(kind, place.id)}
                >
                  <Icon name="close" size="1rem" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}
