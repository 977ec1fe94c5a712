import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Runs',
};

const de: typeof en = {
  title: 'Läufe',
};

/** Both, for the check of completeness. */
export const runsMessages = { en, de };
/** Texts of the page. */
export const runsTexts = catalogues(runsMessages);
