import type { Language } from '../vocabulary.ts'

// Names for a shop that does not exist. Put together at random, they are nobody's.
type Names = { readonly first: readonly string[]; readonly last: readonly string[] }
const words = (text: string): string[] => text.trim().split(/\s*,\s*/)

const en: Names = {
  first: words(`Ada, Aisha, Alice, Amara, Ben, Bronwyn, Callum, Chidi, Chloe, Connor, Daisy, Darius, Dev, Eleanor, Elijah, Ethan, Farah, Fiona, Freya, George, Grace, Gurpreet, Hannah,
    Harjit, Harriet, Ibrahim, Imani, Isla, Jasmine, Jonah, Kai, Kwame, Layla, Leon, Lucy, Mabel, Mei, Minh, Molly, Nadia, Ngozi, Nina, Oliver, Owen, Priya, Quinn, Rajiv, Ravi, Rowan,
    Ruby, Sanjay, Siobhán, Tanisha, Theo, Thuy, Una, Violet, Wei, Yusuf, Zara`),
  last: words(`Abbott, Adeyemi, Ahmed, Archer, Ashworth, Bains, Barker, Bell, Blackwood, Boateng, Brook, Calloway, Chan, Chen, Coleman, Cooper, Dalton, Dhillon, Doyle, Drummond, Eze, Fairchild,
    Fletcher, Gill, Graves, Hale, Hargreaves, Hayes, Hussain, Iyer, Jarvis, Kaur, Keane, Kim, Lam, Langford, Li, MacLeod, Marsh, Mensah, Merritt, Nair, Nguyen, O’Brien, O’Connell, Okafor,
    Osei, Park, Patel, Pham, Prescott, Quigley, Rahman, Reid, Sandhu, Sato, Shah, Sinclair, Singh, Sutherland, Tanaka, Thornton, Tran, Underhill, Vance, Walsh, Whitlock, Wong, Wu, Yates`),
}
const fr: Names = {
  first: words(`Adèle, Agathe, Aïcha, Alexis, Amélie, Anaïs, André, Benoît, Camille, Cédric, Céline, Chloé, Clémence, Coralie, Danaé, Éloïse, Émile, Élodie, Étienne, Fabrice, Félix, Florence,
    Frédérique, Gaëlle, Geneviève, Gérard, Hélène, Hubert, Hugo, Inès, Jacinthe, Jean-Christophe, Jérôme, Joëlle, Josée, Julien, Karim, Laurence, Léa, Léonie, Loïc, Maëlle, Malik, Marc-André,
    Marie-Ève, Marie-Soleil, Mathilde, Maude, Maxime, Mélissa, Nathan, Noémie, Océane, Olivier, Pénélope, Raphaël, Rose, Samuel, Solène, Sylvain, Thérèse, Tristan, Véronique, Xavier, Yasmine, Zoé`),
  last: words(`Allard, Arsenault, Asselin, Beauchamp, Beauséjour, Bélanger, Bergeron, Boisvert, Bouchard, Brassard, Breton, Charbonneau, Charlebois, Cloutier, Côté, Deschênes, Desrosiers, Diallo,
    Dubé, Duchesne, Dufour, Fréchette, Gagné, Gaudreault, Giguère, Hébert, Jean-Baptiste, Joseph, Labbé, Lachance, Laflèche, Lafrenière, Lalonde, Lamontagne, Larivière, Lavallée, Lavoie,
    Leblanc, Lefebvre, Légaré, Lessard, Létourneau, L’Heureux, Maheux, Ménard, Michaud, Moreau, Nadeau, Ouellet, Paradis, Parent, Pelletier, Pépin, Plante, Poirier, Proulx, Quesnel, Rivard,
    Robitaille, Rousseau, St-Amour, Sylvestre, Thériault, Toussaint, Traoré, Trépanier, Vaillancourt, Vézina, Villeneuve, Yelle`),
}
const es: Names = {
  first: words(`Abril, Adrián, Agustín, Alma, Álvaro, Amaya, Ana, Andrea, Ángel, Begoña, Belén, Benjamín, Camila, Catalina, César, Consuelo, Daniela, Diego, Elena, Emilio, Esteban, Esperanza, Félix,
    Fernanda, Gael, Guadalupe, Héctor, Inés, Iñaki, Itzel, Jimena, Joaquín, José Luis, Josefina, Lautaro, Leonor, Lucía, Macarena, Malena, María José, Martín, Mateo, Maximiliano, Montserrat,
    Nahuel, Natalia, Noelia, Óscar, Paloma, Pilar, Ramiro, Rocío, Rubén, Santiago, Sofía, Tomás, Valentina, Verónica, Ximena, Yolanda`),
  last: words(`Acuña, Aguirre, Alarcón, Arce, Arriaga, Ávila, Barrios, Benítez, Bustamante, Cabrera, Calderón, Cárdenas, Castañeda, Cisneros, Contreras, Córdova, de la Cruz, de la Fuente, Domínguez,
    Echeverría, Escobar, Espinoza, Esquivel, Fuentes, Galarza, Gallegos, Guzmán, Ibáñez, Ibarra, Jáuregui, Juárez, Lozano, Luján, Maldonado, Márquez, Mejía, Montoya, Muñiz, Navarrete, Núñez,
    Ochoa, Olmedo, Ordóñez, Orozco, Palacios, Peña, Pizarro, Quiñones, Quiroga, Rentería, Rincón, Saldívar, Sepúlveda, Solís, Tovar, Ureña, Valdés, Vásquez, Villalobos, Zúñiga`),
}
export const demoNames: Readonly<Record<Language, Names>> = { en, fr, es }

/** What small businesses are called: a kind, a name. */
export const demoFirms: Readonly<Record<Language, readonly string[]>> = {
  en: words('Corner Bistro, Harbour Inn, Maple Catering, North Star Deli, Old Mill Bakery, Riverside Hotel, The Copper Pot, Tin Roof Café, Union Street Kitchen, Willow Tearoom'),
  fr: words('Auberge du Lac, Bistro des Érables, Café du Marché, Chez Mémé, Crêperie du Port, Épicerie du Coin, Hôtel de la Gare, La Marmite, Le Petit Four, Traiteur Bellerive'),
  es: words('Cantina La Luna, Comedor Doña Alma, El Fogón, Hostal del Sol, La Despensa, Panadería El Trigal, Restaurante Mar y Sal, Taquería Don Beto, Tienda La Esquina, Tostadores del Valle'),
}
export const demoStreets = words(`rue des Tilleuls, avenue du Parc, chemin du Moulin, rue Saint-Ambroise, boulevard des Pins, rue de la Commune, Elm Street, Harbour Road, Mill Lane, Orchard Avenue,
  rue Principale, 4e Avenue, rang Saint-Joseph, côte des Neiges, place du Marché`)
export const demoCities: readonly (readonly [city: string, region: string, postcodeStart: string])[] = [
  ['Montréal', 'QC', 'H2'], ['Laval', 'QC', 'H7'], ['Longueuil', 'QC', 'J4'], ['Québec', 'QC', 'G1'], ['Gatineau', 'QC', 'J8'], ['Sherbrooke', 'QC', 'J1'],
  ['Trois-Rivières', 'QC', 'G8'], ['Saint-Jérôme', 'QC', 'J5'], ['Ottawa', 'ON', 'K1'], ['Toronto', 'ON', 'M5'],
]
