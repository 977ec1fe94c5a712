import type { ExperimentTexts } from './experiment-texts.js';

/** German of the products of the array. */
export const macLinearityDe = {
  title: 'Produkte des Arrays',
  summary:
    'Multipliziert auf dem Array zufällige Vektoren mit zufälligen Gewichten und hält die Produkte gegen exakte: Verstärkung und Versatz jedes Spaltenpaars, was übrig bleibt, effektive Bits, und wo sich ein Paar krümmt. Schreibt alle Zellen neu.',
  params: {
    patterns: ['Gewichtsmuster', 'Jedes schreibt alle Zellen neu, mit zufälligen Gewichten −1, 0 und +1.'],
    vectors: ['Vektoren', 'Zufällige Eingaben für jedes Muster.'],
    inputBits: ['Bits einer Eingabe'],
    repeats: ['Wiederholungen', 'Wandlungen, über die jede Ebene gemittelt wird.'],
    verifyPasses: [
      'Prüfdurchgänge',
      'Wie oft jede Zelle zurückgelesen und, wenn falsch, noch einmal geschrieben wird.',
    ],
    seed: ['Seed', 'Der Gewichte und Eingaben.'],
  },
  views: {
    'measured-against-ideal': 'Gemessene Produkte gegen ideale',
    residuals: 'Was die Gerade jedes Paars übrig lässt',
    bends: 'Krümmung der Paare',
    gains: 'Verstärkung der Paare',
  },
  labels: {
    'Ideal product': 'Ideales Produkt',
    Product: 'Produkt',
    measured: 'gemessen',
    ideal: 'ideal',
    'Measured − ideal product': 'Gemessenes − ideales Produkt',
    'Pair of columns': 'Spaltenpaar',
    'Mean of measured − ideal': 'Mittel von gemessen − ideal',
    'Codes a unit': 'Codes je Einheit',
  },
} as const satisfies ExperimentTexts;
