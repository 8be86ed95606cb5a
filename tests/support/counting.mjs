// Runs inside workerd, in front of the built Worker, when a test wants to know what an invocation asked of D1. The
// binding is passed on as it is; only its calls are counted. `GET /api/counted` tells and forgets.

import Worker from "./index.js";

const invocations = [];

/** Counts one invocation's round trips and statements; what runs after the answer has left is counted apart. */
class Tally {
  what = "";
  answered = false;
  trips = 0;
  statements = 0;
  later = 0;

  add(statements) {
    if (this.answered) {
      this.later += statements;
      return;
    }
    this.trips += 1;
    this.statements += statements;
  }
}

const RUNS = new Set(["run", "all", "first", "raw"]);

function over(target, method) {
  return new Proxy(target, {
    get(object, name) {
      const value = Reflect.get(object, name, object);
      if (typeof value !== "function" || name === "constructor") return value;
      return (...given) => method(name, (...changed) => value.apply(object, changed), given);
    },
  });
}

function statement(plain, tally, plains) {
  const proxy = over(plain, (name, call, given) => {
    if (RUNS.has(name)) tally.add(1);
    const result = call(...given);
    return name === "bind" ? statement(result, tally, plains) : result;
  });
  plains.set(proxy, plain);
  return proxy;
}

function counted(database, tally) {
  const plains = new WeakMap();
  return over(database, (name, call, given) => {
    if (name === "prepare") return statement(call(...given), tally, plains);
    if (name === "batch") {
      tally.add(given[0].length);
      return call(given[0].map((each) => plains.get(each)));
    }
    if (name === "exec") tally.add(1);
    return call(...given);
  });
}

export default class extends Worker {
  #tally;

  constructor(context, env) {
    const tally = new Tally();
    super(context, { ...env, DB: counted(env.DB, tally) });
    this.#tally = tally;
  }

  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/api/counted") return Response.json(invocations.splice(0));
    this.#begin(`${request.method} ${pathname}`);
    const answer = await super.fetch(request);
    this.#tally.answered = true;
    return answer;
  }

  async scheduled(event) {
    this.#begin("scheduled");
    await super.scheduled(event);
  }

  #begin(what) {
    this.#tally.what = what;
    invocations.push(this.#tally);
  }
}
