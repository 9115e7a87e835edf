import pg from 'pg';

/** How long at least one statement of this process was under way, ms, and how many there were. */
export interface QueryTime {
  readonly ms: number;
  readonly statements: number;
}

/**
 * Times every statement that goes through a connection of this process, from asking to having its rows in hand, those
 * that travel together once. So it is an upper bound of what the database took: the way there and back and the reading
 * of rows are in it.
 */
export function clockQueries(): () => QueryTime {
  let ms = 0;
  let statements = 0;
  let underWay = 0;
  let since = 0;
  const begin = () => {
    statements += 1;
    if (underWay === 0) since = performance.now();
    underWay += 1;
  };
  const end = () => {
    underWay -= 1;
    if (underWay === 0) ms += performance.now() - since;
  };
  const original = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    begin();
    const last = given.at(-1);
    if (typeof last === 'function') {
      given[given.length - 1] = (...answer: unknown[]) => {
        end();
        return (last as (...answer: unknown[]) => unknown)(...answer);
      };
      return original.apply(this, given);
    }
    const answer = original.apply(this, given) as Promise<unknown>;
    void answer.then(end, end);
    return answer;
  } as pg.Client['query'];
  return () => ({ ms, statements });
}
