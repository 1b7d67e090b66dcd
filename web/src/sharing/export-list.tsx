import { dayMapLinks, EXPORT_FORMATS, type ItineraryView } from '@yeojeong/contracts'
import { useId, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './sharing.module.css'

type Props = {
  readonly view: ItineraryView
  /** Where the files are: by one's session or by a link. */
  readonly base: string
  /** The day whose way is opened in a map app; null = none is looked at. */
  readonly day: number | null
}

/** The itinerary to take along: files, paper, and one day's way in a map app. */
export function ExportList({ view, base, day }: Props): ReactNode {
  const { t, language } = useText()
  const titleId = useId()
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('export.title')}</h3>
      <ul className={styles.files}>
        {EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <a href={`${base}/export.${format}?language=${language}`} download="">
              {t(`export.${format}`)}
            </a>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => print()}>
            {t('export.print')}
          </button>
        </li>
      </ul>
      {day !== null && <DayLinks view={view} day={day} />}
    </section>
  )
}

/** An app that takes only so many stops at once gets the day in pieces, numbered. */
function DayLinks({ view, day }: Pick<Props, 'view'> & { readonly day: number }): ReactNode {
  const { t, language } = useText()
  const titleId = useId()
  const shown = view.days[day]
  const links = shown === undefined ? [] : dayMapLinks(shown, language)
  if (links.length === 0) return null
  return (
    <div className={styles.part}>
      <h3 id={titleId}>{t('export.openIn')}</h3>
      <ul className={styles.apps} aria-labelledby={titleId}>
        {links.map(({ app, urls }) => (
          <li key={app}>
            <span>{t(`mapapp.${app}`)}</span>
            {urls.map((url, index) => (
              <a
                key={url}
                href={url}
                target="_blank"
                rel="noreferrer"
                aria-label={t('export.part', { app: t(`mapapp.${app}`), number: index + 1 })}
              >
                {urls.length === 1 ? <Icon name="external" size="1.125rem" /> : index + 1}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
