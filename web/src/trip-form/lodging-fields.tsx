import type { Region } from '@yeojeong/contracts'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { emptyLodging, type LodgingDraft, type TripDraft } from './draft.ts'
import { Field } from './field.tsx'
import styles from './form.module.css'
import { LocationPicker } from './location-picker.tsx'

const STEP_FREE = ['unknown', 'yes', 'no'] as const
const MOST_LODGINGS = 10

type Props = {
  readonly draft: TripDraft
  readonly region: Region | undefined
  readonly onChange: (lodgings: readonly LodgingDraft[]) => void
}

export function LodgingFields({ draft, region, onChange }: Props): ReactNode {
  const { t } = useText()
  const { lodgings } = draft
  const set = (at: number, part: Partial<LodgingDraft>): void =>
    onChange(lodgings.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <>
      {lodgings.map((lodging, index) => (
        <fieldset key={index} className={styles.group}>
          <legend className={lodgings.length === 1 ? 'visually-hidden' : undefined}>{t('form.lodging.nth', { number: index + 1 })}</legend>
          <OneLodging lodging={lodging} index={index} region={region} onChange={(part) => set(index, part)} />
          {lodgings.length > 1 && <Nights draft={draft} lodging={lodging} index={index} onChange={(part) => set(index, part)} />}
          {lodgings.length > 1 && (
            <button type="button" className={styles.quiet} onClick={() => onChange(lodgings.filter((_, at) => at !== index))}>
              <Icon name="trash" /> {t('form.lodging.remove')}
            </button>
          )}
        </fieldset>
      ))}
      {lodgings.length < MOST_LODGINGS && (
        <button type="button" className={styles.quiet} onClick={() => onChange([...lodgings, emptyLodging])}>
          <Icon name="plus" /> {t('form.lodging.add')}
        </button>
      )}
    </>
  )
}

type OneProps = { readonly lodging: LodgingDraft; readonly index: number; readonly onChange: (part: Partial<LodgingDraft>) => void }

function OneLodging({ lodging, index, region, onChange }: OneProps & { readonly region: Region | undefined }): ReactNode {
  const { t } = useText()
  return (
    <>
      <div className={styles.pair}>
        <Field label={t('form.lodging.name')} pointer={`/lodgings/${index}/name`}>
          {(wiring) => (
            <input
              {...wiring}
              value={lodging.name}
              maxLength={120}
              placeholder={t('form.lodging.namePlaceholder')}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('form.lodging.stepFree')}>
          {(wiring) => (
            <select
              {...wiring}
              value={lodging.stepFree}
              onChange={(event) => onChange({ stepFree: event.target.value as LodgingDraft['stepFree'] })}
            >
              {STEP_FREE.map((one) => (
                <option key={one} value={one}>
                  {t(`known.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {region === undefined ? (
        <p className={styles.hint}>{t('issue.region')}</p>
      ) : (
        <LocationPicker
          key={region.id}
          regionId={region.id}
          center={region.center}
          position={lodging.position}
          pointer={`/lodgings/${index}/position`}
          onMove={(position) => onChange({ position })}
        />
      )}
    </>
  )
}

function Nights({ draft, lodging, index, onChange }: OneProps & { readonly draft: TripDraft }): ReactNode {
  const { t } = useText()
  return (
    <div className={styles.pair}>
      {(['firstNight', 'lastNight'] as const).map((night) => (
        <Field key={night} label={t(`form.lodging.${night}`)} pointer={`/lodgings/${index}/${night}`}>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              min={draft.startDate}
              max={draft.endDate}
              value={lodging[night]}
              onChange={(event) => onChange({ [night]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
