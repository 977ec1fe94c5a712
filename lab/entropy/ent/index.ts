/** Byte and bit statistics as J. Walker's ENT gives them. */
export { assessEnt, type EntAssessment, type EntMode } from './assess-ent.js';
