import type { ExperimentTexts } from './experiment-texts.js';

/** German of the switching probability. */
export const switchingProbabilityDe = {
  title: 'Schaltwahrscheinlichkeit',
  summary:
    'Kartiert die Wahrscheinlichkeit, dass ein Puls eine Zelle schaltet, über seiner Breite und Amplitude mit 95-%-Intervallen, und gibt die Schüsse dorthin, wo sie am meisten sagen.',
  params: {
    widthFrom: ['Pulsbreite von'],
    widthTo: ['Pulsbreite bis'],
    widthPoints: ['Breiten', 'Des groben Gitters.'],
    widthScale: ['Teilung der Breiten'],
    voltageFrom: ['Amplitude von'],
    voltageTo: ['Amplitude bis'],
    voltagePoints: ['Amplituden'],
    start: [
      'Anfangszustand',
      'Zustand, in den die Zellen vor jedem Puls gebracht werden; both zeigt, was sie davon behalten.',
    ],
    rows: ['Zeilen', 'all, oder Nummern und Bereiche wie 0-7,12.'],
    columns: ['Spalten', 'Ebenso.'],
    tile: ['Kachel'],
    halfWidth: ['Angestrebte halbe Breite', 'Des 95-%-Intervalls jedes Punkts; Punkte darüber bekommen mehr Versuche.'],
    pStep: [
      'Größter Schritt von p',
      'Zwischen benachbarten Breiten (die Hälfte davon über einhalb hinweg); größere Schritte werden halbiert.',
    ],
    refinements: ['Verfeinerungen', 'Wie oft ein Abschnitt der Breiten halbiert werden darf.'],
    trialsMin: ['Wenigste Versuche eines Punkts', 'Aufgerundet auf ganze Schüsse aller gewählten Zellen.'],
    trialsMax: ['Meiste Versuche eines Punkts'],
    budget: ['Versuche insgesamt'],
    spreadShots: ['Schüsse für die Streuung der Zellen', 'Auf jede Zelle, bei einem weiteren Puls; 0 lässt sie weg.'],
    spreadWidth: [
      'Pulsbreite für die Streuung der Zellen',
      '0 nimmt den flachsten fairen Puls der Karte, oder den, der einhalb am nächsten ist.',
    ],
    spreadVoltage: ['Amplitude für die Streuung der Zellen'],
  },
  views: {
    'probability-from-parallel': 'Schalten aus parallel',
    'map-from-parallel': 'Schalten aus parallel',
    'probability-from-antiparallel': 'Schalten aus antiparallel',
    'map-from-antiparallel': 'Schalten aus antiparallel',
    memory: 'Gedächtnis des Anfangszustands',
    'cell-spread': 'Zellen nach ihrer Schaltwahrscheinlichkeit',
    'cell-map': 'Schaltwahrscheinlichkeit jeder Zelle',
    columns: 'Schaltwahrscheinlichkeit der Spalten',
  },
  labels: {
    'Pulse width': 'Pulsbreite',
    Amplitude: 'Amplitude',
    'Switching probability': 'Schaltwahrscheinlichkeit',
    Memory: 'Gedächtnis',
    'Share of switched shots': 'Anteil der Schüsse, die schalteten',
    cells: 'Zellen',
    'binomial of the mean': 'Binomialverteilung des Mittels',
    Cells: 'Zellen',
    Column: 'Spalte',
    Row: 'Zeile',
  },
} as const satisfies ExperimentTexts;
