/** The people of the made-up shop, as shop/demo-shop.ts in main makes them; a test holds the two together. */
export const demoPins = [['Olive', '8264'], ['Marc', '5937'], ['Léa', '6183']] as const
