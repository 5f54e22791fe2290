// Folding is our own: a tokenizer that folds accents still leaves ł, ø, đ, ß, æ and ı as they are.

const notAscii = /[\u0080-\uffff]/
const apostrophes = /['’‘ʼ`´′＇]/g
/**
 * Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and tatweel, and characters without width. Vowel signs of other scripts
 * stay: they are letters there.
 */
const marks = new RegExp(`[${[
  '\\u0300-\\u036f', '\\u0591-\\u05c7', '\\u0610-\\u061a', '\\u0640', '\\u064b-\\u065f', '\\u0670', '\\u1ab0-\\u1aff', '\\u1dc0-\\u1dff',
    '\\u20d0-\\u20ff',
  '\\ufe00-\\ufe0f', '\\ufe20-\\ufe2f', '\\u00ad', '\\u200b-\\u200f', '\\u2060', '\\ufeff',
].join('')}]`, 'g')
const specials: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ς: 'σ', ə: 'e', ƒ: 'f',
}
const special = /[ßæœøłđðþıħŧŋĸςəƒ]/g
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g
const zeroOf = (code: number): number => (code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660)
const asciiDigit = (digit: string): string => String(digit.charCodeAt(0) - zeroOf(digit.charCodeAt(0)))

/** The same for every way of writing a name: lower case, without accents, wide letters narrow, ł as l, ß as ss, all apostrophes one. */
export function fold(text: string): string {
  if (!notAscii.test(text)) return text.includes('`') ? text.toLowerCase().replaceAll('`', "'") : text.toLowerCase()
  const bare = text.replace(apostrophes, "'").normalize('NFKD').toLowerCase().replace(marks, '')
  return bare.replace(special, (letter) => specials[letter] ?? letter).replace(otherDigits, asciiDigit)
}
