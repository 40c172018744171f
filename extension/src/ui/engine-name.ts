import { t } from './i18n'

/** The built-in engine and the choice that is left to Toile have names in words; others have the one that the operator gave. */
export function engineName(name: string): string {
  if (name === 'auto') return t('engine_auto')
  return name === 'print' ? t('engine_print') : name
}
