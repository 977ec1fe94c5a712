/** Methods 800 to 899. */
export const settingsApi = {};
