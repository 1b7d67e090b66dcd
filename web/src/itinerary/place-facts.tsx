import type { Place, StopView } from '@yeojeong/contracts'
import { duration, formatDate, hoursLines, money } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './place-facts.module.css'

type Fact = 'hours' | 'price' | 'access' | 'food' | 'position'
type Props = { readonly stop: StopView; readonly place: Place | undefined }

/** What is known of a place, each fact with its source and day; what is not known is said to be unknown. */
export function PlaceFacts({ stop, place }: Props): ReactNode {
  const { t, language } = useText()
  if (place === undefined) return <Links stop={stop} place={undefined} />
  return (
    <section className={styles.facts}>
      <h3>{t('itin.facts')}</h3>
      <dl>
        <Entry label={t('itin.hours')} place={place} fact={place.hours.kind === 'unknown' ? undefined : 'hours'}>
          <Hours place={place} />
        </Entry>
        <Entry label={t('itin.price')} place={place} fact={place.price === 'unknown' ? undefined : 'price'}>
          <Price stop={stop} place={place} />
        </Entry>
        <Entry label={t('itin.access')} place={place} fact={place.stepFree === 'unknown' ? undefined : 'access'}>
          <Known value={place.stepFree} />
        </Entry>
        <Entry label={t('itin.stroller')} place={place} fact={place.stroller === 'unknown' ? undefined : 'access'}>
          <Known value={place.stroller} />
        </Entry>
        <Entry label={t('itin.indoor')}>{t(`indoor.${place.indoor}`)}</Entry>
        <Entry label={t('itin.effort')}>{t(`itin.effort.${place.effort}`)}</Entry>
        {place.minAge !== undefined && <Entry label={t('form.member.age')}>{t('itin.minAge', { age: place.minAge })}</Entry>}
        <Entry label={t('itin.usualStay')}>
          {duration(t, place.stay.min)}–{duration(t, place.stay.max)}
        </Entry>
        {place.food !== undefined && (
          <Entry label={t('itin.food')} place={place} fact="food">
            {nameIn(place.food.serves, language)}
            {place.food.diets.length > 0 && (
              <span className={`soft ${styles.below}`}>
                {t('itin.diets')}: {place.food.diets.map((diet) => t(`diet.${diet}`)).join(', ')}
              </span>
            )}
          </Entry>
        )}
        {place.address !== undefined && <Entry label={t('itin.address')}>{nameIn(place.address, language)}</Entry>}
      </dl>
      <Links stop={stop} place={place} />
    </section>
  )
}

type EntryProps = { readonly label: string; readonly children: ReactNode; readonly place?: Place; readonly fact?: Fact | undefined }

/** What nobody knows has no source to name. */
function Entry({ label, children, place, fact }: EntryProps): ReactNode {
  const { t, language } = useText()
  const sourced = fact === undefined ? undefined : (place?.sources[fact] ?? place?.sources['*'])
  return (
    <div className={styles.entry}>
      <dt>{label}</dt>
      <dd>
        <div className={styles.value}>{children}</div>
        {sourced !== undefined && (
          <small>{t('itin.source', { source: sourced.source, asOf: formatDate(language, sourced.asOf, 'numeric') })}</small>
        )}
      </dd>
    </div>
  )
}

function Known({ value }: { readonly value: Place['stepFree'] }): ReactNode {
  const { t } = useText()
  return <span data-known={value}>{t(`known.${value}`)}</span>
}

function Hours({ place }: { readonly place: Place }): ReactNode {
  const { t } = useText()
  if (place.hours.kind === 'always') return t('itin.hours.always')
  if (place.hours.kind === 'unknown') return <Known value="unknown" />
  return (
    <ul className={styles.hours}>
      {hoursLines(t, place.hours).map((line, index) => (
        <li key={index}>
          {line.when !== '' && <span>{line.when}</span>}
          <span>{line.times}</span>
        </li>
      ))}
    </ul>
  )
}

function Price({ stop, place }: Props & { readonly place: Place }): ReactNode {
  const { t } = useText()
  if (place.price === 'free') return t('itin.cost.free')
  if (place.price === 'unknown') return <Known value="unknown" />
  const { currency, adult, child, childMinAge, childMaxAge, senior, seniorAge } = place.price
  const show = (amount: number): string => (amount === 0 ? t('itin.cost.free') : money(t, amount, currency))
  const ages = childMinAge !== undefined && childMaxAge !== undefined ? { from: childMinAge, to: childMaxAge } : null
  const lines = [
    t('itin.price.adult', { amount: show(adult) }),
    ...(child === undefined
      ? []
      : [ages === null ? t('itin.price.child', { amount: show(child) }) : t('itin.price.childAges', { ...ages, amount: show(child) })]),
    ...(senior === undefined || seniorAge === undefined ? [] : [t('itin.price.senior', { age: seniorAge, amount: show(senior) })]),
  ]
  return (
    <>
      {lines.join(' · ')}
      {stop.cost !== null && <span className={`soft ${styles.below}`}>{t('itin.price.party', { amount: show(stop.cost.amount) })}</span>}
    </>
  )
}

function Links({ stop, place }: Props): ReactNode {
  const { t } = useText()
  const { lat, lng } = stop.position
  return (
    <p className={styles.links}>
      {place?.url !== undefined && /^https?:/.test(place.url) && (
        <a href={place.url} target="_blank" rel="noreferrer">
          {t('itin.website')} <Icon name="external" size="1rem" />
        </a>
      )}
      <a href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=17/${lat}/${lng}`} target="_blank" rel="noreferrer">
        OpenStreetMap <Icon name="external" size="1rem" />
      </a>
    </p>
  )
}
