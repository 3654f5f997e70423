package io.github.vpcep.sandbox.postgres;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts elements into their table, all in one statement, each in the place of the one with its id. */
final class Upsert<T> {
    /** Takes the elements as a document. */
    final String text;

    private final List<Column<T>> columns;

    /**
     * For one table.
     *
     * @param columns all but the turns, which the database gives out
     */
    Upsert(String table, List<Column<T>> columns) {
        this.columns = columns;
        List<String> changed = columns.stream()
                .map(Column::name)
                .filter(each -> !each.equals("id"))
                .collect(Collectors.toList());
        changed.add("updated_turn");
        this.text = "insert into " + table + " (" + list(Column::name) + ")\n"
                + "select " + list(each -> each.isJson() ? each.name() + "::json" : each.name()) + "\n"
                + "from json_to_recordset(?::json) as r("
                + list(each -> each.name() + " " + (each.isJson() ? "text" : each.type())) + ")\n"
                + "on conflict (id) do update set (" + String.join(", ", changed) + ")\n"
                + "= row(" + changed.stream().map(each -> "excluded." + each).collect(Collectors.joining(", ")) + ")";
    }

    /** Has them put there with whatever the session sends next. */
    void save(Session session, Collection<T> elements) {
        session.change(text, Columns.json(elements.stream().map(this::row).toList()));
    }

    private Map<String, @Nullable Object> row(T element) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach(each -> row.put(each.name(), each.value().apply(element)));
        return row;
    }

    private String list(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }
}
