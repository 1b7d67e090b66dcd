import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import type { MemberDraft, Taste } from './draft.ts'
import { Field } from './field.tsx'
import styles from './form.module.css'
import card from './member.module.css'
import { MemberNeeds, type MemberProps } from './member-needs.tsx'
import { DIETS, INTERESTS, MOBILITIES } from './words.ts'

/** Neutral → likes → loves → dislikes → neutral. */
const NEXT_TASTE: { readonly [T in Taste]: Taste } = { 1: 2, 2: 3, 3: 0, 0: 1 }

export function MemberFields({ member, index, onChange, onRemove }: MemberProps & { readonly onRemove: (() => void) | null }): ReactNode {
  const { t } = useText()
  const called = member.name.trim() === '' ? t('form.member.nth', { number: index + 1 }) : member.name
  return (
    <fieldset className={card.member}>
      <legend>{called}</legend>
      {onRemove !== null && (
        <button
          type="button"
          className={`icon-button ${card.remove}`}
          aria-label={t('form.member.remove', { name: called })}
          onClick={onRemove}
        >
          <Icon name="trash" />
        </button>
      )}
      <div className={styles.triple}>
        <Field label={t('form.member.name')} pointer={`/members/${index}/name`}>
          {(wiring) => (
            <input
              {...wiring}
              value={member.name}
              maxLength={80}
              placeholder={t('form.member.namePlaceholder')}
              autoComplete="off"
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('form.member.age')} pointer={`/members/${index}/age`}>
          {(wiring) => (
            <input
              {...wiring}
              inputMode="numeric"
              value={member.age}
              maxLength={3}
              autoComplete="off"
              onChange={(event) => onChange({ age: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('form.member.mobility')} pointer={`/members/${index}/mobility`}>
          {(wiring) => (
            <select
              {...wiring}
              value={member.mobility}
              onChange={(event) => onChange({ mobility: event.target.value as MemberDraft['mobility'] })}
            >
              {MOBILITIES.map((one) => (
                <option key={one} value={one}>
                  {t(`mobility.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Tastes member={member} index={index} onChange={onChange} />
      <Diets member={member} index={index} onChange={onChange} />
      <MemberNeeds member={member} index={index} onChange={onChange} />
    </fieldset>
  )
}

function Tastes({ member, index, onChange }: MemberProps): ReactNode {
  const { t } = useText()
  const hintId = `tastes-hint-${index}`
  return (
    <div className={styles.field} role="group" aria-label={t('form.member.tastes')} aria-describedby={hintId}>
      <p className={styles.label}>{t('form.member.tastes')}</p>
      <ul className={card.chips}>
        {INTERESTS.map((interest) => {
          const taste = member.tastes[interest] ?? 1
          return (
            <li key={interest}>
              <button
                type="button"
                className={card.chip}
                data-taste={taste}
                aria-label={`${t(`interest.${interest}`)}: ${t(`taste.${taste}`)}`}
                onClick={() => onChange({ tastes: { ...member.tastes, [interest]: NEXT_TASTE[taste] } })}
              >
                {t(`interest.${interest}`)}
                <TasteMark taste={taste} />
              </button>
            </li>
          )
        })}
      </ul>
      <p id={hintId} className={styles.hint}>
        {t('form.member.tastes.hint')}
      </p>
    </div>
  )
}

function TasteMark({ taste }: { readonly taste: Taste }): ReactNode {
  if (taste === 0) return <Icon name="close" size="0.9rem" />
  return (
    <>
      {taste >= 2 && <Icon name="heart" size="0.9rem" />}
      {taste === 3 && <Icon name="heart" size="0.9rem" />}
    </>
  )
}

function Diets({ member, onChange }: MemberProps): ReactNode {
  const { t } = useText()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{t('form.member.diets')}</legend>
      <div className={card.chips}>
        {DIETS.map((diet) => (
          <label key={diet} className={card.check}>
            <input
              type="checkbox"
              checked={member.diets.includes(diet)}
              onChange={(event) =>
                onChange({ diets: event.target.checked ? [...member.diets, diet] : member.diets.filter((one) => one !== diet) })
              }
            />
            <span>{t(`diet.${diet}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
