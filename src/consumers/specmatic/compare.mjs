// Compares Specmatic's log with failures.json: what failed must be explained there, and what is explained must have failed,
// unless it hangs on values that Specmatic makes up (`sometimes`).
import fs from 'node:fs';

const [log, failures] = process.argv.slice(2);
const scenarios = fs.readFileSync(log, 'utf8').split(/\n(?=[+-]ve {2}Scenario: )/);
const failed = new Map();
let count = 0;
for (let i = 1; i < scenarios.length; i++) {
  const [, sign, method, path, outcome] =
    /^([+-])ve {2}Scenario: (\w+) (\S+)(?: \[\d+\])? -> \S+.* has (SUCCEEDED|FAILED)/.exec(scenarios[i]) ?? [];
  if (!sign) {
    throw new Error(`this is not how Specmatic 2.55 writes: ${scenarios[i].slice(0, 200)}`);
  }
  count++;
  if (outcome === 'FAILED') {
    // What passed stands before the outcome.
    const passed = scenarios[i - 1].slice(scenarios[i - 1].lastIndexOf('Response at '));
    const status = /\n {4}(\d{3}) /.exec(passed)?.[1] ?? 'nothing';
    // Of the values that Specmatic makes up it depends for which of several reasons a request is refused.
    const answered = { 2: 'accepted', 4: 'refused' }[status[0]] ?? status;
    const wrong = [...scenarios[i].matchAll(/>> (\S+)/g)].map((each) => each[1]).filter((each) => each !== 'RESPONSE.STATUS');
    const call = `${method} ${path.replace(/\((\w+):\w+\)/g, '{$1}')}`;
    const what = [sign === '+' ? 'valid' : 'invalid', answered, ...wrong].join(', ');
    failed.set(`${call}: ${what}`, (failed.get(`${call}: ${what}`) ?? 0) + 1);
  }
}
const explained = new Set();
const demanded = new Set();
for (const { why, failures: each, sometimes } of JSON.parse(fs.readFileSync(failures, 'utf8'))) {
  if (!why) {
    throw new Error('a reason is missing');
  }
  each.forEach((failure) => {
    explained.add(failure);
    if (!sometimes) {
      demanded.add(failure);
    }
  });
}
const surprises = [...failed.keys()].filter((each) => !explained.has(each));
const gone = [...demanded].filter((each) => !failed.has(each));
surprises.forEach((each) => console.log(`not explained: ${each}`));
gone.forEach((each) => console.log(`explained, but did not occur: ${each}`));
const times = [...failed.values()].reduce((sum, each) => sum + each, 0);
console.log(`Specmatic: ${count} requests, ${times} not answered as it expects, of ${failed.size} kinds, ${explained.size} of them explained`);
process.exitCode = surprises.length + gone.length > 0 || count < 500 ? 1 : 0;
