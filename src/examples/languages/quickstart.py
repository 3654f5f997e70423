"""An endpoint service and an endpoint that connects to it, from the first list to the last: Python without a library.

    python3 quickstart.py http://127.0.0.1:8280
"""

import hashlib
import hmac
import json
import os
import sys
import time
from datetime import datetime, timezone
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

ADDRESS = sys.argv[1]
# The sandbox's demo account, unless the environment names one.
PROJECT = os.environ.get("HUAWEICLOUD_SDK_PROJECT_ID", "295dacf46a4842fcbf7844dc2dc2489d")
ACCESS_KEY = os.environ.get("HUAWEICLOUD_SDK_AK", "DEMOACCESSKEY0000001")
SECRET_KEY = os.environ.get("HUAWEICLOUD_SDK_SK", "demo-secret-key-of-the-sandbox-0000000001")


def signed(method, path, query, body):
    """The headers that sign a request: its lines are hashed, and the hash is signed with the secret key."""
    date = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    lines = [method, path + "/", query, "host:" + urlsplit(ADDRESS).netloc, "x-sdk-date:" + date, "", "host;x-sdk-date"]
    text = "\n".join(lines + [hashlib.sha256(body).hexdigest()])
    to_sign = "\n".join(["SDK-HMAC-SHA256", date, hashlib.sha256(text.encode()).hexdigest()])
    signature = hmac.new(SECRET_KEY.encode(), to_sign.encode(), hashlib.sha256).hexdigest()
    authorization = f"SDK-HMAC-SHA256 Access={ACCESS_KEY}, SignedHeaders=host;x-sdk-date, Signature={signature}"
    return {"X-Sdk-Date": date, "Authorization": authorization}


def call(method, resource, query=None, body=None, expected=200):
    """Sends a request and gives its answer, which has to have the expected status."""
    path = f"/v1/{PROJECT}/{resource}"
    # In the order of their names, as the signature wants them, and a blank as %20.
    encoded = urlencode(sorted((query or {}).items()), quote_via=quote)
    content = b"" if body is None else json.dumps(body).encode()
    request = Request(ADDRESS + path + ("?" + encoded if encoded else ""), content or None, method=method)
    for name, value in {"Content-Type": "application/json", **signed(method, path, encoded, content)}.items():
        request.add_header(name, value)
    try:
        with urlopen(request, timeout=30) as response:
            status, text = response.status, response.read()
    except HTTPError as refused:
        status, text = refused.code, refused.read()
    if status != expected:
        sys.exit(f"{method} {path}: {status} in place of {expected}: {text.decode()}")
    return json.loads(text) if text else None


def wait(resource, status):
    """Asks once a second until a resource has the status."""
    for _ in range(300):
        found = call("GET", resource)
        if found["status"] == status:
            return found
        time.sleep(1)
    sys.exit(f"{resource} never became {status}")


def wait_until_gone(collection, identifier):
    """Asks once a second until a collection has a resource no more."""
    for _ in range(300):
        if call("GET", collection, {"id": identifier})["total_count"] == 0:
            return
        time.sleep(1)
    sys.exit(f"{identifier} is still there")


services, endpoints = "vpc-endpoint-services", "vpc-endpoints"
found = call("GET", services, {"endpoint_service_name": "orders & bills/ü~*", "limit": 10})
if found["total_count"] != 0:
    sys.exit("there are services of such a name")
print("no service is called so")

service = call("POST", services, body={
    "service_name": "orders",
    "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
    "port_id": "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05",
    "server_type": "LB",
    "ports": [{"client_port": 443, "server_port": 8443}],
    "approval_enabled": False,
})["id"]
print("the service", wait(f"{services}/{service}", "available")["service_name"], "is available")

endpoint = call("POST", endpoints, body={
    "endpoint_service_id": service,
    "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
    "subnet_id": "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de",
})["id"]
shown = wait(f"{endpoints}/{endpoint}", "accepted")
print("the endpoint", shown["id"], "is accepted, at", shown["ip"])

call("DELETE", f"{endpoints}/{endpoint}", expected=204)
wait_until_gone(endpoints, endpoint)
call("DELETE", f"{services}/{service}", expected=204)
wait_until_gone(services, service)
print("both are gone")
