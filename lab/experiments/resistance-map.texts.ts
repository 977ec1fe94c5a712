import type { ExperimentTexts } from './experiment-texts.js';

/** German of the resistance map. */
export const resistanceMapDe = {
  title: 'Widerstandskarte',
  summary:
    'Liest den Widerstand jeder Zelle: in dem Zustand, in dem sie ist, oder in beiden Zuständen; das gibt die TMR jeder Zelle und findet die Zellen, die nicht folgen.',
  params: {
    states: [
      'Zustände',
      'as-found liest und ändert nichts; both bringt jede Zelle nach parallel und nach antiparallel, wo sie bleibt.',
    ],
    readVoltage: ['Lesespannung', 'Eine höhere stört die Zellen.'],
    averages: ['Mittelungen', 'Wandlungen, über die jede Ablesung gemittelt wird.'],
    repeats: ['Wiederholungen', 'Ablesungen jeder Zelle; ab zweien gibt ihre Streuung den Standardfehler.'],
    tile: ['Kachel'],
  },
  views: {
    map: 'Widerstand, logarithmisch',
    resistance: 'Widerstand jeder Zelle',
    distribution: 'Verteilung des Widerstands',
    'parallel-map': 'Paralleler Widerstand jeder Zelle',
    'antiparallel-map': 'Antiparalleler Widerstand jeder Zelle',
    'tmr-map': 'TMR jeder Zelle',
    parallel: 'Verteilung des parallelen Widerstands',
    antiparallel: 'Verteilung des antiparallelen Widerstands',
    tmr: 'Verteilung der TMR',
  },
  labels: {
    Column: 'Spalte',
    Row: 'Zeile',
    Resistance: 'Widerstand',
    'Parallel resistance': 'Paralleler Widerstand',
    'Antiparallel resistance': 'Antiparalleler Widerstand',
    TMR: 'TMR',
  },
} as const satisfies ExperimentTexts;
