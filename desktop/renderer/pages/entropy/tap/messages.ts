import { catalogues } from '../../../app/i18n.js';

const en = {
  repetitionCount:
    'The source stands still: look at the row switches and the pulse supply, then run the self test of the board.',
  adaptiveProportion:
    'One value is too common: look for a magnet near the board, and at the share of ones on the page Live.',
  monobit: 'The bits lean to one side: look at bias voltage, temperature and field; the controller may be at its end.',
  transition: 'Bits follow each other too often, or too seldom: pulses may be too weak to reset the cells.',
  lag: 'Bits repeat at a distance: look for interference, and at a weak pulse supply.',
  lagPredictor: 'Earlier bits foretell later ones: the source has a memory. Do not use it before that is understood.',
  cellMonobit: 'Single cells lean to one side: run a resistance map, and calibrate anew.',
  cellRepetition: 'A cell stands still: run a resistance map, and leave the cell out by a new calibration.',
  replay: 'Long stretches come again: this is no noise. Check what answers as the board.',
  board: 'The board itself doubts its bits: look at its state on the page Boards.',
};

const de: typeof en = {
  repetitionCount:
    'Die Quelle steht still: Zeilenschalter und Pulsversorgung ansehen, dann den Selbsttest des Boards laufen lassen.',
  adaptiveProportion:
    'Ein Wert ist zu häufig: nach einem Magneten beim Board suchen, den Anteil der Einsen auf der Seite Live ansehen.',
  monobit:
    'Die Bits neigen zu einer Seite: Vorspannung, Temperatur und Feld ansehen; der Regler kann am Anschlag sein.',
  transition: 'Bits folgen einander zu oft oder zu selten: Die Pulse setzen die Zellen vielleicht nicht zurück.',
  lag: 'Bits wiederholen sich im Abstand: nach Störungen und einer schwachen Pulsversorgung suchen.',
  lagPredictor:
    'Frühere Bits sagen spätere voraus: Die Quelle hat ein Gedächtnis. Nicht benutzen, bevor das verstanden ist.',
  cellMonobit: 'Einzelne Zellen neigen zu einer Seite: eine Widerstandskarte aufnehmen und neu kalibrieren.',
  cellRepetition: 'Eine Zelle steht still: eine Widerstandskarte aufnehmen und die Zelle durch Kalibrieren auslassen.',
  replay: 'Lange Strecken kommen wieder: Das ist kein Rauschen. Prüfen, was da als Board antwortet.',
  board: 'Das Board selbst zweifelt an seinen Bits: seinen Zustand auf der Seite Boards ansehen.',
};

/** Both, for the check of completeness. */
export const adviceMessages = { en, de };
/** What to do when a test fails, by test. */
export const adviceTexts = catalogues(adviceMessages);
