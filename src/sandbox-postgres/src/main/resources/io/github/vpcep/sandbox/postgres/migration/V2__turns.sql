-- What is created or changed later has a greater number, whatever the clocks say: lists of one time are in that order.

create sequence turn;

alter table service add column created_turn bigint, add column updated_turn bigint;
alter table endpoint add column created_turn bigint, add column updated_turn bigint;
alter table permission add column created_turn bigint, add column updated_turn bigint;

update service set created_turn = o.n
from (select id, row_number() over (order by created_at, id) as n from service) o where o.id = service.id;
update service set updated_turn = o.n
from (select id, row_number() over (order by updated_at, id) as n from service) o where o.id = service.id;
update endpoint set created_turn = o.n
from (select id, row_number() over (order by created_at, id) as n from endpoint) o where o.id = endpoint.id;
update endpoint set updated_turn = o.n
from (select id, row_number() over (order by updated_at, id) as n from endpoint) o where o.id = endpoint.id;
update permission set created_turn = o.n
from (select id, row_number() over (order by created_at, id) as n from permission) o where o.id = permission.id;
update permission set updated_turn = o.n
from (select id, row_number() over (order by updated_at, id) as n from permission) o where o.id = permission.id;

select setval('turn', 1 + greatest(
    (select count(*) from service), (select count(*) from endpoint), (select count(*) from permission)));

alter table service alter column created_turn set not null, alter column created_turn set default nextval('turn'),
    alter column updated_turn set not null, alter column updated_turn set default nextval('turn');
alter table endpoint alter column created_turn set not null, alter column created_turn set default nextval('turn'),
    alter column updated_turn set not null, alter column updated_turn set default nextval('turn');
alter table permission alter column created_turn set not null, alter column created_turn set default nextval('turn'),
    alter column updated_turn set not null, alter column updated_turn set default nextval('turn');

drop index service_project_id_created_at_id_idx, service_project_id_updated_at_id_idx,
    endpoint_project_id_created_at_id_idx, endpoint_project_id_updated_at_id_idx,
    endpoint_project_id_vpc_id_created_at_id_idx, endpoint_project_id_vpc_id_updated_at_id_idx,
    endpoint_service_id_created_at_id_idx, endpoint_service_id_updated_at_id_idx,
    endpoint_service_id_status_created_at_id_idx, endpoint_service_id_status_updated_at_id_idx;

create index on service (project_id, created_at, created_turn);
create index on service (project_id, updated_at, updated_turn);
create index on endpoint (project_id, created_at, created_turn);
create index on endpoint (project_id, updated_at, updated_turn);
create index on endpoint (project_id, vpc_id, created_at, created_turn);
create index on endpoint (project_id, vpc_id, updated_at, updated_turn);
create index on endpoint (service_id, created_at, created_turn);
create index on endpoint (service_id, updated_at, updated_turn);
create index on endpoint (service_id, status, created_at, created_turn);
create index on endpoint (service_id, status, updated_at, updated_turn);

-- What is asked for health writes here what any change would have to write.
create table probe (checked_at timestamptz not null);
insert into probe values (now());
