import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Boards',
};

const de: typeof en = {
  title: 'Boards',
};

/** Both, for the check of completeness. */
export const boardsMessages = { en, de };
/** Texts of the page. */
export const boardsTexts = catalogues(boardsMessages);
