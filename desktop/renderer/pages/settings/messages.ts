import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Settings',
  loading: 'Reading the settings…',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  fieldUnit: 'Magnetic field',
  fieldUnits: { mT: 'µ0H in mT', Oe: 'H in Oe (1 Oe corresponds to 0.1 mT)' },
  measuring: 'Measuring',
  telemetry: 'Time between readings of power and temperature',
  telemetryHint: 'During a run; from its next start on.',
  hostPower: 'Power of one busy processor core',
  hostPowerHint: 'Without it the energy of this computer is not estimated. With it, it is an estimate and says so.',
  storage: 'Storage',
  runs: 'Runs are stored in',
  runsHint: 'Chosen when the program is started: spindrift serve --runs FOLDER.',
  shortcuts: 'Keyboard shortcuts',
  newcomers: 'Start over',
  tour: 'Take the tour',
  reset: 'Reset all settings',
  resetSure: 'All settings go back to their defaults. Runs are not touched.',
  resetDone: 'Settings are back to their defaults.',
  about: 'About',
  version: 'Version',
  interfaceVersion: 'Interface between page and backend',
  platform: 'System',
  diagnostics: 'Copy diagnostics',
  diagnosticsHint: 'Versions, boards, runs and the log, to attach to a report. No data of boards.',
  licence: 'Spindrift is under the Apache License 2.0.',
  bundled:
    'The page holds Preact, Preact Signals, uPlot, zod and fflate (MIT), MessagePack, D3 and Lucide (ISC); their licences come with the program.',
  honesty: 'No board has been built yet: nothing here has run on silicon.',
};

const de: typeof en = {
  title: 'Einstellungen',
  loading: 'Lese die Einstellungen…',
  appearance: 'Aussehen',
  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  fieldUnit: 'Magnetfeld',
  fieldUnits: { mT: 'µ0H in mT', Oe: 'H in Oe (1 Oe entspricht 0,1 mT)' },
  measuring: 'Messen',
  telemetry: 'Zeit zwischen Ablesungen von Leistung und Temperatur',
  telemetryHint: 'Während eines Laufs; ab seinem nächsten Start.',
  hostPower: 'Leistung eines ausgelasteten Prozessorkerns',
  hostPowerHint:
    'Ohne sie wird die Energie dieses Rechners nicht geschätzt. Mit ihr ist es eine Schätzung und heißt auch so.',
  storage: 'Ablage',
  runs: 'Läufe liegen in',
  runsHint: 'Wird beim Start des Programms gewählt: spindrift serve --runs ORDNER.',
  shortcuts: 'Tastenkürzel',
  newcomers: 'Von vorn',
  tour: 'Rundgang machen',
  reset: 'Alle Einstellungen zurücksetzen',
  resetSure: 'Alle Einstellungen gehen auf ihre Vorgaben zurück. Läufe bleiben unberührt.',
  resetDone: 'Die Einstellungen stehen wieder auf ihren Vorgaben.',
  about: 'Über',
  version: 'Version',
  interfaceVersion: 'Schnittstelle zwischen Seite und Backend',
  platform: 'System',
  diagnostics: 'Diagnose kopieren',
  diagnosticsHint: 'Versionen, Boards, Läufe und das Protokoll, für eine Meldung. Keine Daten von Boards.',
  licence: 'Spindrift steht unter der Apache License 2.0.',
  bundled:
    'Die Seite enthält Preact, Preact Signals, uPlot, zod und fflate (MIT), MessagePack, D3 und Lucide (ISC); ihre Lizenzen liegen dem Programm bei.',
  honesty: 'Noch ist kein Board gebaut: nichts hier ist auf Silizium gelaufen.',
};

/** Both, for the check of completeness. */
export const settingsMessages = { en, de };
/** Texts of the page. */
export const settingsTexts = catalogues(settingsMessages);
