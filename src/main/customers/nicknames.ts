import { fold } from '../folding.ts'

/** First names that are one: English, French and Spanish. Each line is one name and what people call it. */
const families = `
robert rob bob bobby robbie roberto beto
william will bill billy liam guillaume guillermo memo
richard rick dick richie ricardo
james jim jimmy jamie jacques jaime santiago diego
john johnny jack jon jean juan
joseph joe joey jose pepe josephine
michael mike mick mickey michel miguel
edward ed eddie ted eduardo lalo
thomas tom tommy tomas
charles charlie chuck carlos
david dave davy
daniel dan danny dani
anthony tony antoine antonio tonio toño
andrew andy drew andre andres
alexander alex sandy alexandre alejandro alejo
christopher chris kit christophe cristobal
nicholas nick nicky nicolas nico
matthew matt mathieu matthieu mateo
samuel sam sammy
benjamin ben benny benjamin
gregory greg gregoire gregorio goyo
steven stephen steve etienne esteban
peter pete pierre pedro perico
paul pablo paulo
francis frank frankie francois francisco paco pancho kiko
lawrence larry laurent lorenzo
gerald gerry jerry gerard gerardo
patrick pat paddy patricio pato
raymond ray raymundo
ronald ron ronnie
timothy tim timmy
kenneth ken kenny
donald don donnie
louis lou luis lucho
vincent vince vinny vicente chente
henry hank harry henri enrique quique
frederick fred freddy frederic federico
george georges jorge coque
jonathan jon
joshua josh
zachary zach zack
nathaniel nathan nate
elizabeth liz lizzie beth betty eliza elisabeth isabel isabelle isa chabela
margaret maggie meg peggy marguerite margot margarita
catherine katherine kathryn kate katie kathy cathy cat catalina cata
patricia patty trish patti
jennifer jen jenny
jessica jess jessie
susan sue susie suzanne susana
deborah deb debbie
barbara barb
rebecca becky becca
victoria vicky vicki tori victoire
samantha sam
alexandra alex sandra alejandra
mary marie maria mia molly polly marisol maru
ann anne anna ana annie anita
dorothy dot dottie dolly
theresa teresa therese terry tess
christina christine chris tina cristina
stephanie steph estefania
veronica roni vero veronique
gabriela gabriel gabrielle gaby gabi
guadalupe lupe lupita
dolores lola loli
rosario charo
concepcion concha conchita
francisca paca paquita
josefa pepa pepita
consuelo chelo
mercedes merche meche
pilar pili
manuel manolo manny manu
ignacio nacho
jesus chuy chucho
rafael rafa raphael
alberto beto albert bert al
fernando nando fer
javier xavier javi
sebastian sebas sebastien seb
leonardo leo leonard
genevieve gen ginette
philippe philip phil felipe
dominique dom
frederique fred
maxime max maximilian maximiliano
emmanuel manu emmanuelle
bernadette bernie
bernard bernie bernardo
`.trim().split('\n').map((line) => fold(line).split(' '))

const byName = new Map<string, Set<string>>()
for (const family of families) {
  for (const name of family) {
    const known = byName.get(name) ?? new Set()
    family.forEach((other) => known.add(other))
    byName.set(name, known)
  }
}

/** Is one a common short or other form of the other? Both folded. */
export const isSameFirstName = (one: string, other: string): boolean => one === other || byName.get(one)?.has(other) === true
/** A folded first name with every form of it that people use. */
export const formsOfFirstName = (name: string): string[] => [...(byName.get(name) ?? [name])]
