import type { Region, Trip } from '@yeojeong/contracts'
import { errorSentence } from '@yeojeong/i18n/lazy'
import { useState, type ReactNode } from 'react'
import { codeOf } from '../api/problem.ts'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { useTitle } from '../app/title.ts'
import { Icon } from '../design/icons.tsx'
import { emptyMember, tripDays, type MemberDraft, type TripDraft } from './draft.ts'
import { CitySearch } from './city-search.tsx'
import { BookingFields } from './booking-fields.tsx'
import { EndFields } from './end-fields.tsx'
import { Choice, Field, IssuesContext, Section } from './field.tsx'
import styles from './form.module.css'
import { LodgingFields } from './lodging-fields.tsx'
import { MemberFields } from './member-fields.tsx'
import { ThreePlans } from './three-plans.tsx'
import { useTripForm, type TripForm } from './use-trip-form.ts'
import { WishFields } from './wish-fields.tsx'
import { PACES, TRANSPORTS } from './words.ts'

const MOST_MEMBERS = 12

type Props = { readonly regions: readonly Region[]; readonly saved: Trip | null }
type PartProps = { readonly form: TripForm; readonly region: Region | undefined }

export function TripFormView({ regions: listed, saved }: Props): ReactNode {
  const { t } = useText()
  const [found, setFound] = useState<readonly Region[]>([])
  const regions = [...listed, ...found.filter(({ id }) => !listed.some((one) => one.id === id))]
  const regionOf = (draft: { readonly regionId: string }): Region | undefined => regions.find(({ id }) => id === draft.regionId)
  const form = useTripForm(saved, regionOf)
  const region = regionOf(form.draft)
  const title = t(saved === null ? 'form.title.new' : 'form.title.edit')
  useTitle(title)
  return (
    <IssuesContext value={form.issues}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <header className={styles.head}>
          <h1>{title}</h1>
          <p>{t('form.lead')}</p>
        </header>
        <Where
          form={form}
          region={region}
          regions={regions}
          onFound={(more) =>
            setFound([...more, ...found.filter(({ id }) => id === form.draft.regionId && !more.some((one) => one.id === id))])
          }
        />
        <When form={form} region={region} />
        <Section title={t('form.section.lodging')} hint={t('form.section.lodging.hint')}>
          <LodgingFields draft={form.draft} region={region} onChange={(lodgings) => form.change({ lodgings })} />
        </Section>
        <Section title={t('form.section.bookings')} hint={t('form.section.bookings.hint')}>
          <BookingFields tripId={saved?.id ?? null} draft={form.draft} region={region} onChange={(bookings) => form.change({ bookings })} />
        </Section>
        <How form={form} region={region} />
        <Members form={form} region={region} />
        <Section title={t('form.section.wishes')} hint={t('form.section.wishes.hint')}>
          <WishFields regionId={form.draft.regionId} wishes={form.draft} onChange={form.change} />
        </Section>
        <Submit form={form} label={t(saved === null ? 'form.submit' : 'form.save')} />
      </form>
    </IssuesContext>
  )
}

type WhereProps = PartProps & { readonly regions: readonly Region[]; readonly onFound: (found: readonly Region[]) => void }

function Where({ form, region, regions, onFound }: WhereProps): ReactNode {
  const { t, language } = useText()
  const choose = (regionId: string): void => {
    const next = regions.find(({ id }) => id === regionId)
    const start =
      form.draft.regionId === regionId
        ? {}
        : {
            mustSee: [],
            avoid: [],
            lodgings: form.draft.lodgings.map((one) => ({ ...one, position: null })),
            bookings: form.draft.bookings.map((one) => ({ ...one, position: null })),
          }
    const ends = { arrival: { ...form.draft.arrival, at: null }, departure: { ...form.draft.departure, at: null } }
    form.change({ regionId, ...start, ...ends, transport: next?.usualTransport ?? form.draft.transport })
  }
  const options = regions.map((one) => ({
    value: one.id,
    label: nameIn(one.names, language),
    hint: nameIn(one.character, language) || one.countryCode,
  }))
  const named = region === undefined ? '' : t('form.tripTitle.placeholder', { region: nameIn(region.names, language) })
  return (
    <Section title={t('form.section.where')}>
      <Choice
        legend={t('form.destination')}
        name="destination"
        value={form.draft.regionId}
        options={options}
        pointer="/destination"
        onChange={choose}
      />
      <CitySearch onFound={onFound} />
      <Field label={t('form.tripTitle')} pointer="/title" optional>
        {(wiring) => (
          <input
            {...wiring}
            value={form.draft.title}
            maxLength={120}
            placeholder={named}
            onChange={(event) => form.change({ title: event.target.value })}
          />
        )}
      </Field>
    </Section>
  )
}

function When({ form, region }: PartProps): ReactNode {
  const { t } = useText()
  const { draft } = form
  return (
    <>
      <Section title={t('form.section.when')}>
        <div className={styles.pair}>
          <Field label={t('form.startDate')} pointer="/startDate">
            {(wiring) => (
              <input {...wiring} type="date" value={draft.startDate} onChange={(event) => form.change({ startDate: event.target.value })} />
            )}
          </Field>
          <Field label={t('form.endDate')} pointer="/endDate">
            {(wiring) => (
              <input
                {...wiring}
                type="date"
                value={draft.endDate}
                min={draft.startDate}
                onChange={(event) => form.change({ endDate: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Length draft={draft} />
      </Section>
      <Section title={t('form.section.ends')} hint={t('form.section.ends.hint')}>
        <EndFields which="arrival" end={draft.arrival} region={region} onChange={(arrival) => form.change({ arrival })} />
        <EndFields which="departure" end={draft.departure} region={region} onChange={(departure) => form.change({ departure })} />
      </Section>
    </>
  )
}

/** How long the dates make it, as one says it: two nights, three days. */
function Length({ draft }: { readonly draft: TripDraft }): ReactNode {
  const { t } = useText()
  const days = tripDays(draft)
  return (
    <p className={styles.hint} role="status">
      {days !== null && t('form.days', { days, nights: days - 1 })}
    </p>
  )
}

function How({ form, region }: PartProps): ReactNode {
  const { t } = useText()
  const { draft } = form
  const transports = TRANSPORTS.map((value) => ({ value, label: t(`transport.${value}`) }))
  const paces = PACES.map((value) => ({ value, label: t(`pace.${value}`), hint: t(`form.pace.${value}.hint`) }))
  return (
    <Section title={t('form.section.how')}>
      <Choice
        legend={t('form.transport')}
        name="transport"
        value={draft.transport}
        options={transports}
        onChange={(transport) => form.change({ transport })}
      />
      <Choice legend={t('form.pace')} name="pace" value={draft.pace} options={paces} onChange={(pace) => form.change({ pace })} />
      <ThreePlans chosen={draft.three} onChange={(three) => form.change({ three })} />
      <Field label={`${t('form.budget')} (${region?.currency ?? 'KRW'})`} pointer="/budget" hint={t('form.budget.hint')} optional>
        {(wiring) => (
          <input
            {...wiring}
            inputMode="numeric"
            autoComplete="off"
            value={draft.budget}
            onChange={(event) => form.change({ budget: event.target.value })}
          />
        )}
      </Field>
    </Section>
  )
}

function Members({ form }: PartProps): ReactNode {
  const { t } = useText()
  const { members } = form.draft
  const set = (at: number, part: Partial<MemberDraft>): void =>
    form.change({ members: members.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <Section title={t('form.section.members')} hint={t('form.section.members.hint')}>
      {members.map((member, index) => (
        <MemberFields
          key={member.key}
          member={member}
          index={index}
          onChange={(part) => set(index, part)}
          onRemove={members.length === 1 ? null : () => form.change({ members: members.filter((_, at) => at !== index) })}
        />
      ))}
      {members.length < MOST_MEMBERS && (
        <button type="button" className={styles.quiet} onClick={() => form.change({ members: [...members, emptyMember()] })}>
          <Icon name="plus" /> {t('form.member.add')}
        </button>
      )}
    </Section>
  )
}

function Submit({ form, label }: { readonly form: TripForm; readonly label: string }): ReactNode {
  const { t } = useText()
  return (
    <div className={styles.submit}>
      <p className={styles.issue} role="alert">
        {form.error !== null && errorSentence(t, codeOf(form.error))}
        {form.error === null && form.issues.size > 0 && t('form.errors', { count: form.issues.size })}
      </p>
      <button type="submit" className="button" disabled={form.sending}>
        {form.sending ? t('form.submitting') : label}
      </button>
    </div>
  )
}
