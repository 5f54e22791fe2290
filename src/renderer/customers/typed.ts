/** Where the words of a search belong when they become a new customer: digits are a phone, an @ is an email, words are a name. */
export type TypedAs = { readonly field: 'name' | 'phone' | 'email'; readonly value: string }

export function typedAs(typed: string): TypedAs {
  const value = typed.trim()
  if (value.includes('@')) return { field: 'email', value }
  if (/^[+(]?\d[\d\s().+-]*$/.test(value)) return { field: 'phone', value }
  return { field: 'name', value }
}
