package io.github.vpcep.sandbox.postgres;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables as they are once each change of state is done that is due. Where none is due, which is nearly always, they
 * are as they stand, and indexes serve them better; so it is asked with each question whether one is.
 */
final class Settled {
    /** The first entry of each index of due times, whatever the planner thinks of the time that is asked for. */
    static final String IS_DUE = "select coalesce((select min(due_at) from vpcep.service) <= ?, false)"
            + " or coalesce((select min(due_at) from vpcep.endpoint) <= ?, false)";

    private static final Set<String> CHANGED = Set.of("status", "updated_at");

    /** In front of a question it puts these tables in the place of those that are stored. Takes the time. */
    static final String TABLES = "with moment as (select ?::numeric as now),\n"
            + table("service", ServiceTable.ALL) + ",\n"
            + table("endpoint", EndpointTable.ALL) + ",\n"
            + """
            permission as (
                select * from vpcep.permission p where not exists (
                    select from vpcep.service s, moment
                    where s.id = p.service_id and s.due_at <= now and s.due_status = 'gone')),
            endpoint_count as (
                select project_id, service_id, service_name, vpc_id, status, public_border_group, 1 as n from endpoint),
            deleted_endpoint as (
                select id, project_id, service_id from vpcep.deleted_endpoint
                union all
                select id, project_id, service_id from vpcep.endpoint, moment
                where due_at <= now and due_status = 'gone')
            """;

    private Settled() {}

    /**
     * What is due has the state and the time of its change, and is the last of that second, in the order in which the
     * next unit that writes will do it; what is to be gone by then is not there.
     */
    private static <T> String table(String name, List<Column<T>> columns) {
        String asStored = columns.stream()
                .map(Column::name)
                .filter(each -> !CHANGED.contains(each))
                .collect(Collectors.joining(", "));
        return name + " as (select " + asStored + """
                , created_turn,
                    case when due_at <= now then array[1, due_at, created_turn]
                        else array[0::numeric, updated_turn] end as updated_turn,
                    case when due_at <= now then due_status else status end as status,
                    case when due_at <= now then trunc(due_at) else updated_at end as updated_at
                from vpcep.%s, moment where (due_at <= now and due_status = 'gone') is not true)""".formatted(name);
    }
}
