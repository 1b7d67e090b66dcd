import type { ShareRequest, Sharing } from '@yeojeong/contracts'
import { errorSentence, formatDate } from '@yeojeong/i18n/lazy'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { newKey } from '../api/client.ts'
import { codeOf } from '../api/problem.ts'
import { makeLink, revokeLink, sharingQuery, type MadeLink } from '../api/sharing.ts'
import { useText } from '../app/text.tsx'
import styles from './sharing.module.css'

const DAY_MS = 86_400_000
const TERMS = { never: null, week: 7, month: 30 } as const
type Term = keyof typeof TERMS

/** Links for others: made, shown once, listed, taken back. */
export function ShareLinks({ itineraryId }: { readonly itineraryId: string }): ReactNode {
  const { t } = useText()
  const titleId = useId()
  const client = useQueryClient()
  const sharing = useQuery(sharingQuery(itineraryId))
  const renew = (): unknown => client.invalidateQueries({ queryKey: sharingQuery(itineraryId).queryKey })
  const make = useMutation({ mutationFn: (asked: ShareRequest) => makeLink(itineraryId, asked, newKey()), onSuccess: renew })
  const revoke = useMutation({ mutationFn: (shareId: string) => revokeLink(itineraryId, shareId), onSuccess: renew })
  const error = make.error ?? revoke.error
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('share.title')}</h3>
      <p className="soft">{t('share.privacy')}</p>
      <MakeForm sending={make.isPending} onMake={make.mutate} />
      <p className="bad" role="alert">
        {error !== null && errorSentence(t, codeOf(error))}
      </p>
      {make.data !== undefined && <Made link={make.data} />}
      {sharing.data !== undefined && <LinkList sharing={sharing.data} onRevoke={revoke.mutate} />}
    </section>
  )
}

type MakeProps = { readonly sending: boolean; readonly onMake: (asked: ShareRequest) => void }

function MakeForm({ sending, onMake }: MakeProps): ReactNode {
  const { t } = useText()
  const [roleId, termId] = [useId(), useId()]
  const [role, setRole] = useState<ShareRequest['role']>('viewer')
  const [term, setTerm] = useState<Term>('never')
  const make = (): void => {
    const days = TERMS[term]
    onMake({ role, ...(days === null ? {} : { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() }) })
  }
  return (
    <form
      className={styles.make}
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <div className={styles.field}>
        <label htmlFor={roleId}>{t('share.role')}</label>
        <select id={roleId} value={role} onChange={(event) => setRole(event.target.value as ShareRequest['role'])}>
          <option value="viewer">{t('share.viewer')}</option>
          <option value="editor">{t('share.editor')}</option>
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={termId}>{t('share.expires')}</label>
        <select id={termId} value={term} onChange={(event) => setTerm(event.target.value as Term)}>
          {(Object.keys(TERMS) as Term[]).map((one) => (
            <option key={one} value={one}>
              {t(`share.expires.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button" disabled={sending}>
        {t('share.create')}
      </button>
    </form>
  )
}

function Made({ link }: { readonly link: MadeLink }): ReactNode {
  const { t } = useText()
  return (
    <div className={styles.made} role="status">
      <p>{t('share.created')}</p>
      <CopyField label={t('share.title')} value={link.url} />
      <CopyField label={t('export.subscribe')} value={link.calendarUrl} hint={t('export.subscribe.body')} />
    </div>
  )
}

type CopyProps = { readonly label: string; readonly value: string; readonly hint?: string }

function CopyField({ label, value, hint }: CopyProps): ReactNode {
  const { t } = useText()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    void navigator.clipboard.writeText(value).then(() => setCopied(true))
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.copy}>
        <input id={id} readOnly value={value} onFocus={(event) => event.target.select()} />
        <button type="button" className="small-button" onClick={copy} aria-label={`${t('share.copy')}: ${label}`}>
          {t(copied ? 'share.copied' : 'share.copy')}
        </button>
      </span>
      {hint !== undefined && <p className="soft">{hint}</p>}
    </div>
  )
}

type ListProps = { readonly sharing: Sharing; readonly onRevoke: (shareId: string) => void }

function LinkList({ sharing, onRevoke }: ListProps): ReactNode {
  const { t, language } = useText()
  return (
    <>
      <h4>{t('share.links')}</h4>
      {sharing.links.length === 0 && <p className="soft">{t('share.none')}</p>}
      <ul className={styles.links}>
        {sharing.links.map(({ id, role, state, createdAt, expiresAt }) => (
          <li key={id} data-state={state}>
            <p>{t(`share.${role}`)}</p>
            <p className="soft">
              {[
                formatDate(language, createdAt, 'numeric'),
                t(`share.state.${state}`),
                ...(expiresAt === null ? [] : [t('share.until', { date: expiresAt })]),
              ].join(' · ')}
            </p>
            {state === 'active' && (
              <button type="button" className="small-button" onClick={() => onRevoke(id)}>
                {t('share.revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sharing.collaborators.length > 0 && (
        <>
          <h4>{t('share.people')}</h4>
          <ul className={styles.links}>
            {sharing.collaborators.map(({ userId, name, role }) => (
              <li key={userId}>
                <p>{name ?? t('share.somebody')}</p>
                <p className="soft">{t(`share.${role}`)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
