// The console in a real Chromium, as somebody meets it: by clicking, and by keyboard.
import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {on} from 'node:events';
import {copyFileSync, mkdirSync, openSync, statSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import {connect} from 'node:net';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, beforeEach, test} from 'node:test';
import {promisify} from 'node:util';
import {chromium} from 'playwright-core';

const PATIENCE = 60_000;
const PROJECT = '295dacf46a4842fcbf7844dc2dc2489d';
const ENDPOINTS = `/v1/${PROJECT}/vpc-endpoints`;
const SERVICES = `/v1/${PROJECT}/vpc-endpoint-services`;
const TOKEN = {'X-Auth-Token': 'demo-token'};
// JVMs that run for seconds, in which the second compiler would not pay.
const BRIEFLY = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

const log = openSync(path.join(process.env.VPCEP_TARGET, 'sandbox.log'), 'w');
const agent = new http.Agent({keepAlive: true, maxSockets: 16});
let sandbox, base, browser, context, page, complaints, asked;

/** A sandbox as a program, and its address. */
async function start(...options) {
  const program = spawn('java', [...BRIEFLY, '-jar', process.env.VPCEP_SANDBOX_JAR, '--port', '0', ...options], {stdio: ['ignore', 'pipe', log]});
  const address = await new Promise((resolve, reject) => {
    createInterface({input: program.stdout}).on('line', line => {
      const found = /listening on (http\S+?)[.,]?(\s|$)/.exec(line);
      if (found) resolve(found[1]);
    });
    program.once('exit', code => reject(new Error('The sandbox ended with ' + code)));
  });
  return [program, address];
}

before(async () => {
  [sandbox, base] = await start();
  browser = await chromium.launch({
    executablePath: process.env.VPCEP_CHROMIUM,
    args: ['--disable-gpu', '--disable-lcd-text', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
});

after(async () => {
  agent.destroy();
  await browser?.close();
  sandbox?.kill();
});

beforeEach(async () => {
  await control('POST', '/reset');
  await context?.close();
  context = await browser.newContext({locale: 'en-GB', viewport: {width: 1200, height: 700}, permissions: ['clipboard-read', 'clipboard-write']});
  context.setDefaultTimeout(PATIENCE);
  page = await context.newPage();
  complaints = [];
  asked = new Set();
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => asked.add(new URL(request.url()).origin));
});

/** A request as any client sends one. */
function send(method, target, headers = {}, body = '') {
  return new Promise((resolve, reject) => {
    const request = http.request(base + target, {method, headers, agent}, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString()}));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Lists of endpoints on one connection, none waiting for the answer to the one before. */
async function flood(requests) {
  const {hostname, port, host} = new URL(base);
  const socket = connect(Number(port), hostname);
  const request = `GET ${ENDPOINTS}?limit=1 HTTP/1.1\r\nHost: ${host}\r\nX-Auth-Token: demo-token\r\n\r\n`;
  for (let sent = 0; sent < requests; sent += 100) {
    let answers = 0, rest = '';
    socket.write(request.repeat(100));
    for await (const [part] of on(socket, 'data')) {
      const lines = (rest + part).split('HTTP/1.1 200 ');
      rest = lines.pop().slice(-20);
      answers += lines.length;
      if (answers === 100) break;
    }
  }
  socket.destroy();
}

const json = body => [{...TOKEN, 'Content-Type': 'application/json'}, JSON.stringify(body)];

async function control(method, target, body) {
  const answer = await send(method, '/_sandbox' + target, {'Content-Type': 'application/json'}, body && JSON.stringify(body));
  assert.ok(answer.status < 300, answer.text);
  return answer.text && JSON.parse(answer.text);
}

async function open() {
  await page.goto(base + '/');
  await page.locator('#live[data-live=true]').waitFor();
}

const text = (selector, wanted) => page.locator(selector, {hasText: wanted}).first().waitFor();

function nothingWrong() {
  assert.deepEqual(complaints, []);
  assert.deepEqual([...asked].filter(origin => origin !== base && origin !== 'null'), []);
}

const newService = {vpc_id: 'v', port_id: 'p', server_type: 'VM', ports: [{client_port: 443, server_port: 8443}]};

test('the story of the quickstart, by clicking', async () => {
  await open();
  assert.equal(new URL(page.url()).pathname, '/_sandbox/console');

  await page.getByText('Add resources').click();
  await page.getByRole('button', {name: 'Add', exact: true}).click();
  await text('#services h3', 'orders');
  await text('#services td.state', 'pendingAcceptance');
  await text('#accounts td', '1 / 20');

  await page.getByRole('button', {name: /^Reject /}).click();
  await text('#services td.state', 'rejected');
  await page.getByRole('button', {name: /^Accept /}).click();
  await text('#services td.state', 'accepted');
  const listed = JSON.parse((await send('GET', ENDPOINTS, TOKEN)).text);
  assert.equal(listed.endpoints[0].status, 'accepted');

  await page.getByText('Order a fault').click();
  await page.getByLabel('Operation').fill('ListEndpoints');
  await page.getByRole('button', {name: 'Order', exact: true}).click();
  await text('#faults li', 'EndPoint.0022');
  assert.match((await send('GET', ENDPOINTS, TOKEN)).text, /EndPoint\.0022/);
  await text('#requests summary', 'EndPoint.0022');

  await page.getByRole('button', {name: 'Advance the clock'}).click();
  await text('#health', 'ahead PT1H');
  assert.equal((await control('GET', '/clock')).ahead, 'PT1H');
  await page.getByRole('button', {name: 'Follow real time'}).click();
  await page.locator('#health', {hasNotText: 'ahead'}).waitFor();

  const signed = {Authorization: `SDK-HMAC-SHA256 Access=DEMOACCESSKEY0000001, SignedHeaders=host;x-sdk-date, Signature=${'0'.repeat(64)}`,
    'X-Sdk-Date': new Date().toISOString().replace(/[-:]|\.\d+/g, '')};
  assert.equal((await send('GET', SERVICES + '?limit=10', signed)).status, 401);
  const refused = page.locator('#requests li', {hasText: '401'}).first();
  await refused.locator('summary').click();
  await refused.getByRole('heading', {name: 'The canonical request that arrived'}).waitFor();
  await refused.locator('pre', {hasText: 'limit=10\nhost:127.0.0.1'}).waitFor();
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('#fault-part, #seed-part')) each.open = false;
    // Not every machine has the letters of both languages.
    document.getElementById('language').hidden = true;
    scrollTo(0, 0);
  });
  await page.setViewportSize({width: 1120, height: 600});
  const picture = path.join(process.env.VPCEP_TARGET, 'console.png');
  await page.screenshot({path: picture});
  assert.ok(statSync(picture).size < 150_000);
  if (process.env.VPCEP_PICTURE) copyFileSync(picture, process.env.VPCEP_PICTURE);

  page.once('dialog', dialog => dialog.accept());
  await page.getByRole('button', {name: 'Reset all'}).click();
  await page.locator('#services article').waitFor({state: 'detached'});
  await page.locator('#requests li').first().waitFor({state: 'detached'});
  assert.equal((await control('GET', '/requests/count')).count, 0);
  nothingWrong();
});

test('what another client does appears without a reload', async () => {
  await open();
  await page.evaluate(() => { globalThis.mark = 'the same page'; });

  const created = await send('POST', SERVICES, ...json({...newService, service_name: 'elsewhere'}));
  assert.equal(created.status, 200, created.text);
  await text('#services h3', 'elsewhere');
  await text('#requests summary', 'CreateEndpointService');
  await send('POST', ENDPOINTS, ...json({endpoint_service_id: 'none', vpc_id: 'v', subnet_id: 's', colour: 1}));
  await page.getByLabel('Show').selectOption('unknown');
  await text('#requests summary', 'colour');
  await control('POST', '/clock/advance', {by: 'PT3H'});
  await text('#health', 'PT3H');
  await control('DELETE', '/requests');
  await page.locator('#requests li').first().waitFor({state: 'detached'});

  assert.equal(await page.evaluate(() => globalThis.mark), 'the same page');
  nothingWrong();
});

test('a copied call is one that a shell carries out', async () => {
  const query = `?limit=1&name=${encodeURIComponent(`it's "$HOME"`)}`;
  await send('POST', SERVICES, ...json({...newService, service_name: `it's $(x) \\`}));
  await send('GET', SERVICES + query, TOKEN);
  await open();

  for (const operation of ['CreateEndpointService', 'ListEndpointService']) {
    const before = (await control('GET', '/requests')).requests.filter(each => each.operation_id === operation);
    const item = page.locator('#requests li', {hasText: operation}).last();
    await item.locator('summary').click();
    await item.getByRole('button', {name: 'Copy as curl'}).click();
    await text('#said', 'Copied');
    const command = await page.evaluate(() => navigator.clipboard.readText());
    await promisify(execFile)('sh', ['-c', command.replace('curl ', 'curl --silent --noproxy "*" ')]);
    const now = (await control('GET', '/requests')).requests.filter(each => each.operation_id === operation);
    assert.equal(now.length, before.length + 1);
    for (const part of ['method', 'path', 'query', 'body', 'status', 'code']) assert.equal(now.at(-1)[part], before[0][part]);
  }
  const item = page.locator('#requests li', {hasText: 'CreateEndpointService'}).last();
  await item.getByRole('button', {name: 'Copy as Java'}).click();
  await item.locator('pre.code', {hasText: `.name("it's $(x) \\\\")`}).waitFor();
  nothingWrong();
});

/** The requests that the contract has examples of, and for each operation without a body one with all that it may ask. */
async function examples() {
  const contract = JSON.parse((await send('GET', '/openapi.json')).text);
  const resolved = part => part.$ref ? part.$ref.slice(2).split('/').reduce((at, key) => at[key], contract) : part;
  const first = ({schema}) => { const found = resolved(schema); return (found.allOf ? resolved(found.allOf[0]) : found).enum?.[0]; };
  const ids = {project_id: PROJECT, vpc_endpoint_service_id: SERVICE, vpc_endpoint_id: ENDPOINT, resource_id: SERVICE,
    permission_id: 'e30e04d7-2d3b-4e0d-a5c4-3d1c6fd5c111', version: 'v1'};
  return Object.entries(contract.paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, each]) => each.operationId)
    .flatMap(([method, operation]) => {
      const parameters = [...methods.parameters || [], ...operation.parameters || []].map(resolved);
      const at = path.replace(/{(\w+)}/g, (_, name) => ids[name] || first(parameters.find(each => each.name === name)));
      const query = parameters.filter(each => each.in === 'query')
        .map(each => each.name + '=' + encodeURIComponent(first(each) ?? (/^(limit|offset)$/.test(each.name) ? 7 : `it's "é" +&`)));
      const bodies = Object.values(operation.requestBody?.content['application/json'].examples || {}).map(each => JSON.stringify(resolved(each).value));
      const queries = operation.operationId === 'ListServiceDescribeDetails' ? query.map(each => '?' + each)
        : query.length ? ['', '?' + query.join('&'), '?' + query[0]] : [''];
      return bodies.length ? bodies.map(body => [method.toUpperCase(), at, body]) : queries.map(each => [method.toUpperCase(), at + each, '']);
    }));
}

const SERVICE = '4189d3c2-8882-4871-a3c2-d380272eed83', ENDPOINT = '4189d3c2-8882-4871-a3c2-d380272eed84';
const STATE = {
  services: [{...newService, id: SERVICE, service_name: 'orders', approval_enabled: true, permissions: ['*']}],
  endpoints: [{id: ENDPOINT, endpoint_service_id: SERVICE, vpc_id: 'v', subnet_id: 's', status: 'pendingAcceptance'}],
};

test('a copied call in Java is one that the compiler takes, and that sends the same again', async () => {
  const odd = {...newService, service_name: 'it\'s \\ "\u00e9\n"', server_type: 'Vm', colour: {deep: [1, 2.5, true, 3_000_000_000]}};
  const typed = [...await examples(), ['POST', SERVICES, JSON.stringify(odd)]];
  const untyped = [['POST', SERVICES, '{"vpc_id": "v'], ['GET', SERVICES + '?colour=1', ''],
    ['GET', SERVICES + '?limit=07', ''], ['POST', SERVICES, JSON.stringify({...newService, vpc_id: null})],
    ['POST', SERVICES, JSON.stringify({...newService, approval_enabled: 'true'})], ['POST', SERVICES, '{}'], ['POST', SERVICES, '']];
  await open();
  const journal = [], snippets = [];
  for (const [method, target, body] of [...typed, ...untyped]) {
    await control('POST', '/reset');
    await control('POST', '/seed', STATE);
    await send(method, target, {...TOKEN, 'Content-Type': 'application/json'}, body);
    const {requests} = await control('GET', '/requests');
    journal.push(requests[0]);
    const snippet = await page.evaluate(request => java(request), requests[0]);
    assert.match(snippet, journal.length > typed.length ? /HttpClient/ : /VpcepClient/, JSON.stringify(requests[0]));
    snippets.push(snippet);
  }
  const operations = Object.values(JSON.parse((await send('GET', '/openapi.json')).text).paths).flatMap(Object.values)
    .map(each => each.operationId).filter(Boolean);
  assert.deepEqual(new Set(journal.slice(0, typed.length).map(each => each.operation_id)), new Set(operations));

  const imports = new Set(snippets.flatMap(each => each.match(/^import .*;$/gm)));
  const source = `${[...imports].join('\n')}
    public class Copied {
      interface Call { void make() throws Exception; }
      ${snippets.map((each, i) => `static void call${i}() throws Exception {\n${each.replace(/^import .*;$/gm, '')}\n}`).join('\n')}
      static String control(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("${base}/_sandbox" + path)).header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      }
      public static void main(String[] words) throws Exception {
        for (Call call : new Call[] {${snippets.map((_, i) => 'Copied::call' + i)}}) {
          control("POST", "/reset", "");
          control("POST", "/seed", words[0]);
          try {
            call.make();
          } catch (io.github.vpcep.runtime.error.VpcepException e) {
            System.out.println(e);
          }
          System.out.println("JOURNAL " + control("GET", "/requests", ""));
        }
      }
    }`;
  const folder = path.join(process.env.VPCEP_TARGET, 'copied');
  mkdirSync(folder, {recursive: true});
  writeFileSync(path.join(folder, 'Copied.java'), source);
  const {stdout} = await promisify(execFile)('java', [...BRIEFLY, '-cp', process.env.VPCEP_SANDBOX_JAR, path.join(folder, 'Copied.java'), JSON.stringify(STATE)],
    {maxBuffer: 1 << 26});
  const again = stdout.split('\n').filter(line => line.startsWith('JOURNAL ')).map(line => JSON.parse(line.slice(8)).requests);
  assert.equal(again.length, journal.length);
  const told = ({method, path, operation_id, body, status, code}) => ({method, path, operation_id, status, code,
    body: body && (body.endsWith('}') ? JSON.parse(body) : body)});
  journal.forEach((request, i) => {
    assert.deepEqual(again[i].map(told), [told(request)]);
    const asked = new URLSearchParams(request.query || ''), now = new URLSearchParams(again[i][0].query || '');
    // Of its own accord the client asks for an order, if the caller does not.
    const own = [...now.keys()].filter(each => !asked.has(each));
    assert.deepEqual(own.filter(each => !/^sort_(key|dir)$/.test(each)), []);
    for (const [name, value] of asked) assert.equal(now.get(name), value, snippets[i]);
  });
  nothingWrong();
});

test('names that somebody means ill with stay text', async () => {
  const markup = '<script>globalThis.stolen = 1</script><img src=x onerror="globalThis.stolen = 1">';
  const turned = '\u202Eevil\u2066';
  await control('POST', '/seed', {
    services: [{...newService, service_name: 'orders', permissions: ['*']}],
    endpoints: [{endpoint_service_id: 'orders', vpc_id: 'v', subnet_id: 's', status: 'pendingAcceptance'}],
  });
  const {services: [{id: service}]} = await control('GET', '/services?project_id=' + PROJECT);
  const {endpoints: [{id}]} = await control('GET', '/endpoints');
  await open();
  const note = turned + 'z'.repeat(500);
  const noted = await send('PUT', `${SERVICES}/${service}/connections/description`, ...json({connections: [{id, description: note}]}));
  assert.equal(noted.status, 200, noted.text);
  await control('POST', '/faults', {kind: 'answer', calls: 1,
    answer: {status: 400, body: JSON.stringify({error: {code: markup, message: markup}})}});
  await send('GET', ENDPOINTS, TOKEN);
  await send('POST', SERVICES, ...json({...newService, [markup]: 1, [turned]: 'x'.repeat(4000)}));
  await send('GET', `${ENDPOINTS}?${'y'.repeat(4000)}=${encodeURIComponent(markup)}`, TOKEN);

  await page.locator('#services td bdi', {hasText: turned}).first().waitFor();
  await page.locator('#requests li').nth(3).waitFor();
  await page.locator('#requests summary bdi', {hasText: markup}).first().waitFor();
  for (const item of await page.locator('#requests li').all()) await item.locator('summary').click();
  await page.locator('#requests pre', {hasText: 'onerror'}).first().waitFor();
  await page.locator('#requests pre', {hasText: 'x'.repeat(4000)}).first().waitFor();
  await page.locator('#requests summary bdi', {hasText: turned}).first().waitFor();

  const found = await page.evaluate(() => ({
    scripts: document.querySelectorAll('script').length,
    pictures: document.querySelectorAll('img').length,
    stolen: globalThis.stolen,
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  assert.deepEqual(found, {scripts: 1, pictures: 0, stolen: undefined, wide: false});
  nothingWrong();
});

test('a page of another origin cannot steer', async () => {
  await control('POST', '/seed', {services: [{...newService, service_name: 'orders'}]});
  const attack = `<!doctype html><iframe name="hidden"></iframe><iframe src="${base}/_sandbox/console"></iframe>
    <form method="post" target="hidden" action="${base}/_sandbox/reset" enctype="text/plain"><input name="a"></form>
    <script>(async () => {
      const tries = ['text/plain', 'application/json'].flatMap(type => ['no-cors', 'cors'].flatMap(mode =>
        ['/reset', '/clock/advance', '/faults'].map(path => fetch('${base}/_sandbox' + path,
          {method: 'POST', mode, headers: {'Content-Type': type}, body: '{"by": "PT9H", "kind": "none"}'}))));
      tries.push(fetch('${base}/_sandbox/accounts').then(answer => answer.text()));
      tries.push(fetch('${base}/_sandbox/faults', {method: 'DELETE'}));
      document.forms[0].submit();
      const ends = await Promise.allSettled(tries);
      // What nobody may look at comes back empty.
      globalThis.read = ends.filter(end => end.status === 'fulfilled' && end.value?.type !== 'opaque').length;
    })()</script>`;
  const other = http.createServer((_, answer) => answer.end(attack)).listen(0, '127.0.0.1');
  await new Promise(resolve => other.once('listening', resolve));
  try {
    const posted = page.waitForResponse(answer => answer.url().endsWith('/reset') && answer.request().isNavigationRequest());
    await page.goto(`http://127.0.0.1:${other.address().port}/`, {waitUntil: 'commit'});
    assert.equal((await posted).status(), 403);
    await page.waitForFunction(() => globalThis.read !== undefined);
    assert.equal(await page.evaluate(() => globalThis.read), 0);
    assert.equal(await page.frames().at(-1).locator('#journal').count(), 0);
  } finally {
    other.closeAllConnections();
    other.close();
  }

  const health = await control('GET', '/health');
  assert.equal(health.clock.ahead, 'PT0S');
  assert.equal(health.faults, 0);
  assert.match((await send('GET', SERVICES, TOKEN)).text, /orders/);
});

test('it is there in two languages, in light and dark, for keyboard and screen reader', async () => {
  await control('POST', '/seed', {
    services: [{...newService, service_name: 'orders', permissions: ['*']}],
    endpoints: [{endpoint_service_id: 'orders', vpc_id: 'v', subnet_id: 's', status: 'pendingAcceptance'}],
  });
  await open();
  await text('#services td.state', 'pendingAcceptance');
  const accept = page.getByRole('button', {name: /^Accept /});
  for (let presses = 0; presses < 60 && !(await accept.evaluate(button => button === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await text('#services td.state', 'accepted');

  await page.getByText('Order a fault').click();
  await page.getByText('Add resources').click();
  const session = await context.newCDPSession(page);
  const {nodes} = await session.send('Accessibility.getFullAXTree');
  const roles = ['banner', 'main', 'region', 'status', 'search', 'button', 'textbox', 'combobox', 'spinbutton', 'table'];
  const named = nodes.filter(node => !node.ignored && ['button', 'textbox', 'combobox', 'spinbutton', 'region', 'link'].includes(node.role.value));
  assert.deepEqual(named.filter(node => !node.name?.value).map(node => node.role.value), []);
  const there = new Set(nodes.map(node => node.role?.value));
  assert.deepEqual(roles.filter(role => !there.has(role)), []);

  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({colorScheme: 'light'});
  const light = await colour();
  await page.emulateMedia({colorScheme: 'dark'});
  assert.notEqual(await colour(), light);

  const words = () => page.evaluate(() => [...document.querySelectorAll('[data-t]')].map(each => each.textContent));
  const english = await words();
  await page.getByRole('button', {name: '中文'}).click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  await text('h2', '服务及其连接');
  assert.deepEqual((await words()).filter((word, i) => !word || word === english[i]), []);
  assert.deepEqual(await page.evaluate(() => Object.keys(WORDS.en).filter(word => typeof WORDS.en[word] !== typeof WORDS.zh[word])), []);
  await page.reload();
  await text('h2', '服务及其连接');
  nothingWrong();
});

test('ten thousand requests leave a page of a bounded size, which goes on', async () => {
  await open();
  await flood(10_000);
  await text('#found', '100 of 1000 shown');
  assert.equal(await page.locator('#requests li').count(), 100);
  await send('GET', SERVICES + '?limit=7', TOKEN);
  await text('#requests li:first-child', 'ListEndpointService');
  await page.getByLabel('Contains').fill('limit=7');
  await text('#found', '1 of 1 shown');
  await page.getByLabel('Contains').fill('');
  await page.getByRole('button', {name: 'Show more'}).click();
  await text('#found', '200 of 1000 shown');
  nothingWrong();
});

test('a sandbox with a key shows nothing before it has got it, and asks once in a tab', async () => {
  const [locked, address] = await start('--control-key', '0123456789abcdef');
  try {
    await page.goto(address + '/');
    await page.getByLabel('Key of the sandbox').fill('0123456789abcdef');
    assert.equal(await page.locator('#accounts tr').count(), 0);
    await page.getByRole('button', {name: 'Use it'}).click();
    await page.locator('#live[data-live=true]').waitFor();
    await text('#accounts td', PROJECT);

    await page.reload();
    await text('#accounts td', PROJECT);
    assert.equal(await page.locator('#key-form').isVisible(), false);
  } finally {
    locked.kill();
  }
});
