import { use, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import type { MemberDraft } from './draft.ts'
import { Field, IssuesContext } from './field.tsx'
import styles from './form.module.css'
import card from './member.module.css'
import { CONDITIONS } from './words.ts'

const WALKS = ['maxWalkLegM', 'maxWalkDayM'] as const
const LONGEST_NOTE = 500

export type MemberProps = { readonly member: MemberDraft; readonly index: number; readonly onChange: (part: Partial<MemberDraft>) => void }

/** What most people need not say, folded away; opened by itself when something in it is wrong. */
export function MemberNeeds({ member, index, onChange }: MemberProps): ReactNode {
  const { t } = useText()
  const issues = use(IssuesContext)
  const wrong = [...issues.keys()].some(
    (pointer) => pointer.startsWith(`/members/${index}/maxWalk`) || pointer.startsWith(`/members/${index}/health`),
  )
  return (
    <details className={card.more} open={wrong || undefined}>
      <summary>{t('form.member.more')}</summary>
      <div className={card.moreBody}>
        <label className={card.check}>
          <input type="checkbox" checked={member.needsRest} onChange={(event) => onChange({ needsRest: event.target.checked })} />
          <span>{t('form.member.needsRest')}</span>
        </label>
        <div className={styles.pair}>
          {WALKS.map((walk) => (
            <Field key={walk} label={t(`form.member.${walk}`)} pointer={`/members/${index}/${walk}`} hint={t('form.member.walkHint')}>
              {(wiring) => (
                <input
                  {...wiring}
                  inputMode="numeric"
                  autoComplete="off"
                  value={member[walk]}
                  onChange={(event) => onChange({ [walk]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <fieldset className={styles.field}>
          <legend className={styles.label}>{t('form.member.health')}</legend>
          <div className={card.chips}>
            {CONDITIONS.map((condition) => (
              <label key={condition} className={card.check}>
                <input
                  type="checkbox"
                  checked={member.conditions.includes(condition)}
                  onChange={(event) =>
                    onChange({
                      conditions: event.target.checked
                        ? [...member.conditions, condition]
                        : member.conditions.filter((one) => one !== condition),
                    })
                  }
                />
                <span>{t(`health.${condition}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Field label={t('form.member.healthNote')} pointer={`/members/${index}/health`} optional>
          {(wiring) => (
            <textarea
              {...wiring}
              rows={2}
              maxLength={LONGEST_NOTE}
              value={member.healthNote}
              onChange={(event) => onChange({ healthNote: event.target.value })}
            />
          )}
        </Field>
        <p className={card.privacy}>
          <Icon name="lock" />
          <span>{t('form.member.privacy')}</span>
        </p>
      </div>
    </details>
  )
}
