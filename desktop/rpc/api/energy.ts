/** Methods 600 to 699. */
export const energyApi = {};
