import { duration, formatDistance, money } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './compare.module.css'
import type { ReadyPlan } from './plans.ts'
import { figuresOf, type Figure } from './figures.ts'

/** The plans in numbers: a line for each figure, a column for each plan, what stands out marked. */
export function FigureTable({ plans }: { readonly plans: readonly ReadyPlan[] }): ReactNode {
  const { t } = useText()
  return (
    <section className={styles.section} aria-labelledby="compare-figures">
      <h2 id="compare-figures">{t('compare.figures')}</h2>
      <table className={styles.figures}>
        <thead>
          <tr>
            <td />
            {plans.map(({ pace }) => (
              <th key={pace} scope="col">
                {t(`pace.${pace}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figuresOf(plans.map(({ view }) => view)).map((figure) => (
            <FigureRow key={figure.key} figure={figure} plans={plans} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const MEMBER = 'member '

function FigureRow({ figure, plans }: { readonly figure: Figure; readonly plans: readonly ReadyPlan[] }): ReactNode {
  const { t } = useText()
  const { key, values, outstanding } = figure
  const person = key.startsWith(MEMBER)
  const names = plans[0]?.view.travellers ?? {}
  return (
    <tr data-person={person ? '' : undefined}>
      <th scope="row">
        {person ? (names[key.slice(MEMBER.length)] ?? t('name.traveller')) : t(`compare.${key as Exclude<typeof key, `member ${string}`>}`)}
      </th>
      {values.map((value, index) => {
        const stands = outstanding?.at.includes(index) === true
        return (
          <td key={index} data-stands={stands ? '' : undefined}>
            {useWords(figure, value, plans[index]!)}
            {stands && <span className="visually-hidden"> {t(`compare.${outstanding!.as}`)}</span>}
          </td>
        )
      })}
    </tr>
  )
}

function useWords({ key }: Figure, value: number | null, { view }: ReadyPlan): string {
  const { t, language } = useText()
  if (value === null) return '–'
  switch (key) {
    case 'walk':
      return formatDistance(language, value)
    case 'moving':
      return duration(t, value)
    case 'cost':
      return money(t, value, view.cost.known?.currency ?? '')
    case 'sights':
    case 'rests':
      return value.toLocaleString(language)
    default:
      return `${value}%`
  }
}
