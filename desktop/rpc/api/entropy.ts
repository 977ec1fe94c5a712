/** Methods 500 to 599. */
export const entropyApi = {};
