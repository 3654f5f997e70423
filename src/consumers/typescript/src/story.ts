// One account provides an endpoint service, another connects to it: with types that are made from the contract alone.
import createClient from 'openapi-fetch'
import type { components, paths } from '../target/vpcep.js'

declare const process: { argv: string[] }

const [baseUrl = '', ...rest] = process.argv.slice(2)
const [providerProject = '', providerToken = '', consumerProject = '', consumerToken = '', consumerAccount = ''] = rest

const vpc = '84758cf5-9c62-43ae-a778-3dbd8370c0a4'
const provider = createClient<paths>({ baseUrl, headers: { 'X-Auth-Token': providerToken } })
const consumer = createClient<paths>({ baseUrl, headers: { 'X-Auth-Token': consumerToken } })

/** Both bodies that an error may have, told apart by the compiler. */
function textOf(error: components['schemas']['AnyErrorResponse']): string {
  return 'error' in error ? `${error.error.code} ${error.error.message}` : `${error.error_code} ${error.error_msg}`
}

function answered<T>(answer: { data?: T; error?: components['schemas']['AnyErrorResponse'] }): T {
  if (answer.data === undefined) {
    throw new Error(answer.error ? textOf(answer.error) : 'no body')
  }
  return answer.data
}

function expect(what: string, is: unknown, expected: unknown): void {
  if (is !== expected) {
    throw new Error(`${what} is ${String(is)}, not ${String(expected)}`)
  }
  console.log(`${what} is ${String(is)}`)
}

/** Asks until the answer is the one that is waited for. */
async function until<T>(what: string, ask: () => Promise<T>, expected: T): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if ((await ask()) === expected) {
      return expect(what, expected, expected)
    }
    await new Promise(resume => setTimeout(resume, 1000))
  }
  throw new Error(`${what} never became ${String(expected)}`)
}

const body: components['schemas']['CreateEndpointServiceRequest'] = {
  service_name: 'orders',
  vpc_id: vpc,
  port_id: '6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05',
  server_type: 'LB',
  ports: [{ client_port: 443, server_port: 8443 }],
}
const service = answered(
  await provider.POST('/v1/{project_id}/vpc-endpoint-services', {
    params: { path: { project_id: providerProject } },
    body,
  }),
)
const ofService = { project_id: providerProject, vpc_endpoint_service_id: service.id ?? '' }
await until(
  'the service',
  async () =>
    answered(
      await provider.GET('/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}', {
        params: { path: ofService },
      }),
    ).status,
  'available',
)

answered(
  await provider.POST('/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/action', {
    params: { path: ofService },
    body: { action: 'add', permissions: [`iam:domain::${consumerAccount}`] },
  }),
)

const endpoint = answered(
  await consumer.POST('/v1/{project_id}/vpc-endpoints', {
    params: { path: { project_id: consumerProject } },
    body: {
      endpoint_service_id: ofService.vpc_endpoint_service_id,
      vpc_id: vpc,
      subnet_id: '68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de',
    },
  }),
)
const ofEndpoint = { project_id: consumerProject, vpc_endpoint_id: endpoint.id }
const statusOfEndpoint = async () =>
  answered(
    await consumer.GET('/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}', { params: { path: ofEndpoint } }),
  ).status
await until('the endpoint', statusOfEndpoint, 'pendingAcceptance')
answered(
  await provider.POST('/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/action', {
    params: { path: ofService },
    body: { action: 'receive', endpoints: [endpoint.id] },
  }),
)
await until('the endpoint', statusOfEndpoint, 'accepted')

const listed = answered(
  await consumer.GET('/v1/{project_id}/vpc-endpoints', {
    params: { path: { project_id: consumerProject }, query: { vpc_id: vpc, sort_key: 'create_at', sort_dir: 'asc' } },
  }),
)
expect('the number of endpoints', listed.total_count, 1)

const refused = await provider.DELETE('/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}', {
  params: { path: ofService },
})
expect('the status of deleting a service in use', refused.response.status, 400)
expect('what is told', refused.error && textOf(refused.error).split(' ')[0], 'EndPoint.3006')

await consumer.DELETE('/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}', { params: { path: ofEndpoint } })
await until(
  'asking for the endpoint',
  async () =>
    (await consumer.GET('/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}', { params: { path: ofEndpoint } })).response
      .status,
  404,
)
const deleted = await provider.DELETE('/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}', {
  params: { path: ofService },
})
expect('the status of deleting the service', deleted.response.status, 204)
