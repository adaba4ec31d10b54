/** How many times the usual number of record sets to try: LVYUE_RUNS=10. */
export const times = Number(process.env.LVYUE_RUNS ?? 1);

/** So many record sets each property tries. */
export const runs = 48 * times;
