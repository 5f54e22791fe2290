import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayName, initialOf, letterOf, sortNameOf, splitName } from '../../../src/main/customers/names.ts'

const parts = (typed: string, language: 'en' | 'fr' | 'es' | null = null) => {
  const { firstName, lastName, nickname } = splitName(typed, language)
  return [firstName, lastName, nickname]
}

test.each([
  ['Ana Ruiz', 'Ana', 'Ruiz'], ['  Ana   Ruiz ', 'Ana', 'Ruiz'], ['Ruiz, Ana', 'Ana', 'Ruiz'], ['de la Cruz, Ana María', 'Ana María', 'de la Cruz'],
    ['Ana María de la Cruz', 'Ana María', 'de la Cruz'],
  ['Vincent van Gogh', 'Vincent', 'van Gogh'], ['Ludwig von der Heide', 'Ludwig', 'von der Heide'], ["Conan O'Brien", 'Conan', "O'Brien"],
    ["Conan O' Brien", 'Conan', "O' Brien"],
  ['Ana Ruiz García', 'Ana', 'Ruiz García'], ['Ana María Ruiz García', 'Ana María', 'Ruiz García'], ['José Luis Pérez', 'José Luis', 'Pérez'],
    ['Mary Ann Smith', 'Mary Ann', 'Smith'],
  ['José Ortega y Gasset', 'José', 'Ortega y Gasset'], ['María del Carmen Ruiz', 'María del Carmen', 'Ruiz'], ['María de los Ángeles García López',
    'María de los Ángeles', 'García López'],
  ['Ana García de la Torre', 'Ana', 'García de la Torre'], ['Martin Luther King Jr.', 'Martin Luther', 'King Jr.'], ['King, Martin Luther, Jr.',
    'Martin Luther', 'King Jr.'], ['Sammy Davis, Jr.', 'Sammy', 'Davis, Jr.'],
  ['Anne-Marie Côté-Gagnon', 'Anne-Marie', 'Côté-Gagnon'], ['田中 太郎', '太郎', '田中'], ['김 민수', '민수', '김'], ['Иван Петров', 'Иван', 'Петров'],
    ['محمد علي', 'محمد', 'علي'], ['Eva St. John', 'Eva', 'St. John'],
])('%s is %s, of the family %s', (typed, first, last) => {
  expect(parts(typed)).toEqual([first, last, ''])
})

test('one word is a nickname, and a name in quotes or brackets is one too', () => {
  expect(parts('Anaïs')).toEqual(['', '', 'Anaïs'])
  expect(parts('Robert "Bob" Smith')).toEqual(['Robert', 'Smith', 'Bob'])
  expect(parts('Robert (Bob) Smith')).toEqual(['Robert', 'Smith', 'Bob'])
  expect(parts('')).toEqual(['', '', ''])
  expect(parts('Juan Alguien Otro Raro', 'es')).toEqual(['Juan Alguien', 'Otro Raro', ''])
})

test('no letter that was typed is lost in the split', () => {
  const words = fc.array(fc.constantFrom('Ana', 'de', 'la', 'van', 'Ruiz', 'García',
    "O'Brien", 'y', 'Jr.', 'María', 'Ángeles', '田中', 'X', '(Bob)', 'Smith,', ','), { maxLength: 8 }).map((list) => list.join(' '))
  const letters = (text: string) => Array.from(text.replace(/[^\p{L}]/gu, '')).sort().join('')
  fc.assert(fc.property(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 60 })), (typed) => {
    expect(letters(parts(typed).join(''))).toBe(letters(typed))
  }), { numRuns: 2_000 })
})

test('people are shown by first and last name, by nickname, or with their company', () => {
  const named = { type: 'personal', firstName: 'Ana', lastName: 'Ruiz', nickname: 'Anita', company: '' } as const
  expect(displayName(named)).toBe('Ana Ruiz')
  expect(displayName({ ...named, firstName: '', lastName: '' })).toBe('Anita')
  expect(displayName({ ...named, type: 'business', lastName: '', company: 'Brûlerie Co' })).toBe('Ana (Brûlerie Co)')
  expect(displayName({ ...named, type: 'business', firstName: '', lastName: '', nickname: '', company: 'Brûlerie Co' })).toBe('Brûlerie Co')
  expect(displayName({ ...named, firstName: '太郎', lastName: '田中' })).toBe('田中 太郎')
})

test('the list from A to Z folds accents, and what begins with no such letter stands under #', () => {
  expect(['Élan', 'ana ruiz', 'Øyvind', '田中', '7-Eleven', "'t Hooft", '…'].map((shown) => letterOf(sortNameOf(shown)))).toEqual(['E', 'A', 'O', '#', '#', 'T', '#'])
  expect(sortNameOf('Élan') < sortNameOf('elana')).toBe(true)
  expect(['ana', 'éric', '👩 ana', '…', '田中', 'ßo'].map(initialOf)).toEqual(['A', 'É', 'A', '?', '田', 'SS'])
})
