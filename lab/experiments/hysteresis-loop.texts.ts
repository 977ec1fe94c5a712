import type { ExperimentTexts } from './experiment-texts.js';

/** German of the hysteresis loop. */
export const hysteresisLoopDe = {
  title: 'Hystereseschleife',
  summary:
    'Fährt das Feld über gewählte Zellen, liest ihren Widerstand und passt Hk, Δ und Streufeld an ihre Schaltfelder an; bei mehreren statischen Vorspannungen auch den VCMA-Koeffizienten.',
  params: {
    fieldMax: ['Größtes Feld', 'In beide Richtungen; 0 nimmt, was die Spule kann.'],
    fieldStep: ['Schritt des Feldes'],
    dwell: ['Verweilzeit', 'Zeit des Boards in jedem Feld, bevor gelesen wird; mindestens das Einschwingen der Spule.'],
    loops: ['Schleifen', 'Bei jeder Vorspannung.'],
    biases: [
      'Statische Vorspannungen',
      'Eine oder mehrere, wie -200mV,0,200mV; ab zweien wird Zeile für Zeile der VCMA-Koeffizient angepasst.',
    ],
    rows: ['Zeilen', 'all, oder Nummern und Bereiche wie 0-7,12.'],
    columns: ['Spalten', 'Ebenso.'],
    tile: ['Kachel'],
    readVoltage: ['Lesespannung', 'Auch sie wirkt auf die Anisotropie, solange eine Zelle gelesen wird.'],
    averages: ['Mittelungen', 'Wandlungen, über die jede Ablesung gemittelt wird.'],
    attemptRate: ['Versuchsrate f0', 'Eine Wahl: Aus Schaltfeldern allein ist sie nicht von der Barriere zu trennen.'],
    inPlaneField: ['Feld in der Ebene', 'Des Magneten auf dem Träger; es senkt jede Barriere.'],
    saturationMagnetization: ['Ms'],
    freeLayerThickness: ['Freie Schicht'],
    oxideThickness: ['Oxid'],
    diameter: ['Durchmesser des Tunnelkontakts'],
    temperature: ['Temperatur', '0 nimmt, was das Board misst.'],
    coilContinuous: ['Dauerfeld der Spule', 'Was sie auf Dauer hält; darüber ruht die Spule zwischen den Durchläufen.'],
    coilBudget: ['Wärmevorrat der Spule', 'Zeit, die sie aus dem Kalten das Wurzel-zwei-Fache des Dauerfelds aushält.'],
  },
  views: {
    'mean-loop': 'Widerstand im gefahrenen Feld, Mittel über Zellen und Schleifen',
    'antiparallel-share': 'Anteil antiparalleler Ablesungen',
    'switching-fields': 'Schaltfelder aller Zellen und Schleifen',
    'hk-and-delta': 'Anpassungen einzelner Zellen: stark korreliert',
  },
  labels: {
    Field: 'Feld',
    Resistance: 'Widerstand',
    bias: 'Vorspannung',
    'Share antiparallel': 'Anteil antiparallel',
    'H_{k}': 'H_{k}',
    Δ: 'Δ',
  },
} as const satisfies ExperimentTexts;
