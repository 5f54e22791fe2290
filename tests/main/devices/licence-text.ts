type Card = {
  readonly number?: string; readonly family?: string; readonly first?: string; readonly middle?: string; readonly birth?: string; readonly expires?: string; readonly issued?: string
  readonly iin?: string; readonly region?: string; readonly street?: string; readonly city?: string; readonly postal?: string; readonly cutFamily?: boolean; readonly secret?: string
}

/** A made-up Virginia licence of the 2016 standard as a PDF417 holds it; days as 2004-06-06. */
export function licenceText(card: Card = {}): string {
  const { number = 'T64235789', family = 'RUIZ', first = 'ANA', middle = 'MARIA', birth = '1990-05-02', expires = '2030-05-02', issued = '2022-05-02' } = card
  const { iin = '636000', region = 'VA', street = '2300 WEST BROAD STREET', city = 'RICHMOND', postal = '232690000', cutFamily = false, secret = '' } = card
  const us = (day: string) => `${day.slice(5, 7)}${day.slice(8, 10)}${day.slice(0, 4)}`
  const elements = [
    `DLDAQ${number}`, `DCS${family}`, `DDE${cutFamily ? 'T' : 'N'}`, `DAC${first}`, 'DDFN', `DAD${middle}`, 'DDGN', 'DCAD', 'DCBNONE', 'DCDNONE', `DBD${us(issued)}`, `DBB${us(birth)}`,
    `DBA${us(expires)}`, 'DBC2', 'DAU068 in', 'DAYBRO', `DAG${street}`, `DAI${city}`, `DAJ${region}`, `DAK${postal}  `, `DCF2424244747474786102204${secret}`, 'DCGUSA', 'DCK123456789', 'DDAF', 'DDB06062018',
  ].join('\n')
  const body = `${elements}\r`
  return `@\n\u001e\rANSI ${iin}090001DL0031${String(body.length).padStart(4, '0')}${body}`
}
