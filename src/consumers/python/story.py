"""One account provides an endpoint service, another connects to it: with a client that is made from the contract alone."""

import json
import sys
import time

from vpcep_openapi import (
    ApiClient,
    ApiException,
    Configuration,
    ConnectionActionRequest,
    ConnectionsApi,
    CreateEndpointRequest,
    CreateEndpointServiceRequest,
    EndpointServicesApi,
    EndpointsApi,
    PermissionsApi,
    PortMapping,
    SortDirection,
    SortKey,
    WhitelistRequest,
)

VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4"


def client(url, token):
    return ApiClient(Configuration(host=url, api_key={"Token": token}))


def expect(what, is_, expected):
    if is_ != expected:
        raise SystemExit(f"{what} is {is_!r}, not {expected!r}")
    print(f"{what} is {is_}")


def until(what, ask, expected):
    """Asks until the answer is the one that is waited for."""
    for _ in range(60):
        if ask() == expected:
            return expect(what, expected, expected)
        time.sleep(1)
    raise SystemExit(f"{what} never became {expected!r}")


def refusal(call):
    """The status and the code with which a call is refused."""
    try:
        call()
    except ApiException as e:
        return e.status, json.loads(e.body)["error"]["code"]
    return None


def story(url, provider_project, provider_token, consumer_project, consumer_token, consumer_account):
    provider, consumer = client(url, provider_token), client(url, consumer_token)
    services, endpoints = EndpointServicesApi(provider), EndpointsApi(consumer)

    service = services.create_endpoint_service(
        provider_project,
        CreateEndpointServiceRequest(
            service_name="orders",
            vpc_id=VPC,
            port_id="6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05",
            server_type="LB",
            ports=[PortMapping(client_port=443, server_port=8443)],
        ),
    ).id
    until("the service", lambda: services.list_service_details(provider_project, service).status, "available")
    PermissionsApi(provider).add_or_remove_service_permissions(
        provider_project,
        service,
        WhitelistRequest(action="add", permissions=[f"iam:domain::{consumer_account}"]),
    )

    endpoint = endpoints.create_endpoint(
        consumer_project,
        CreateEndpointRequest(
            endpoint_service_id=service, vpc_id=VPC, subnet_id="68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de"
        ),
    ).id

    def status():
        return endpoints.list_endpoint_info_details(consumer_project, endpoint).status

    until("the endpoint", status, "pendingAcceptance")
    ConnectionsApi(provider).accept_or_reject_endpoint(
        provider_project, service, ConnectionActionRequest(action="receive", endpoints=[endpoint])
    )
    until("the endpoint", status, "accepted")

    listed = endpoints.list_endpoints(consumer_project, vpc_id=VPC, sort_key=SortKey.CREATED_AT, sort_dir=SortDirection.ASCENDING)
    expect("the number of endpoints", listed.total_count, 1)
    expect("the endpoint listed", listed.endpoints[0].id, endpoint)

    expect(
        "the refusal to delete a service in use",
        refusal(lambda: services.delete_endpoint_service(provider_project, service)),
        (400, "EndPoint.3006"),
    )
    endpoints.delete_endpoint(consumer_project, endpoint)
    until("asking for the endpoint", lambda: (refusal(status) or (200,))[0], 404)
    services.delete_endpoint_service(provider_project, service)


story(*sys.argv[1:])
