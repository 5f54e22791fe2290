/** What may be handed to another program: a chat, a mail, a call or a route to a customer, exactly as customers/reach.ts and flows/account-file.ts make them. Nothing else leaves the till. */
const allowed: readonly RegExp[] = [
  /^https:\/\/wa\.me\/\d{7,15}(\?text=[^\s&]+)?$/, /^https:\/\/waze\.com\/ul\?q=[^\s&]+&navigate=yes$/, /^https:\/\/www\.google\.com\/maps\/dir\/\?api=1&destination=[^\s&]+$/,
  /^mailto:[^\s?&]+$/, /^tel:\+\d{7,15}$/,
]
const mostChars = 1_000

/** Electron's "do not use openExternal with untrusted content": an address passes only in the few shapes the till itself makes. */
export const isOutsideLink = (address: string): boolean => address.length <= mostChars && allowed.some((shape) => shape.test(address))
