// An endpoint service and an endpoint that connects to it, from the first list to the last: Node.js without a package.
//
//     node quickstart.mjs http://127.0.0.1:8280

import { createHash, createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const address = new URL(process.argv[2]);
// The sandbox's demo account, unless the environment names one.
const project = process.env.HUAWEICLOUD_SDK_PROJECT_ID ?? "295dacf46a4842fcbf7844dc2dc2489d";
const accessKey = process.env.HUAWEICLOUD_SDK_AK ?? "DEMOACCESSKEY0000001";
const secretKey = process.env.HUAWEICLOUD_SDK_SK ?? "demo-secret-key-of-the-sandbox-0000000001";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** What encodeURIComponent leaves as it is, a signature wants encoded too. */
const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());

/** The headers that sign a request: its lines are hashed, and the hash is signed with the secret key. */
function signed(method, path, query, body) {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [method, path + "/", query, "host:" + address.host, "x-sdk-date:" + date, "", "host;x-sdk-date", sha256(body)];
  const toSign = ["SDK-HMAC-SHA256", date, sha256(lines.join("\n"))].join("\n");
  const signature = createHmac("sha256", secretKey).update(toSign).digest("hex");
  return {
    "X-Sdk-Date": date,
    Authorization: `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=host;x-sdk-date, Signature=${signature}`,
  };
}

/** Sends a request and gives its answer, which has to have the expected status. */
async function call(method, resource, { query = {}, body, expected = 200 } = {}) {
  const path = `/v1/${project}/${resource}`;
  // In the order of their names, as the signature wants them.
  const encoded = Object.keys(query).sort().map((name) => encode(name) + "=" + encode(query[name])).join("&");
  const content = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(new URL(path + (encoded && "?" + encoded), address), {
    method,
    headers: { "Content-Type": "application/json", ...signed(method, path, encoded, content ?? "") },
    body: content,
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (response.status !== expected) {
    throw new Error(`${method} ${path}: ${response.status} in place of ${expected}: ${text}`);
  }
  return text && JSON.parse(text);
}

/** Asks once a second until the answer is the one that is waited for. */
async function until(what, ask) {
  for (let i = 0; i < 300; i++) {
    const found = await ask();
    if (found) {
      return found;
    }
    await sleep(1000);
  }
  throw new Error(what + " never came");
}

const wait = (resource, status) =>
  until(`${resource} as ${status}`, async () => {
    const found = await call("GET", resource);
    return found.status === status && found;
  });

const waitUntilGone = (collection, id) =>
  until(`the end of ${id}`, async () => (await call("GET", collection, { query: { id } })).total_count === 0);

const services = "vpc-endpoint-services";
const endpoints = "vpc-endpoints";
const found = await call("GET", services, { query: { endpoint_service_name: "orders & bills/ü~*", limit: 10 } });
if (found.total_count !== 0) {
  throw new Error("there are services of such a name");
}
console.log("no service is called so");

const service = await call("POST", services, {
  body: {
    service_name: "orders",
    vpc_id: "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
    port_id: "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05",
    server_type: "LB",
    ports: [{ client_port: 443, server_port: 8443 }],
    approval_enabled: false,
  },
});
console.log("the service", (await wait(`${services}/${service.id}`, "available")).service_name, "is available");

const endpoint = await call("POST", endpoints, {
  body: {
    endpoint_service_id: service.id,
    vpc_id: "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
    subnet_id: "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de",
  },
});
const shown = await wait(`${endpoints}/${endpoint.id}`, "accepted");
console.log("the endpoint", shown.id, "is accepted, at", shown.ip);

await call("DELETE", `${endpoints}/${endpoint.id}`, { expected: 204 });
await waitUntilGone(endpoints, endpoint.id);
await call("DELETE", `${services}/${service.id}`, { expected: 204 });
await waitUntilGone(services, service.id);
console.log("both are gone");
