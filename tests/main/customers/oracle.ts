import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

// The same search by brute force and from the rules alone: every person is looked at for every question. It shares no code with the search.

export type Known = {
  readonly id: string; readonly seq: number; readonly code: string; readonly inactive: boolean; readonly firstName: string;
  readonly lastName: string; readonly nickname: string
  readonly company: string; readonly phones: readonly string[]; readonly emails: readonly string[]; readonly others: readonly string[]
}
type Person = { readonly id: string; readonly seq: number; readonly inactive: boolean; readonly names: Set<string>; readonly all: Set<string>;
  readonly others: Set<string> }
export type Question = { readonly text: string; readonly scope: 'picker' | 'all'; readonly inactive: boolean; readonly most: number }

const letters: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd', ς: 'σ' }
const dropped = /^(?:\p{Script=Inherited}|[\u0591-\u05c7]|[\u0610-\u061a]|\u0640)$/u
function simple(text: string): string {
  let out = ''
  for (const letter of text.replace(/[’‘ʼ`´]/g, "'").normalize('NFKD').toLowerCase()) out += dropped.test(letter) ? '' : (letters[letter] ?? letter)
  return out
}

/** Runs of letters; a joiner between two letters keeps a run together, and the run's parts and its whole are words. */
function wordsOfName(text: string): string[] {
  return simple(text).split(/[^\p{L}\p{N}\p{M}\-'.&/_]+/u).flatMap((run) => {
    const parts = run.split(/[-'.&/_]+/).filter((part) => part !== '')
    return parts.length > 1 ? [...parts, parts.join('')] : parts
  })
}

function personOf(known: Known): Person {
  const names = new Set(wordsOfName(`${known.firstName} ${known.lastName} ${known.nickname} ${known.company}`))
  const surname = wordsOfName(known.lastName)
  if (known.lastName.includes(' ') && /^(de|del|van|von|dos|da|di|du|des|la|le|mac|st|saint)$/.test(surname[0] ?? '')) names.add(surname.join(''))
  const all = new Set(names)
  for (const phone of known.phones) {
    const number = parsePhoneNumberFromString(phone)!
    const digits = phone.slice(1)
    for (const word of [digits, String(number.nationalNumber), digits.slice(-7), digits.slice(-4)]) all.add(word)
  }
  for (const email of known.emails) [email, email.slice(email.indexOf('@'))].forEach((word) => all.add(simple(word)))
  const [letters, digits] = [known.code.slice(0, 3).toLowerCase(), known.code.slice(4)]
  for (const word of [`${letters}${digits}`, `${letters}${Number(digits)}`, digits, String(Number(digits))]) all.add(word)
  return { id: known.id, seq: known.seq, inactive: known.inactive, names, all, others: new Set(known.others.flatMap(wordsOfName)) }
}

type Asked = { readonly name: boolean; readonly number: boolean; readonly forms: readonly string[] }

function readQuestion(text: string): Asked[] {
  const pieces: string[] = []
  for (const piece of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const isNumber = (one: string) => !/[\p{L}@]/u.test(one) && /[0-9]/.test(simple(one)) || /^[+()-]+$/.test(one)
    if (isNumber(piece) && pieces.length > 0 && isNumber(pieces.at(-1)!)) pieces.push(pieces.pop()! + piece)
    else pieces.push(piece)
  }
  return pieces.map(simple).flatMap((piece): Asked[] => {
    if (piece.includes('@')) return /^[-+]*@?$/.test(piece) ? [] : [{ name: false, number: false, forms: [piece.replace(/^[-+]+/, '')] }]
    if (!/\p{L}/u.test(piece)) {
      const digits = piece.replace(/\D/g, '')
      const forms = [digits]
      if (digits.startsWith('00') && digits.length > 4) forms.push(digits.slice(2))
      if (digits.startsWith('011') && digits.length > 5) forms.push(digits.slice(3))
      if (/^0[1-9]/.test(digits) && digits.length > 5) forms.push(digits.slice(1))
      return digits === '' ? [] : [{ name: false, number: true, forms }]
    }
    const code = /^([a-z]{1,5})[-_.]?([0-9]+)$/.exec(piece)
    if (code) return [{ name: false, number: false, forms: [code[1]! + code[2]!] }]
    return piece.replaceAll("'", '').split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
      .map((word) => ({ name: true, number: false, forms: /[._+-]/.test(piece) ? [word, piece.replace(/[^\p{L}\p{N}\p{M}@._+-]/gu,
        '').replace(/^[-+]+/, '')] : [word] }))
  }).slice(0, 8)
}

const begins = (words: Set<string>, form: string): boolean => [...words].some((word) => word.startsWith(form))

/** How far apart, letter by letter in a full table; two swapped neighbours count once. `ends[i]` is the distance to the first i letters of `word`. */
export function distances(typed: string, word: string): number[] {
  const table = Array.from({ length: word.length + 1 }, (_, row) =>
    Array.from({ length: typed.length + 1 }, (_unused, column) => (row === 0 ? column : column === 0 ? row : 0)))
  for (let row = 1; row <= word.length; row++) {
    for (let column = 1; column <= typed.length; column++) {
      const same = word[row - 1] === typed[column - 1]
      const ways = [table[row - 1]![column]! + 1, table[row]![column - 1]! + 1, table[row - 1]![column - 1]! + (same ? 0 : 1)]
      if (row > 1 && column > 1 && word[row - 1] === typed[column - 2] && word[row - 2] === typed[column - 1]) ways.push(table[row - 2]![column - 2]! + 1)
      table[row]![column] = Math.min(...ways)
    }
  }
  return table.map((row) => row[typed.length]!)
}

export function oracle(everyone: readonly Known[]) {
  const people = everyone.map(personOf).sort((a, b) => b.seq - a.seq)
  const vocabulary = [...new Set(people.flatMap((person) => [...person.names]))].sort()
  return (question: Question): { ids: string[]; near: boolean } => {
    const asked = readQuestion(question.text)
    if (asked.length === 0) return { ids: [], near: false }
    const visible = people.filter((person) => question.inactive || !person.inactive)
    const sure = asTyped(visible, asked, question)
    if (sure.length > 0) return { ids: sure.slice(0, question.most), near: false }
    const near = almost(visible, asked, vocabulary, question)
    return { ids: near.slice(0, question.most), near: near.length > 0 }
  }
}

function asTyped(people: readonly Person[], asked: readonly Asked[], { scope }: Question): string[] {
  const names = asked.every(({ name }) => name)
  const any = (person: Person, form: string) => begins(person.all, form) || (scope === 'all' && begins(person.others, form))
  const lists = [
    asked.length === 1 && asked[0]!.number ? people.filter((person) =>
      asked[0]!.forms.some((form) => person.all.has(form) || (scope === 'all' && person.others.has(form)))) : [],
    names ? people.filter((person) => asked.every(({ forms }) => forms.some((form) => begins(person.names, form)))) : [],
    people.filter((person) => asked.every(({ forms }) => forms.some((form) => any(person, form)))),
  ]
  const found = [...new Set(lists.flat().map(({ id }) => id))]
  return found.length > 0 || !names ? found : people.filter((person) =>
    respaced(person, asked.map(({ forms }) => forms[0]!), any, scope)).map(({ id }) => id)
}

function respaced(person: Person, words: readonly string[], any: (person: Person, form: string) => boolean, scope: string): boolean {
  if (words.length > 1) return words.slice(1).some((word, at) =>
    any(person, words[at]! + word) && words.every((other, index) => index === at || index === at + 1 || any(person, other)))
  const word = words[0]!
  const exact = (form: string) => person.all.has(form) || (scope === 'all' && person.others.has(form))
  for (let at = 2; at <= word.length - 2 && word.length > 4; at++) if (!/[\udc00-\udfff]/.test(word[at]!) && exact(word.slice(0, at)) && any(person,
    word.slice(at))) return true
  return false
}

/** Everyone who is as few typing mistakes away as anyone, whole names before beginnings. */
function almost(people: readonly Person[], asked: readonly Asked[], vocabulary: readonly string[], { scope }: Question): string[] {
  const allowed = asked.map(({ name, forms }, at) => (!name || at > 2 || forms[0]!.length < 4 ? 0 : forms[0]!.length < 9 ? 1 : 2))
  const guesses = asked.map(({ forms }, at) => [1, 2].map((mistakes) => (mistakes > allowed[at]! ? { whole: [], begun: [] } : guess(forms[0]!,
    mistakes, vocabulary))))
  const names = asked.every(({ name }) => name)
  const found = new Set<string>()
  const sofar = asked.map(({ forms }) => ({ begun: [...forms], whole: [] as string[] }))
  for (const [mistakes, kind] of [[0, 'whole'], [0, 'begun'], [1, 'whole'], [1, 'begun']] as const) {
    let added = false
    guesses.forEach((guessed, at) => (sofar[at]![kind].push(...guessed[mistakes]![kind]), (added ||= guessed[mistakes]![kind].length > 0)))
    if (!added) continue
    const matches = (person: Person) => sofar.every(({ begun, whole }) =>
      [person.names, ...(names ? [] : [person.all, ...(scope === 'all' ? [person.others] : [])])].some((words) =>
      begun.some((form) => begins(words, form)) || whole.some((form) => words.has(form))))
    people.filter(matches).forEach(({ id }) => found.add(id))
  }
  return [...found]
}

function guess(typed: string, mistakes: number, vocabulary: readonly string[]): { whole: string[]; begun: string[] } {
  const whole: string[] = []
  const begun: string[] = []
  const seen = new Set<string>()
  for (const word of vocabulary) {
    distances(typed, word).forEach((distance, length) => {
      const beginning = word.slice(0, length)
      if (length === word.length && distance === mistakes) whole.push(word)
      if (length === 0 || seen.has(beginning)) return
      seen.add(beginning)
      if (distance === mistakes && !typed.startsWith(beginning) && !begun.some((other) => beginning.startsWith(other))) begun.push(beginning)
    })
  }
  return { whole: whole.slice(0, 24), begun: begun.slice(0, 24) }
}
