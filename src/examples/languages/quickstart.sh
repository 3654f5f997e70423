#!/usr/bin/env bash
# An endpoint service and an endpoint that connects to it, from the first list to the last: curl, with openssl to sign
# and jq to read.
#
#     ./quickstart.sh http://127.0.0.1:8280
set -euo pipefail

address=$1
# The sandbox's demo account, unless the environment names one.
project=${HUAWEICLOUD_SDK_PROJECT_ID:-295dacf46a4842fcbf7844dc2dc2489d}
access_key=${HUAWEICLOUD_SDK_AK:-DEMOACCESSKEY0000001}
secret_key=${HUAWEICLOUD_SDK_SK:-demo-secret-key-of-the-sandbox-0000000001}
services=vpc-endpoint-services
endpoints=vpc-endpoints

hash() { openssl dgst -sha256 -r | cut -d' ' -f1; }

# Prints the header that signs a request: its lines are hashed, and the hash is signed with the secret key. While openssl
# runs, who lists the processes of this machine sees the key.
signature() {
  local method=$1 path=$2 query=$3 date=$4 body=$5 lines signed
  lines=$(printf '%s\n' "$method" "$path/" "$query" "host:${address#*://}" "x-sdk-date:$date" "" "host;x-sdk-date" \
    "$(printf %s "$body" | hash)")
  signed=$(printf 'SDK-HMAC-SHA256\n%s\n%s' "$date" "$(printf %s "$lines" | hash)" |
    openssl dgst -sha256 -hmac "$secret_key" -r | cut -d' ' -f1)
  echo "Authorization: SDK-HMAC-SHA256 Access=$access_key, SignedHeaders=host;x-sdk-date, Signature=$signed"
}

# call EXPECTED METHOD RESOURCE [QUERY] [BODY] prints the answer, which has to have the expected status. The query is
# encoded, and in the order of its names.
call() {
  local expected=$1 method=$2 path=/v1/$project/$3 query=${4:-} body=${5:-} date answer status
  date=$(date -u +%Y%m%dT%H%M%SZ)
  answer=$(curl --silent --show-error --max-time 30 --write-out '\n%{http_code}' --request "$method" \
    --header "X-Sdk-Date: $date" --header "$(signature "$method" "$path" "$query" "$date" "$body")" \
    ${body:+--header "Content-Type: application/json" --data-binary "$body"} "$address$path${query:+?$query}")
  status=${answer##*$'\n'} answer=${answer%$'\n'*}
  [ "$status" = "$expected" ] || { echo "$method $path: $status in place of $expected: $answer" >&2; return 1; }
  printf '%s' "$answer"
}

# What jq may leave as it is, a signature wants encoded too.
encode() {
  jq -rn --arg text "$1" '$text | @uri' | sed "s/!/%21/g; s/'/%27/g; s/(/%28/g; s/)/%29/g; s/\*/%2A/g"
}

# wait_for RESOURCE STATUS asks once a second until a resource has the status, and prints it.
wait_for() {
  local found i
  for ((i = 0; i < 300; i++)); do
    found=$(call 200 GET "$1") || return
    if jq -e --arg status "$2" '.status == $status' <<<"$found" >/dev/null; then
      echo "$found"
      return
    fi
    sleep 1
  done
  echo "$1 never became $2" >&2
  return 1
}

# wait_until_gone COLLECTION ID asks once a second until a collection has a resource no more.
wait_until_gone() {
  local found i
  for ((i = 0; i < 300; i++)); do
    found=$(call 200 GET "$1" "id=$2") || return
    [ "$(jq .total_count <<<"$found")" != 0 ] || return 0
    sleep 1
  done
  echo "$2 is still there" >&2
  return 1
}

found=$(call 200 GET $services "endpoint_service_name=$(encode 'orders & bills/ü~*')&limit=10")
[ "$(jq .total_count <<<"$found")" = 0 ] || { echo "there are services of such a name" >&2; exit 1; }
echo "no service is called so"

service=$(call 200 POST $services "" '{
  "service_name": "orders",
  "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
  "port_id": "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05",
  "server_type": "LB",
  "ports": [{"client_port": 443, "server_port": 8443}],
  "approval_enabled": false
}' | jq -r .id)
shown=$(wait_for "$services/$service" available)
echo "the service $(jq -r .service_name <<<"$shown") is available"

endpoint=$(call 200 POST $endpoints "" '{
  "endpoint_service_id": "'"$service"'",
  "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
  "subnet_id": "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de"
}' | jq -r .id)
shown=$(wait_for "$endpoints/$endpoint" accepted)
echo "the endpoint $endpoint is accepted, at $(jq -r .ip <<<"$shown")"

call 204 DELETE "$endpoints/$endpoint"
wait_until_gone $endpoints "$endpoint"
call 204 DELETE "$services/$service"
wait_until_gone $services "$service"
echo "both are gone"
