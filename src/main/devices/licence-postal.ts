// Postal codes as cards pad them.

/** 232690000 is 23269 and 061091896 is 06109-1896; a Canadian one is written A1A 1A1; anything else stays as it is. */
export function postalCode(value: string): string {
  const text = value.trim()
  const canadian = /^([A-Z]\d[A-Z])\s{0,3}(\d[A-Z]\d)$/i.exec(text)
  if (canadian) return `${canadian[1]} ${canadian[2]}`.toUpperCase()
  const [, five, four] = /^(\d{5})-?\s?(\d{4})?\d{0,2}-?$/.exec(text) ?? []
  if (!five) return text.replace(/-$/, '')
  return four && four !== '0000' ? `${five}-${four}` : five
}
