const WEEKDAYS = '월화수목금토일'
/** Words that end in a weekday's syllable or hang on a date, a feast or a condition. */
const NOT_A_WEEKDAY = [
  /[(（].*?[)）]/g,
  /※.*$/g,
  /단[,\s].*$/g,
  /\d+\s*~?\s*\d*\s*[월일]/g,
  /\d+[./]\d+/g,
  /(법정|국)?\s*공휴일(에|인|과)?[^,+]*?(경우|때)[^,+]*/g,
  /법정|공휴일|휴일|국경일|당일|기념일|창학|개교|명절|연휴|휴관일?|휴무일?/g,
  /(매월\s*)?(첫|둘|셋|넷|마지막|제?\d)\s*(번째|째)?\s*주?\s*[월화수목금토일]요일/g,
]
const UNTELLABLE = /코로나|예약|임시\s*휴|리모델링|부재|방학|^(현재\s*)?휴관중?$|토요일\s*(\d|오후)|[(（]매월|매달|\d회|전시(기간|별)/

/**
 * The weekdays (0 = Monday) on which a Korean museum says it is closed, from its own prose; null where the words
 * cannot be told, none for what closes on feasts only.
 */
export function closedWeekdays(prose: string): readonly number[] | null {
  if (prose.trim() === '' || UNTELLABLE.test(prose)) return null
  const plain = NOT_A_WEEKDAY.reduce((text, pattern) => text.replaceAll(pattern, ' '), prose.replaceAll(/주말/g, '토+일'))
  const found = plain
    .split(/[,+/·ㆍ및\s-]+/u)
    .map((word) => word.replace(/^매주/, '').replaceAll('요일', ''))
    .filter((word) => word !== '' && [...word].every((char) => WEEKDAYS.includes(char)))
    .flatMap((word) => [...word].map((char) => WEEKDAYS.indexOf(char)))
  return [...new Set(found)].sort((a, b) => a - b)
}
