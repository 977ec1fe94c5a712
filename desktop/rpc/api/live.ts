/** Methods 300 to 399. */
export const liveApi = {};
