/**
 * Mean wait in an M/M/c queue: Poisson arrivals, exponential service, c servers, first come first served
 * (Erlang 1917; e.g. Gross et al., Fundamentals of Queueing Theory, ch. 3).
 * @param arrivals a second
 * @param served a second by one server
 * @returns seconds; infinite where more come than can be served
 */
export function meanWaitMmc(arrivals: number, served: number, servers: number): number {
  const load = arrivals / served;
  if (load >= servers) return Number.POSITIVE_INFINITY;
  return erlangC(load, servers) / (servers * served - arrivals);
}

/** Probability that somebody has to wait (Erlang's second formula). */
export function erlangC(load: number, servers: number): number {
  // By Erlang's first formula and its recursion, which stays small where factorials do not.
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}
