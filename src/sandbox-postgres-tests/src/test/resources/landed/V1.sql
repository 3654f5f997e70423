
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA vpcep;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE vpcep.endpoint (
    id text NOT NULL COLLATE pg_catalog."C",
    project_id text,
    domain_id text NOT NULL,
    service_id text,
    service_name text,
    vpc_id text,
    subnet_id text,
    ip text,
    marker_id bigint,
    status text,
    public_border_group text,
    created_at numeric NOT NULL,
    updated_at numeric NOT NULL,
    note json NOT NULL,
    was_accepted boolean NOT NULL,
    due_at numeric,
    due_status text,
    document json NOT NULL
);

COMMENT ON COLUMN vpcep.endpoint.service_name IS 'in lower case; counts only once its service is gone';

CREATE FUNCTION vpcep.add_to_endpoint_count(one vpcep.endpoint, step integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'vpcep'
    AS $$
declare
    key bigint;
    total integer;
begin
    insert into endpoint_count as c (project_id, service_id, service_name, vpc_id, status, public_border_group, n)
    values (one.project_id, one.service_id, one.service_name, one.vpc_id, one.status, one.public_border_group, step)
    on conflict (project_id, service_id, service_name, vpc_id, status, public_border_group)
    do update set n = c.n + excluded.n
    returning id, n into key, total;
    if total = 0 then
        delete from endpoint_count where id = key;
    end if;
end $$;

CREATE FUNCTION vpcep.keep_endpoint_count() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'vpcep'
    AS $$
begin
    if tg_op = 'UPDATE' and
        (old.project_id, old.service_id, old.service_name, old.vpc_id, old.status, old.public_border_group)
        is not distinct from
        (new.project_id, new.service_id, new.service_name, new.vpc_id, new.status, new.public_border_group)
    then
        return null;
    end if;
    if tg_op <> 'INSERT' then
        perform add_to_endpoint_count(old, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform add_to_endpoint_count(new, 1);
    end if;
    return null;
end $$;

CREATE TABLE vpcep.deleted_endpoint (
    id text NOT NULL COLLATE pg_catalog."C",
    project_id text,
    service_id text,
    turn bigint NOT NULL
);

CREATE TABLE vpcep.endpoint_count (
    id bigint NOT NULL,
    project_id text,
    service_id text,
    service_name text,
    vpc_id text,
    status text,
    public_border_group text,
    n integer NOT NULL
)
WITH (fillfactor='50');

ALTER TABLE vpcep.endpoint_count ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME vpcep.endpoint_count_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE vpcep.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);

CREATE TABLE vpcep.foreign_marker_id (
    marker_id bigint NOT NULL
);

CREATE SEQUENCE vpcep.marker_id
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE vpcep.permission (
    id text NOT NULL COLLATE pg_catalog."C",
    service_id text NOT NULL,
    permission text,
    created_at numeric NOT NULL,
    updated_at numeric NOT NULL,
    document json NOT NULL
);

CREATE TABLE vpcep.service (
    id text NOT NULL COLLATE pg_catalog."C",
    project_id text,
    name text,
    lower_name text,
    status text,
    public_border_group text,
    port_id text,
    created_at numeric NOT NULL,
    updated_at numeric NOT NULL,
    short_name text NOT NULL,
    owner text,
    charged boolean NOT NULL,
    due_at numeric,
    due_status text,
    document json NOT NULL
);

INSERT INTO vpcep.deleted_endpoint VALUES ('00000000-0000-4000-8000-000000000014', '295dacf46a4842fcbf7844dc2dc2489d', '0074802a-e3f3-3af7-ab91-da5794c7d1e7', 1);

INSERT INTO vpcep.endpoint VALUES ('00000000-0000-4000-8000-000000000011', '295dacf46a4842fcbf7844dc2dc2489d', '6e9dfd51d1124e8d8498dce894923a0d', '00000000-0000-4000-8000-000000000001', 'cn-north-4.orders.00000000-0000-4000-8000-000000000001', 'vpc-2', 'subnet-2', '10.10.0.7', 1, 'accepted', NULL, 1795985593.000000000, 1795985593.000000000, '""', true, NULL, NULL, '{"id":"00000000-0000-4000-8000-000000000011","service_type":"interface","status":"accepted","active_status":["active"],"endpoint_service_name":"cn-north-4.orders.00000000-0000-4000-8000-000000000001","marker_id":1,"endpoint_service_id":"00000000-0000-4000-8000-000000000001","enable_dns":false,"ip":"10.10.0.7","vpc_id":"vpc-2","subnet_id":"subnet-2","created_at":"2026-11-29T20:53:13Z","updated_at":"2026-11-29T20:53:13Z","project_id":"295dacf46a4842fcbf7844dc2dc2489d","tags":[],"whitelist":[],"enable_whitelist":false,"endpoint_pool_id":"e1ef899d-1788-37ae-9ca5-678fe41c1b2b","specification_name":"default","enable_status":"enable"}');
INSERT INTO vpcep.endpoint VALUES ('00000000-0000-4000-8000-000000000012', '295dacf46a4842fcbf7844dc2dc2489d', '6e9dfd51d1124e8d8498dce894923a0d', '00000000-0000-4000-8000-000000000001', 'cn-north-4.orders.00000000-0000-4000-8000-000000000001', 'vpc-2', 'subnet-2', '10.194.0.4', 2, 'deleting', NULL, 1795985594.000000000, 1795985658.000000000, '""', false, 1795985718.145050186, 'gone', '{"id":"00000000-0000-4000-8000-000000000012","service_type":"interface","status":"deleting","active_status":["active"],"endpoint_service_name":"cn-north-4.orders.00000000-0000-4000-8000-000000000001","marker_id":2,"endpoint_service_id":"00000000-0000-4000-8000-000000000001","enable_dns":false,"ip":"10.194.0.4","vpc_id":"vpc-2","subnet_id":"subnet-2","created_at":"2026-11-29T20:53:14Z","updated_at":"2026-11-29T20:54:18Z","project_id":"295dacf46a4842fcbf7844dc2dc2489d","tags":[],"whitelist":[],"enable_whitelist":false,"endpoint_pool_id":"e1ef899d-1788-37ae-9ca5-678fe41c1b2b","specification_name":"default","enable_status":"enable"}');
INSERT INTO vpcep.endpoint VALUES ('00000000-0000-4000-8000-000000000013', '295dacf46a4842fcbf7844dc2dc2489d', '6e9dfd51d1124e8d8498dce894923a0d', '36b52dcc-b8fe-3a00-92f2-e36cc818ead1', 'com.myhuaweicloud.cn-north-4.obs', 'vpc-2', NULL, NULL, 3, 'accepted', NULL, 1795985594.000000000, 1795985594.000000000, '""', true, NULL, NULL, '{"id":"00000000-0000-4000-8000-000000000013","service_type":"gateway","status":"accepted","active_status":["active"],"endpoint_service_name":"com.myhuaweicloud.cn-north-4.obs","marker_id":3,"endpoint_service_id":"36b52dcc-b8fe-3a00-92f2-e36cc818ead1","enable_dns":false,"vpc_id":"vpc-2","created_at":"2026-11-29T20:53:14Z","updated_at":"2026-11-29T20:53:14Z","project_id":"295dacf46a4842fcbf7844dc2dc2489d","tags":[],"routetables":["ca446a3b-926e-3fa1-8231-b90a117fd6b5"],"policy_statement":[{"Effect":"Allow","Action":["obs:*:*"],"Resource":["obs:*:*:*"]}],"specification_name":"default","enable_status":"enable"}');

INSERT INTO vpcep.endpoint_count OVERRIDING SYSTEM VALUE VALUES (3, '295dacf46a4842fcbf7844dc2dc2489d', '00000000-0000-4000-8000-000000000001', 'cn-north-4.orders.00000000-0000-4000-8000-000000000001', 'vpc-2', 'accepted', NULL, 1);
INSERT INTO vpcep.endpoint_count OVERRIDING SYSTEM VALUE VALUES (9, '295dacf46a4842fcbf7844dc2dc2489d', '36b52dcc-b8fe-3a00-92f2-e36cc818ead1', 'com.myhuaweicloud.cn-north-4.obs', 'vpc-2', 'accepted', NULL, 1);
INSERT INTO vpcep.endpoint_count OVERRIDING SYSTEM VALUE VALUES (17, '295dacf46a4842fcbf7844dc2dc2489d', '00000000-0000-4000-8000-000000000001', 'cn-north-4.orders.00000000-0000-4000-8000-000000000001', 'vpc-2', 'deleting', NULL, 1);

INSERT INTO vpcep.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"vpcep"', NULL, 'postgres', '2026-11-29 20:53:10.5441', 0, true);
INSERT INTO vpcep.flyway_schema_history VALUES (1, '1', 'state', 'SQL', 'V1__state.sql', 2098947893, 'postgres', '2026-11-29 20:53:10.644099', 270, true);

INSERT INTO vpcep.permission VALUES ('e8899445-f833-4404-8b85-640aace64a39', '00000000-0000-4000-8000-000000000001', '*', 1795985593.000000000, 1795985593.000000000, '{"id":"e8899445-f833-4404-8b85-640aace64a39","permission":"*","description":"","created_at":"2026-11-29T20:53:13Z"}');
INSERT INTO vpcep.permission VALUES ('a8e6a5cd-3965-4abc-9dbd-121a1dfd3854', '00000000-0000-4000-8000-000000000001', 'iam:domain::5fc973eea581490997e82ea11a1df31f', 1795985593.000000000, 1795985593.000000000, '{"id":"a8e6a5cd-3965-4abc-9dbd-121a1dfd3854","permission":"iam:domain::5fc973eea581490997e82ea11a1df31f","description":"f\u00FCr \u63CF\u8FF0","created_at":"2026-11-29T20:53:13Z"}');

INSERT INTO vpcep.service VALUES ('0074802a-e3f3-3af7-ab91-da5794c7d1e7', NULL, 'com.myhuaweicloud.cn-north-4.dns', 'com.myhuaweicloud.cn-north-4.dns', 'available', NULL, NULL, 1795985593.000000000, 1795985593.000000000, 'dns', 'huawei', true, NULL, NULL, '{"id":"0074802a-e3f3-3af7-ab91-da5794c7d1e7","service_name":"com.myhuaweicloud.cn-north-4.dns","approval_enabled":false,"status":"available","service_type":"interface","created_at":"2026-11-29T20:53:13Z","updated_at":"2026-11-29T20:53:13Z","tags":[]}');
INSERT INTO vpcep.service VALUES ('36b52dcc-b8fe-3a00-92f2-e36cc818ead1', NULL, 'com.myhuaweicloud.cn-north-4.obs', 'com.myhuaweicloud.cn-north-4.obs', 'available', NULL, NULL, 1795985593.000000000, 1795985593.000000000, 'obs', 'huawei', false, NULL, NULL, '{"id":"36b52dcc-b8fe-3a00-92f2-e36cc818ead1","service_name":"com.myhuaweicloud.cn-north-4.obs","approval_enabled":false,"status":"available","service_type":"gateway","created_at":"2026-11-29T20:53:13Z","updated_at":"2026-11-29T20:53:13Z","tags":[]}');
INSERT INTO vpcep.service VALUES ('00000000-0000-4000-8000-000000000001', '295dacf46a4842fcbf7844dc2dc2489d', 'cn-north-4.orders.00000000-0000-4000-8000-000000000001', 'cn-north-4.orders.00000000-0000-4000-8000-000000000001', 'available', NULL, 'port-1', 1795985593.000000000, 1795985593.000000000, 'orders', NULL, true, NULL, NULL, '{"id":"00000000-0000-4000-8000-000000000001","port_id":"port-1","service_name":"cn-north-4.orders.00000000-0000-4000-8000-000000000001","server_type":"VM","vpc_id":"vpc-1","pool_id":"e1ef899d-1788-37ae-9ca5-678fe41c1b2b","approval_enabled":true,"status":"available","service_type":"interface","created_at":"2026-11-29T20:53:13Z","updated_at":"2026-11-29T20:53:13Z","project_id":"295dacf46a4842fcbf7844dc2dc2489d","domain_id":"6e9dfd51d1124e8d8498dce894923a0d","cidr_type":"internal","ports":[{"client_port":443,"server_port":8443,"protocol":"TCP"}],"tcp_proxy":"close","tags":[{"key":"team","value":"gr\u00F6\u00DFe"}],"description":"bestellen \u8BA2\u5355"}');
INSERT INTO vpcep.service VALUES ('00000000-0000-4000-8000-000000000002', '295dacf46a4842fcbf7844dc2dc2489d', 'cn-north-4.broken.00000000-0000-4000-8000-000000000002', 'cn-north-4.broken.00000000-0000-4000-8000-000000000002', 'failed', NULL, 'port-2', 1795985593.000000000, 1795985593.000000000, 'broken', NULL, true, NULL, NULL, '{"id":"00000000-0000-4000-8000-000000000002","port_id":"port-2","service_name":"cn-north-4.broken.00000000-0000-4000-8000-000000000002","server_type":"LB","vpc_id":"vpc-1","pool_id":"e1ef899d-1788-37ae-9ca5-678fe41c1b2b","approval_enabled":true,"status":"failed","service_type":"interface","created_at":"2026-11-29T20:53:13Z","updated_at":"2026-11-29T20:53:13Z","project_id":"295dacf46a4842fcbf7844dc2dc2489d","domain_id":"6e9dfd51d1124e8d8498dce894923a0d","cidr_type":"internal","ports":[{"client_port":1,"server_port":2,"protocol":"TCP"}],"tcp_proxy":"close","tags":[]}');
INSERT INTO vpcep.service VALUES ('cd423255-e895-4e32-896e-ced7bfee757e', '295dacf46a4842fcbf7844dc2dc2489d', 'cn-north-4.later.cd423255-e895-4e32-896e-ced7bfee757e', 'cn-north-4.later.cd423255-e895-4e32-896e-ced7bfee757e', 'available', NULL, 'port-9', 1795985595.000000000, 1795985655.000000000, 'later', NULL, true, NULL, NULL, '{"id":"cd423255-e895-4e32-896e-ced7bfee757e","port_id":"port-9","service_name":"cn-north-4.later.cd423255-e895-4e32-896e-ced7bfee757e","server_type":"VM","vpc_id":"vpc-1","pool_id":"e1ef899d-1788-37ae-9ca5-678fe41c1b2b","approval_enabled":true,"status":"available","service_type":"interface","created_at":"2026-11-29T20:53:15Z","updated_at":"2026-11-29T20:54:15Z","project_id":"295dacf46a4842fcbf7844dc2dc2489d","domain_id":"6e9dfd51d1124e8d8498dce894923a0d","cidr_type":"internal","ports":[{"client_port":1,"server_port":1,"protocol":"TCP"}],"tcp_proxy":"close","tags":[]}');
INSERT INTO vpcep.service VALUES ('6599c785-995d-4691-9838-191374b4f2e6', '295dacf46a4842fcbf7844dc2dc2489d', 'cn-north-4.underway.6599c785-995d-4691-9838-191374b4f2e6', 'cn-north-4.underway.6599c785-995d-4691-9838-191374b4f2e6', 'creating', NULL, 'port-8', 1795985658.000000000, 1795985658.000000000, 'underway', NULL, true, 1795985718.219131802, 'available', '{"id":"6599c785-995d-4691-9838-191374b4f2e6","port_id":"port-8","service_name":"cn-north-4.underway.6599c785-995d-4691-9838-191374b4f2e6","server_type":"VM","vpc_id":"vpc-1","pool_id":"e1ef899d-1788-37ae-9ca5-678fe41c1b2b","approval_enabled":true,"status":"creating","service_type":"interface","created_at":"2026-11-29T20:54:18Z","updated_at":"2026-11-29T20:54:18Z","project_id":"295dacf46a4842fcbf7844dc2dc2489d","domain_id":"6e9dfd51d1124e8d8498dce894923a0d","cidr_type":"internal","ports":[{"client_port":1,"server_port":1,"protocol":"TCP"}],"tcp_proxy":"close","tags":[]}');

SELECT pg_catalog.setval('vpcep.endpoint_count_id_seq', 17, true);

SELECT pg_catalog.setval('vpcep.marker_id', 4, true);

ALTER TABLE ONLY vpcep.deleted_endpoint
    ADD CONSTRAINT deleted_endpoint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY vpcep.deleted_endpoint
    ADD CONSTRAINT deleted_endpoint_turn_key UNIQUE (turn);

ALTER TABLE ONLY vpcep.endpoint_count
    ADD CONSTRAINT endpoint_count_pkey PRIMARY KEY (id);

ALTER TABLE ONLY vpcep.endpoint_count
    ADD CONSTRAINT endpoint_count_project_id_service_id_service_name_vpc_id_st_key UNIQUE NULLS NOT DISTINCT (project_id, service_id, service_name, vpc_id, status, public_border_group);

ALTER TABLE ONLY vpcep.endpoint
    ADD CONSTRAINT endpoint_marker_id_key UNIQUE (marker_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY vpcep.endpoint
    ADD CONSTRAINT endpoint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY vpcep.endpoint
    ADD CONSTRAINT endpoint_subnet_id_ip_key UNIQUE (subnet_id, ip) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY vpcep.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);

ALTER TABLE ONLY vpcep.foreign_marker_id
    ADD CONSTRAINT foreign_marker_id_pkey PRIMARY KEY (marker_id);

ALTER TABLE ONLY vpcep.permission
    ADD CONSTRAINT permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY vpcep.permission
    ADD CONSTRAINT permission_service_id_permission_key UNIQUE (service_id, permission) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY vpcep.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);

CREATE INDEX endpoint_count_project_id_vpc_id_idx ON vpcep.endpoint_count USING btree (project_id, vpc_id);

CREATE INDEX endpoint_count_service_id_status_idx ON vpcep.endpoint_count USING btree (service_id, status);

CREATE INDEX endpoint_due_at_idx ON vpcep.endpoint USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX endpoint_project_id_created_at_id_idx ON vpcep.endpoint USING btree (project_id, created_at, id);

CREATE INDEX endpoint_project_id_updated_at_id_idx ON vpcep.endpoint USING btree (project_id, updated_at, id);

CREATE INDEX endpoint_project_id_vpc_id_created_at_id_idx ON vpcep.endpoint USING btree (project_id, vpc_id, created_at, id);

CREATE INDEX endpoint_project_id_vpc_id_updated_at_id_idx ON vpcep.endpoint USING btree (project_id, vpc_id, updated_at, id);

CREATE INDEX endpoint_service_id_created_at_id_idx ON vpcep.endpoint USING btree (service_id, created_at, id);

CREATE INDEX endpoint_service_id_status_created_at_id_idx ON vpcep.endpoint USING btree (service_id, status, created_at, id);

CREATE INDEX endpoint_service_id_status_updated_at_id_idx ON vpcep.endpoint USING btree (service_id, status, updated_at, id);

CREATE INDEX endpoint_service_id_updated_at_id_idx ON vpcep.endpoint USING btree (service_id, updated_at, id);

CREATE INDEX flyway_schema_history_s_idx ON vpcep.flyway_schema_history USING btree (success);

CREATE INDEX service_due_at_idx ON vpcep.service USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX service_id_idx ON vpcep.service USING btree (id) WHERE (owner IS NOT NULL);

CREATE INDEX service_name_idx ON vpcep.service USING btree (name);

CREATE INDEX service_port_id_idx ON vpcep.service USING btree (port_id);

CREATE INDEX service_project_id_created_at_id_idx ON vpcep.service USING btree (project_id, created_at, id);

CREATE INDEX service_project_id_updated_at_id_idx ON vpcep.service USING btree (project_id, updated_at, id);

CREATE TRIGGER keep_endpoint_count AFTER INSERT OR DELETE OR UPDATE ON vpcep.endpoint FOR EACH ROW EXECUTE FUNCTION vpcep.keep_endpoint_count();

