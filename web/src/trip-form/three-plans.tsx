import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Check } from '../design/check.tsx'

type Props = { readonly chosen: boolean; readonly onChange: (chosen: boolean) => void }

/** Whether to have one plan, or one of each pace to choose from. */
export function ThreePlans({ chosen, onChange }: Props): ReactNode {
  const { t } = useText()
  return <Check label={t('form.three')} hint={t('form.three.hint')} checked={chosen} onChange={onChange} />
}
