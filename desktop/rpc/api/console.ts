/** Methods 700 to 799. */
export const consoleApi = {};
