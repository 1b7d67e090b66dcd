import { chooseLanguage, LANGUAGES, loadTranslator, type Language, type Translate } from '@yeojeong/i18n/lazy'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'

type Text = { readonly t: Translate; readonly language: Language; readonly setLanguage: (language: Language) => void }

const TextContext = createContext<Text | null>(null)
const STORED = 'yeojeong.language'

function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORED)
    return chooseLanguage(stored === null ? navigator.languages : [stored, ...navigator.languages])
  } catch {
    // Storage may be forbidden; the browser's own wish is still known.
    return chooseLanguage(navigator.languages)
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORED, language)
  } catch {
    return
  }
}

/** Loads the one catalogue that is read; switching keeps the old words until the new ones are here. */
export function TextProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [wanted, setWanted] = useState<Language>(rememberedLanguage)
  const [t, setT] = useState<Translate | null>(null)
  useEffect(() => {
    let current = true
    void loadTranslator(wanted).then((loaded) => {
      if (!current) return
      document.documentElement.lang = wanted === 'zh' ? 'zh-Hans' : wanted
      setT(() => loaded)
    })
    return () => {
      current = false
    }
  }, [wanted])
  const text = useMemo<Text | null>(
    () =>
      t && {
        t,
        language: t.language,
        setLanguage: (language) => {
          remember(language)
          setWanted(language)
        },
      },
    [t],
  )
  return text && <TextContext value={text}>{children}</TextContext>
}

export function useText(): Text {
  const text = use(TextContext)
  if (text === null) throw new Error('useText outside TextProvider')
  return text
}

export { LANGUAGES, type Language, type Translate }
