# An endpoint service, an endpoint that connects to it, and its approval, in a running sandbox:
#   java -jar src/sandbox-postgres/target/vpcep-sandbox.jar
#   terraform init && terraform apply
terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

variable "sandbox" {
  default = "http://127.0.0.1:8280"
}

provider "huaweicloud" {
  region     = "cn-north-4"
  access_key = "DEMOACCESSKEY0000001"
  secret_key = "demo-secret-key-of-the-sandbox-0000000001"

  # Where the provider signs in, and what it asks of IAM and of VPCEP afterwards.
  auth_url = "${var.sandbox}/v3"
  endpoints = {
    iam   = var.sandbox
    vpcep = var.sandbox
  }
}

resource "huaweicloud_vpcep_service" "orders" {
  name        = "orders"
  description = "Orders"
  server_type = "LB"
  vpc_id      = "84758cf5-9c62-43ae-a778-3dbd8370c0a4"
  port_id     = "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05"
  approval    = true
  permissions = ["iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397"]

  port_mapping {
    service_port  = 8443
    terminal_port = 443
  }

  tags = {
    team = "orders"
  }
}

resource "huaweicloud_vpcep_endpoint" "orders" {
  service_id = huaweicloud_vpcep_service.orders.id
  vpc_id     = "84758cf5-9c62-43ae-a778-3dbd8370c0a4"
  network_id = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de"
  enable_dns = true
}

resource "huaweicloud_vpcep_approval" "orders" {
  service_id = huaweicloud_vpcep_service.orders.id
  endpoints  = [huaweicloud_vpcep_endpoint.orders.id]
}

output "address" {
  value = huaweicloud_vpcep_endpoint.orders.private_domain_name
}
