-- Each resource is a document; beside it stands what is filtered, sorted or unique.
-- Times are exact seconds since 1970 (a timestamp would round to microseconds).
-- What must be unique is so at the end of a unit of work, which may swap values before.

create sequence marker_id as integer;

create table service (
    id text collate "C" primary key,
    project_id text,
    name text,
    lower_name text,
    status text,
    public_border_group text,
    port_id text,
    created_at numeric not null,
    updated_at numeric not null,
    short_name text not null,
    owner text,
    charged boolean not null,
    due_at numeric,
    due_status text,
    document json not null
);

create index on service (project_id, created_at, id);
create index on service (project_id, updated_at, id);
create index on service (name);
create index on service (port_id);
create index on service (id) where owner is not null;
create index on service (due_at) where due_at is not null;

create table endpoint (
    id text collate "C" primary key,
    project_id text,
    domain_id text not null,
    service_id text,
    service_name text,
    vpc_id text,
    subnet_id text,
    ip text,
    marker_id bigint,
    status text,
    public_border_group text,
    created_at numeric not null,
    updated_at numeric not null,
    note json not null,
    was_accepted boolean not null,
    due_at numeric,
    due_status text,
    document json not null,
    unique (marker_id) deferrable initially deferred,
    unique (subnet_id, ip) deferrable initially deferred
);

comment on column endpoint.service_name is 'in lower case; counts only once its service is gone';

-- A page of each list comes from one index in its order, however many endpoints there are.
create index on endpoint (project_id, created_at, id);
create index on endpoint (project_id, updated_at, id);
create index on endpoint (project_id, vpc_id, created_at, id);
create index on endpoint (project_id, vpc_id, updated_at, id);
create index on endpoint (service_id, created_at, id);
create index on endpoint (service_id, updated_at, id);
create index on endpoint (service_id, status, created_at, id);
create index on endpoint (service_id, status, updated_at, id);
create index on endpoint (due_at) where due_at is not null;

create table permission (
    id text collate "C" primary key,
    service_id text not null,
    permission text,
    created_at numeric not null,
    updated_at numeric not null,
    document json not null,
    unique (service_id, permission) deferrable initially deferred
);

create table deleted_endpoint (
    id text collate "C" primary key,
    project_id text,
    service_id text,
    turn bigint not null unique
);

-- Of deleted endpoints, where the sequence has still to come to it.
create table foreign_marker_id (
    marker_id bigint primary key
);

-- How many endpoints have these values, so that the total of a list costs the same whatever its length.
create table endpoint_count (
    id bigint generated always as identity primary key,
    project_id text,
    service_id text,
    service_name text,
    vpc_id text,
    status text,
    public_border_group text,
    n integer not null,
    unique nulls not distinct (project_id, service_id, service_name, vpc_id, status, public_border_group)
) with (fillfactor = 50);

create index on endpoint_count (project_id, vpc_id);
create index on endpoint_count (service_id, status);

create function add_to_endpoint_count(one endpoint, step integer) returns void
language plpgsql set search_path from current as $$
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

create function keep_endpoint_count() returns trigger
language plpgsql set search_path from current as $$
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

create trigger keep_endpoint_count after insert or update or delete on endpoint
for each row execute function keep_endpoint_count();
