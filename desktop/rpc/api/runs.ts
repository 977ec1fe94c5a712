/** Methods 400 to 499. */
export const runsApi = {};
