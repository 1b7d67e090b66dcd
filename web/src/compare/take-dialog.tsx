import { errorSentence } from '@yeojeong/i18n/lazy'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { newKey } from '../api/client.ts'
import { sendCommand } from '../api/commands.ts'
import { itineraryQuery } from '../api/itinerary.ts'
import { codeOf } from '../api/problem.ts'
import { navigate } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import styles from './compare.module.css'
import type { ReadyPlan } from './plans.ts'

type Props = { readonly plan: ReadyPlan; readonly others: readonly ReadyPlan[]; readonly onClose: () => void }

/** Asks what becomes of the other plans, then leads to the one that was chosen. */
export function TakeDialog({ plan, others, onClose }: Props): ReactNode {
  const { t } = useText()
  const client = useQueryClient()
  const [archive, setArchive] = useState(true)
  const put = async ({ itineraryId, view }: ReadyPlan, type: 'Archive' | 'Unarchive'): Promise<void> => {
    const answer = await sendCommand(itineraryId, { baseVersion: view.version, command: { type }, force: false }, newKey())
    client.setQueryData(itineraryQuery(itineraryId).queryKey, answer.view)
  }
  const take = useMutation({
    mutationFn: async () => {
      if (plan.view.status === 'archived') await put(plan, 'Unarchive')
      const shown = others.filter(({ view }) => view.status === 'ready')
      if (archive) await Promise.all(shown.map((other) => put(other, 'Archive')))
    },
    onSuccess: () => navigate(`/itineraries/${plan.itineraryId}`),
  })
  return (
    <Dialog title={t('compare.take.title', { pace: plan.pace })} kind="question" onClose={onClose}>
      <p className={styles.soft}>{t('compare.take.body')}</p>
      {others.length > 0 && (
        <label className={styles.check}>
          <input type="checkbox" checked={archive} onChange={(event) => setArchive(event.target.checked)} />
          <span>
            {t('compare.take.archive')}
            <small>{t('compare.take.hint')}</small>
          </span>
        </label>
      )}
      <p className={styles.bad} role="alert">
        {take.isError && errorSentence(t, codeOf(take.error))}
      </p>
      <p className={styles.actions}>
        <button type="button" className="button" data-quiet="" onClick={onClose}>
          {t('app.cancel')}
        </button>
        <button type="button" className="button" disabled={take.isPending} onClick={() => take.mutate()}>
          {t('compare.take.do')}
        </button>
      </p>
    </Dialog>
  )
}
