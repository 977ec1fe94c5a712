export { fileError, systemCode } from '../../base/index.js';
