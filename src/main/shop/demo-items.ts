import type { Random } from './demo-random.ts'

export type DemoItem = { readonly name: string; readonly sku: string; readonly barcode: string; readonly priceCents: number; readonly costCents: number; readonly category: number; readonly minimumAge: number | null; readonly taxed: boolean }
type Shelf = { readonly name: string; readonly taxed: boolean; readonly minimumAge: number | null; readonly fromCents: number; readonly goods: string; readonly sizes: readonly (readonly [size: string, times: number])[] }

const bag = [['250 g', 1], ['454 g', 1.7], ['1 kg', 3.4]] as const
const jar = [['125 ml', 1], ['250 ml', 1.7], ['500 ml', 3]] as const
const shelves: readonly Shelf[] = [
  { name: 'Coffee', taxed: false, minimumAge: null, fromCents: 1_150, sizes: bag, goods: 'House Blend, Éthiopie Guji, Colombia Huila, Brasil Cerrado, Décaféiné Suisse, Espresso Nuit, Sumatra Lintong, Guatemala Antigua, Honduras Marcala, Rwanda Kivu' },
  { name: 'Tea', taxed: false, minimumAge: null, fromCents: 790, sizes: [['20 bags', 1], ['100 g', 1.4], ['250 g', 2.9]], goods: 'Earl Grey, English Breakfast, Sencha, Jasmin, Rooibos, Camomille, Menthe poivrée, Hibiscus, Chai Masala, Oolong' },
  { name: 'Bakery', taxed: false, minimumAge: null, fromCents: 275, sizes: [['', 1], ['x 3', 2.7], ['x 6', 5]], goods: 'Croissant, Pain au chocolat, Brioche, Scone, Concha, Empanada, Bagel, Muffin, Alfajor, Chausson aux pommes' },
  { name: 'Pantry', taxed: false, minimumAge: null, fromCents: 595, sizes: jar, goods: 'Maple Syrup, Confiture de bleuets, Wildflower Honey, Moutarde à l’ancienne, Olive Tapenade, Salsa verde, Dulce de leche, Pesto, Harissa, Pickled Beets' },
  { name: 'Cheese & Dairy', taxed: false, minimumAge: null, fromCents: 680, sizes: [['150 g', 1], ['300 g', 1.9], ['500 g', 3]], goods: 'Oka, Cheddar vieilli, Brie, Gouda, Queso fresco, Feta, Bleu, Raclette, Labneh, Beurre salé' },
  { name: 'Wine & Beer', taxed: true, minimumAge: 18, fromCents: 690, sizes: [['330 ml', 1], ['473 ml', 1.3], ['750 ml', 2.8]], goods: 'Cidre brut, Stout, Blonde, India Pale Ale, Rosé, Malbec, Chardonnay, Pinot noir, Cava, Hydromel' },
  { name: 'Chocolate', taxed: true, minimumAge: null, fromCents: 495, sizes: [['45 g', 1], ['100 g', 1.9], ['Gift box', 5.2]], goods: 'Dark 72%, Lait caramel, Sel de mer, Orange, Noisette, Piment, Blanc matcha, Gianduja, Framboise, Cajeta' },
  { name: 'Kitchen', taxed: true, minimumAge: null, fromCents: 1_690, sizes: [['S', 1], ['M', 1.5], ['L', 2.2]], goods: 'Teapot, French Press, Molcajete, Breadboard, Cast Iron Pan, Mug Set, Linen Apron, Pepper Mill, Storage Jar, Baking Dish' },
  { name: 'Bath & Care', taxed: true, minimumAge: null, fromCents: 650, sizes: jar, goods: 'Savon à la lavande, Hand Cream, Beurre de karité, Aloe Gel, Huile d’argan, Shampoo, Bain moussant, Lip Balm, Rose Water, Crema de manos' },
  { name: 'Gifts', taxed: true, minimumAge: null, fromCents: 990, sizes: [['Small', 1], ['Medium', 1.8], ['Large', 3.2]], goods: 'Candle, Panier gourmand, Notebook, Puzzle, Tea Towel, Greeting Cards, Wool Socks, Vase, Tote Bag, Piñata' },
]
export const demoCategories = shelves.map(({ name }) => name)

/** 13 digits with their check digit. 952 is the prefix of GS1 for examples: no real product has it. */
export function demoBarcode(at: number): string {
  const body = `952${String(at).padStart(9, '0')}`
  const sum = Array.from(body).reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return body + String((10 - (sum % 10)) % 10)
}

/** The 300 items: thirty on each of ten shelves. */
export const demoItems = (random: Random): DemoItem[] => shelves.flatMap((shelf, category) => shelf.goods.split(', ').flatMap((good, goodAt) => {
  const ownCents = shelf.fromCents * (0.8 + random.next() * 0.7)
  return shelf.sizes.map(([size, times], sizeAt) => {
    const at = category * 30 + goodAt * 3 + sizeAt
    const priceCents = Math.max(95, Math.round((ownCents * times) / 25) * 25 - (random.chance(0.5) ? 1 : 0))
    return {
      name: `${good} ${size}`.trim(), sku: `${shelf.name.slice(0, 2).toUpperCase()}-${String(at + 1).padStart(3, '0')}`, barcode: demoBarcode(100_000 + at * 7), priceCents,
      costCents: Math.round(priceCents * (0.4 + random.next() * 0.25)), category, minimumAge: shelf.minimumAge, taxed: shelf.taxed,
    }
  })
}))
