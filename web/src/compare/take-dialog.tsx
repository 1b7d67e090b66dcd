import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { newKey } from '../api/client.ts'
import { sendCommand } from '../api/commands.ts'
import { itineraryQuery } from '../api/itinerary.ts'
import { navigate } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import { Check } from '../design/check.tsx'
import { Confirm } from '../design/confirm.tsx'
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
    <Confirm title={t('compare.take.title', { pace: plan.pace })} act={t('compare.take.do')} work={take} onClose={onClose}>
      <p className="soft">{t('compare.take.body')}</p>
      {others.length > 0 && (
        <Check label={t('compare.take.archive')} hint={t('compare.take.hint')} checked={archive} onChange={setArchive} />
      )}
    </Confirm>
  )
}
