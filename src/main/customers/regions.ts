type RegionList = { readonly word: 'province' | 'state'; readonly list: readonly (readonly [code: string, name: string, french?: string])[] }

/** Provinces and states by country: 13, 56, 32 and 8. The code is what an address keeps, and what licences and maps write. */
export const regionLists: Readonly<Record<string, RegionList>> = {
  CA: {
    word: 'province',
    list: [
      ['AB', 'Alberta'], ['BC', 'British Columbia', 'Colombie-Britannique'], ['MB', 'Manitoba'], ['NB', 'New Brunswick', 'Nouveau-Brunswick'],
      ['NL', 'Newfoundland and Labrador', 'Terre-Neuve-et-Labrador'], ['NS', 'Nova Scotia', 'Nouvelle-Écosse'], ['NT', 'Northwest Territories', 'Territoires du Nord-Ouest'],
      ['NU', 'Nunavut'], ['ON', 'Ontario'], ['PE', 'Prince Edward Island', 'Île-du-Prince-Édouard'], ['QC', 'Quebec', 'Québec'], ['SK', 'Saskatchewan'], ['YT', 'Yukon'],
    ],
  },
  US: {
    word: 'state',
    list: [
      ['AL', 'Alabama'], ['AK', 'Alaska'], ['AZ', 'Arizona'], ['AR', 'Arkansas'], ['CA', 'California', 'Californie'], ['CO', 'Colorado'], ['CT', 'Connecticut'], ['DE', 'Delaware'],
      ['DC', 'District of Columbia', 'District de Columbia'], ['FL', 'Florida', 'Floride'], ['GA', 'Georgia', 'Géorgie'], ['HI', 'Hawaii', 'Hawaï'], ['ID', 'Idaho'],
      ['IL', 'Illinois'], ['IN', 'Indiana'], ['IA', 'Iowa'], ['KS', 'Kansas'], ['KY', 'Kentucky'], ['LA', 'Louisiana', 'Louisiane'], ['ME', 'Maine'], ['MD', 'Maryland'],
      ['MA', 'Massachusetts'], ['MI', 'Michigan'], ['MN', 'Minnesota'], ['MS', 'Mississippi'], ['MO', 'Missouri'], ['MT', 'Montana'], ['NE', 'Nebraska'], ['NV', 'Nevada'],
      ['NH', 'New Hampshire'], ['NJ', 'New Jersey'], ['NM', 'New Mexico', 'Nouveau-Mexique'], ['NY', 'New York'], ['NC', 'North Carolina', 'Caroline du Nord'],
      ['ND', 'North Dakota', 'Dakota du Nord'], ['OH', 'Ohio'], ['OK', 'Oklahoma'], ['OR', 'Oregon'], ['PA', 'Pennsylvania', 'Pennsylvanie'], ['RI', 'Rhode Island'],
      ['SC', 'South Carolina', 'Caroline du Sud'], ['SD', 'South Dakota', 'Dakota du Sud'], ['TN', 'Tennessee'], ['TX', 'Texas'], ['UT', 'Utah'], ['VT', 'Vermont'],
      ['VA', 'Virginia', 'Virginie'], ['WA', 'Washington'], ['WV', 'West Virginia', 'Virginie-Occidentale'], ['WI', 'Wisconsin'], ['WY', 'Wyoming'],
      ['AS', 'American Samoa', 'Samoa américaines'], ['GU', 'Guam'], ['MP', 'Northern Mariana Islands', 'Îles Mariannes du Nord'], ['PR', 'Puerto Rico', 'Porto Rico'],
      ['VI', 'U.S. Virgin Islands', 'Îles Vierges des États-Unis'],
    ],
  },
  MX: {
    word: 'state',
    list: [
      ['AGS', 'Aguascalientes'], ['BC', 'Baja California'], ['BCS', 'Baja California Sur'], ['CAMP', 'Campeche'], ['CHIS', 'Chiapas'], ['CHIH', 'Chihuahua'],
      ['CDMX', 'Ciudad de México'], ['COAH', 'Coahuila'], ['COL', 'Colima'], ['DGO', 'Durango'], ['GTO', 'Guanajuato'], ['GRO', 'Guerrero'], ['HGO', 'Hidalgo'],
      ['JAL', 'Jalisco'], ['MEX', 'México'], ['MICH', 'Michoacán'], ['MOR', 'Morelos'], ['NAY', 'Nayarit'], ['NL', 'Nuevo León'], ['OAX', 'Oaxaca'], ['PUE', 'Puebla'],
      ['QRO', 'Querétaro'], ['QROO', 'Quintana Roo'], ['SLP', 'San Luis Potosí'], ['SIN', 'Sinaloa'], ['SON', 'Sonora'], ['TAB', 'Tabasco'], ['TAMPS', 'Tamaulipas'],
      ['TLAX', 'Tlaxcala'], ['VER', 'Veracruz'], ['YUC', 'Yucatán'], ['ZAC', 'Zacatecas'],
    ],
  },
  AU: {
    word: 'state',
    list: [
      ['ACT', 'Australian Capital Territory'], ['NSW', 'New South Wales'], ['NT', 'Northern Territory'], ['QLD', 'Queensland'], ['SA', 'South Australia'],
      ['TAS', 'Tasmania'], ['VIC', 'Victoria'], ['WA', 'Western Australia'],
    ],
  },
}
