import { errorSentence } from '@yeojeong/i18n/lazy'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { codeOf } from '../api/problem.ts'
import { joinBy, sharedQuery } from '../api/sharing.ts'
import { Problem, Waiting } from '../app/notices.tsx'
import { navigate } from '../app/router.tsx'
import { Banner } from '../app/shell.tsx'
import { useText } from '../app/text.tsx'
import { useTitle } from '../app/title.ts'
import { Dialog } from '../design/dialog.tsx'
import { ItineraryReading } from '../itinerary/itinerary-reading.tsx'
import { ExportList } from './export-list.tsx'
import styles from './sharing.module.css'

/** What a link shows to whoever holds it: the same reading, without the travellers. An editor's link can be joined. */
export default function SharedPage({ token }: { readonly token: string }): ReactNode {
  const { t } = useText()
  const query = useQuery(sharedQuery(token))
  const [exporting, setExporting] = useState(false)
  const join = useMutation({ mutationFn: () => joinBy(token), onSuccess: ({ itineraryId }) => navigate(`/itineraries/${itineraryId}`) })
  useTitle(query.data?.itinerary.title ?? null)
  if (query.isPending) return <Waiting />
  if (query.data === undefined) {
    const code = codeOf(query.error)
    return code === 'not_found' || code === 'validation_failed' ? (
      <Gone />
    ) : (
      <Problem error={query.error} retry={() => void query.refetch()} />
    )
  }
  const { itinerary, role } = query.data
  return (
    <>
      <div className={styles.shared}>
        <Banner>{t(role === 'editor' ? 'share.mayEdit' : 'share.viewing')}</Banner>
        <p>
          <button type="button" className="small-button" disabled={join.isPending} onClick={() => join.mutate()}>
            {t(role === 'editor' ? 'share.join' : 'share.joinView')}
          </button>
          <button type="button" className="small-button" onClick={() => setExporting(true)}>
            {t('export.title')}
          </button>
        </p>
        <p className="bad" role="alert">
          {join.isError && errorSentence(t, codeOf(join.error))}
        </p>
      </div>
      <ItineraryReading view={itinerary} />
      {exporting && (
        <Dialog title={t('export.title')} kind="panel" onClose={() => setExporting(false)}>
          <ExportList view={itinerary} base={`/v1/shared/${encodeURIComponent(token)}`} day={null} />
        </Dialog>
      )}
    </>
  )
}

function Gone(): ReactNode {
  const { t } = useText()
  return (
    <section className={styles.gone}>
      <h1>{t('share.gone.title')}</h1>
      <p>{t('share.gone.body')}</p>
    </section>
  )
}
