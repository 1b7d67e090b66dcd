import type { Region } from '@yeojeong/contracts'
import type { ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import type { EndDraft } from './draft.ts'
import { Field } from './field.tsx'
import styles from './form.module.css'
import { LocationPicker } from './location-picker.tsx'

type Which = 'arrival' | 'departure'
type Props = {
  readonly which: Which
  readonly end: EndDraft
  readonly region: Region | undefined
  readonly onChange: (end: EndDraft) => void
}

const AT_LODGING = 'lodging'
const ON_MAP = 'map'

/** When and where the trip begins or ends: at the lodging, at one of the region's gateways, or anywhere on the map. */
export function EndFields({ which, end, region, onChange }: Props): ReactNode {
  const { t, language } = useText()
  const gateways = region?.gateways ?? []
  const gatewayAt = gateways.findIndex(({ position }) => position.lat === end.at?.position?.lat && position.lng === end.at.position.lng)
  const value = end.at === null ? AT_LODGING : gatewayAt >= 0 ? String(gatewayAt) : ON_MAP
  const choose = (next: string): void => {
    const gateway = gateways[Number(next)]
    if (next === AT_LODGING) onChange({ ...end, at: null })
    else if (next === ON_MAP || gateway === undefined) onChange({ ...end, at: { name: '', position: null } })
    else onChange({ ...end, at: { name: nameIn(gateway.names, language), position: gateway.position } })
  }
  return (
    <div className={styles.group}>
      <div className={styles.pair}>
        <Field label={t(`form.${which}.place`)} pointer={`/${which}/at`}>
          {(wiring) => (
            <select {...wiring} value={value} onChange={(event) => choose(event.target.value)}>
              <option value={AT_LODGING}>{t('form.place.lodging')}</option>
              {gateways.map((gateway, index) => (
                <option key={index} value={String(index)}>
                  {nameIn(gateway.names, language)}
                </option>
              ))}
              <option value={ON_MAP}>{t('form.place.map')}</option>
            </select>
          )}
        </Field>
        <Field label={t(`form.${which}.time`)} pointer={`/${which}/time`}>
          {(wiring) => (
            <input {...wiring} type="time" value={end.time} onChange={(event) => onChange({ ...end, time: event.target.value })} />
          )}
        </Field>
      </div>
      {value === ON_MAP && end.at !== null && region !== undefined && (
        <SpotFields which={which} at={end.at} region={region} onChange={(at) => onChange({ ...end, at })} />
      )}
    </div>
  )
}

type SpotProps = {
  readonly which: Which
  readonly at: NonNullable<EndDraft['at']>
  readonly region: Region
  readonly onChange: (at: NonNullable<EndDraft['at']>) => void
}

function SpotFields({ which, at, region, onChange }: SpotProps): ReactNode {
  const { t } = useText()
  return (
    <>
      <Field label={t('form.place.name')} pointer={`/${which}/at/name`}>
        {(wiring) => (
          <input {...wiring} value={at.name} maxLength={120} onChange={(event) => onChange({ ...at, name: event.target.value })} />
        )}
      </Field>
      <LocationPicker
        regionId={region.id}
        center={region.center}
        position={at.position}
        pointer={`/${which}/at/position`}
        onMove={(position, nearby) => onChange({ name: at.name === '' ? (nearby ?? '') : at.name, position })}
      />
    </>
  )
}
