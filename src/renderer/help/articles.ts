/** The help pages: how many steps each has; the words stand in words/<language>/help.json as <name>-title, <name>-1 … */
export const articles = [
  { name: 'create', steps: 10 },
  { name: 'add-to-cart', steps: 7 },
  { name: 'history', steps: 6 },
  { name: 'edit', steps: 16 },
  { name: 'clear', steps: 2 },
  { name: 'sell', steps: 5 },
  { name: 'recall', steps: 3 },
  { name: 'refund', steps: 6 },
  { name: 'import', steps: 6 },
] as const
export type ArticleName = (typeof articles)[number]['name']
