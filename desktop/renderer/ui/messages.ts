import type { BoardKind } from '../../../firmware-host/host/index.js';
import { catalogues } from '../app/i18n.js';

const en = {
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not let the page copy.',
  copyDetails: 'Copy details',
  busy: 'Working…',
  range: (from: string, to: string) => `${from} to ${to}`,
  atLeast: (from: string) => `at least ${from}`,
  atMost: (to: string) => `at most ${to}`,
  notANumber: 'Type a number.',
  notAWholeNumber: 'Type a whole number.',
  notAQuantity: (unit: string, example: string) => `Type a quantity in ${unit}, for example ${example}.`,
  outside: (range: string) => `Must be ${range}.`,
  required: 'Must not be empty.',
  kind: { real: 'real board', emulated: 'emulated', simulated: 'simulated', replayed: 'replayed' } satisfies Record<
    BoardKind,
    string
  >,
  notEntropy: 'not entropy',
  measured: 'measured',
  modelled: 'modelled',
  estimated: 'estimated',
  sortedUp: 'sorted, ascending',
  sortedDown: 'sorted, descending',
  resize: 'Divider between panes',
  nextStep: 'What to do',
  yes: 'yes',
  no: 'no',
  interval: (low: string, high: string) => `95 %: ${low} to ${high}`,
};

const de: typeof en = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Der Browser hat das Kopieren nicht erlaubt.',
  copyDetails: 'Einzelheiten kopieren',
  busy: 'Läuft…',
  range: (from, to) => `${from} bis ${to}`,
  atLeast: (from) => `mindestens ${from}`,
  atMost: (to) => `höchstens ${to}`,
  notANumber: 'Bitte eine Zahl eingeben.',
  notAWholeNumber: 'Bitte eine ganze Zahl eingeben.',
  notAQuantity: (unit, example) => `Bitte eine Größe in ${unit} eingeben, zum Beispiel ${example}.`,
  outside: (range) => `Erlaubt: ${range}.`,
  required: 'Darf nicht leer sein.',
  kind: { real: 'echtes Board', emulated: 'emuliert', simulated: 'simuliert', replayed: 'wiedergegeben' },
  notEntropy: 'keine Entropie',
  measured: 'gemessen',
  modelled: 'modelliert',
  estimated: 'geschätzt',
  sortedUp: 'aufsteigend sortiert',
  sortedDown: 'absteigend sortiert',
  resize: 'Trennlinie zwischen Bereichen',
  nextStep: 'Was zu tun ist',
  yes: 'ja',
  no: 'nein',
  interval: (low, high) => `95 %: ${low} bis ${high}`,
};

/** Texts of the kit. */
export const kitTexts = catalogues({ en, de });
