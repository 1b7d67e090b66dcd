import type { CommandAnswer, Problem } from '@yeojeong/contracts'
import { errorSentence, reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { WarningList } from '../itinerary/warning-list.tsx'
import { commandWords } from './command-words.ts'
import { DifferenceList, hasDifference } from './difference-list.tsx'
import type { Editor, Outcome } from './editor.ts'
import styles from './outcome-notice.module.css'

type Props = { readonly editor: Editor; readonly names: Names }
type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>

/** Says what came of a change: done and what it brings, refused and why, or asks before it breaks something. */
export function OutcomeNotice({ editor, names }: Props): ReactNode {
  const { t, language } = useText()
  const { outcome } = editor
  const what = outcome === null ? '' : commandWords(t, language, outcome.command, names)
  if (outcome?.kind === 'asks') return <AskForce outcome={outcome} editor={editor} />
  return (
    <div className={styles.place} role="status">
      {outcome !== null && (
        <div className={styles.notice} data-kind={outcome.kind}>
          <button type="button" className={`icon-button ${styles.close}`} aria-label={t('app.close')} onClick={editor.dismiss}>
            <Icon name="close" />
          </button>
          {outcome.kind === 'done' && (
            <Done answer={outcome.answer} what={what} editor={editor} names={names} command={outcome.command.type} />
          )}
          {outcome.kind === 'conflict' && <Conflict outcome={outcome} editor={editor} names={names} />}
          {outcome.kind === 'refused' && <Refused outcome={outcome} what={what} names={names} />}
        </div>
      )}
    </div>
  )
}

const REVERSALS = new Set(['Undo', 'Redo'])

function Done({
  answer,
  what,
  editor,
  names,
  command,
}: Props & { readonly answer: CommandAnswer; readonly what: string; readonly command: string }): ReactNode {
  const { t } = useText()
  if (!answer.changed) return <p className={styles.title}>{t('edit.unchanged', { what })}</p>
  const broken = answer.violations.filter(({ severity }) => severity === 'error')
  // What is broken somewhere is said once, not again as the plan's own warning of it.
  const caused = answer.warnings.filter((one) => !broken.some(({ stopId, day }) => stopId === one.stopId && day === one.day))
  return (
    <>
      <p className={styles.title}>
        {t('edit.done', { what })}
        {!REVERSALS.has(command) && (
          <button type="button" className={styles.undo} onClick={() => editor.run({ type: 'Undo' })}>
            {t('edit.undo')}
          </button>
        )}
      </p>
      {broken.length > 0 && (
        <>
          <p className={styles.head}>{t('edit.broken')}</p>
          <Violations violations={broken} editor={editor} />
        </>
      )}
      {caused.length > 0 && (
        <>
          <p className={styles.head}>{t('edit.caused')}</p>
          <WarningList warnings={caused} names={names} view={answer.view} />
        </>
      )}
      {hasDifference(answer.difference) && (
        <details className={styles.details}>
          <summary>{t('diff.title')}</summary>
          <DifferenceList difference={answer.difference} view={answer.view} names={names} />
        </details>
      )}
    </>
  )
}

function Conflict({ outcome, editor, names }: Props & { readonly outcome: Of<'conflict'> }): ReactNode {
  const { t, language } = useText()
  return (
    <>
      <p className={styles.title}>{t('edit.conflict')}</p>
      <ul className={styles.list}>
        {outcome.since.map(({ version, command }) => (
          <li key={version}>{commandWords(t, language, command, names)}</li>
        ))}
      </ul>
      <p>{t('edit.conflict.body')}</p>
      <p>
        <button type="button" className={styles.undo} onClick={() => editor.run(outcome.command)}>
          {t('edit.again')}
        </button>
      </p>
    </>
  )
}

function Refused({ outcome, what, names }: { readonly outcome: Of<'refused'>; readonly what: string; readonly names: Names }): ReactNode {
  const { t } = useText()
  const said = [...(outcome.infeasible?.conflict ?? []), ...(outcome.infeasible?.relaxations ?? [])]
  return (
    <>
      <p className={styles.title}>{t('edit.refused', { what })}</p>
      <p>{errorSentence(t, outcome.code)}</p>
      <ul className={styles.list}>
        {said.map((reason, index) => (
          <li key={index}>{reasonSentence(t, reason, names)}</li>
        ))}
      </ul>
    </>
  )
}

function AskForce({ outcome, editor }: { readonly outcome: Of<'asks'>; readonly editor: Editor }): ReactNode {
  const { t } = useText()
  return (
    <Dialog title={t('edit.force.title')} kind="question" onClose={editor.dismiss}>
      <Violations violations={outcome.violations} editor={editor} />
      <p className="soft">{t('edit.force.body')}</p>
      <p className={styles.actions}>
        <button type="button" className="button" data-quiet="" onClick={editor.dismiss}>
          {t('app.cancel')}
        </button>
        <button type="button" className="button" onClick={() => editor.run(outcome.command, true)}>
          {t('edit.force.do')}
        </button>
      </p>
    </Dialog>
  )
}

/** Rules in the traveller's words, each where it is broken. One rule broken at one place is said once. */
function Violations({
  violations,
  editor,
}: {
  readonly violations: NonNullable<Problem['violations']>
  readonly editor: Editor
}): ReactNode {
  const { t, language } = useText()
  const stops = editor.view.days.flatMap(({ stops }) => stops)
  const lines = violations.map(({ rule, stopId, day }) => {
    const stop = stops.find(({ id }) => id === stopId)
    const where = stop !== undefined ? nameIn(stop.names, language) : day === null ? null : t('itin.day', { number: day + 1 })
    const key = `rule.${rule}`
    return { where, words: t.has(key) ? t(key) : t('rule.other', { rule }) }
  })
  const once = lines.filter((line, index) => lines.findIndex(({ where, words }) => where === line.where && words === line.words) === index)
  return (
    <ul className={styles.list}>
      {once.map(({ where, words }, index) => (
        <li key={index}>
          {where !== null && <strong>{where} </strong>}
          {words}
        </li>
      ))}
    </ul>
  )
}
