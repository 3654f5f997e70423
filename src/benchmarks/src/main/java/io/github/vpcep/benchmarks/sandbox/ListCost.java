package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.benchmarks.Median;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.postgres.PostgresStore;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of ten with its total, from projects of a thousand and of a hundred thousand endpoints, in either store. */
public final class ListCost {
    private static final int[] SIZES = {1000, 10_000, 100_000};
    private static final int LARGEST = SIZES.length - 1;
    private static final int ROUNDS = 500;
    /** Of the name filter, which has to look at many. */
    private static final int FEW_ROUNDS = 20;

    private static final Slice NEWEST = new Slice(false, false, 10, 0);
    private static final Slice LONGEST_UNCHANGED = new Slice(true, true, 10, 40);
    private static final Filter<EndpointField> BY_NAME = ManyEndpoints.named(ManyEndpoints.SMALL_SERVICE);

    private ListCost() {}

    /** Prints the tables and the plans. */
    public static void main(String[] args) throws Exception {
        try (Postgres postgres = Postgres.start()) {
            List<Store> memory = new ArrayList<>();
            List<Store> database = new ArrayList<>();
            for (int size : SIZES) {
                memory.add(filled(new MemoryStore(), size));
                database.add(filled(PostgresStore.open(postgres.newDatabase("state" + size)), size));
                postgres.execute("state" + size, "vacuum analyze");
            }
            print("in memory", memory);
            print("on PostgreSQL", database);
            for (Store each : database) {
                each.close();
            }
            printPlans(postgres);
        }
    }

    private static Store filled(Store store, int size) {
        ManyEndpoints.fill(store, size);
        return store;
    }

    /** The filters, by what they find. */
    private static Map<String, Filter<EndpointField>> filters() {
        Map<String, Filter<EndpointField>> filters = new LinkedHashMap<>();
        filters.put("id, 1 match", ManyEndpoints.withNumber(777));
        filters.put("vpc_id, 100 matches in either", ManyEndpoints.inVpc("vpc-selected"));
        filters.put("vpc_id, a tenth matches", ManyEndpoints.inVpc("vpc-7"));
        filters.put("status, 100 matches in either", ManyEndpoints.connectionsIn(EndpointStatus.REJECTED));
        filters.put("status, most match", ManyEndpoints.connectionsIn(EndpointStatus.ACCEPTED));
        return filters;
    }

    private static void print(String where, List<Store> stores) {
        System.out.printf("%nA page of 10 with its total %s, median µs of %d rounds%n", where, ROUNDS);
        System.out.printf("  %-34s %-12s %10s %10s %8s%n", "filter", "sorted by", "1,000", "100,000", "ratio");
        double worst = 0;
        for (Map.Entry<String, Filter<EndpointField>> each : filters().entrySet()) {
            for (Slice slice : each.getKey().startsWith("id") ? List.of(NEWEST) : List.of(NEWEST, LONGEST_UNCHANGED)) {
                double[] micros = micros(List.of(stores.get(0), stores.get(LARGEST)), each.getValue(), slice, ROUNDS);
                System.out.printf(
                        "  %-34s %-12s %10.1f %10.1f %8.2f%n",
                        each.getKey(),
                        slice.byUpdate() ? "update, asc" : "create, desc",
                        micros[0],
                        micros[1],
                        micros[1] / micros[0]);
                worst = Math.max(worst, micros[1] / micros[0]);
            }
        }
        System.out.printf("  the largest ratio: %.2f, goal 2: %s%n", worst, worst <= 2 ? "reached" : "MISSED");
        double[] curve = micros(stores, BY_NAME, NEWEST, FEW_ROUNDS);
        System.out.printf(
                "  the name filter, a tenth matches, over %s: %.0f, %.0f, %.0f µs%n",
                Arrays.toString(SIZES), curve[0], curve[1], curve[2]);
    }

    /** The stores take turns, as often to warm up as to be measured. */
    private static double[] micros(List<Store> stores, Filter<EndpointField> filter, Slice slice, int rounds) {
        double[][] micros = new double[stores.size()][rounds];
        for (int round = -rounds; round < rounds; round++) {
            for (int i = 0; i < stores.size(); i++) {
                long begin = System.nanoTime();
                Found<StoredEndpoint> found = page(stores.get(i), filter, slice);
                double took = (System.nanoTime() - begin) / 1e3;
                if (found.items().size() != Math.min(10, found.total() - slice.offset())) {
                    throw new IllegalStateException(
                            filter + " found " + found.items().size());
                }
                if (round >= 0) {
                    micros[i][round] = took;
                }
            }
        }
        return Arrays.stream(micros).mapToDouble(Median::of).toArray();
    }

    private static Found<StoredEndpoint> page(Store store, Filter<EndpointField> filter, Slice slice) {
        return store.read(unit -> unit.endpoints(filter, slice));
    }

    /** As the server runs them once they are prepared. */
    private static void printPlans(Postgres postgres) throws IOException {
        Map<String, Filter<EndpointField>> filters = filters();
        filters.put("name, a tenth matches", BY_NAME);
        try (Store store = PostgresStore.open(postgres.explained("state" + SIZES[LARGEST]))) {
            for (Map.Entry<String, Filter<EndpointField>> each : filters.entrySet()) {
                for (int i = 0; i < 20; i++) {
                    page(store, each.getValue(), NEWEST);
                }
                System.out.printf("%n=== plans over %d endpoints: %s%n", SIZES[LARGEST], each.getKey());
                List<String> plans = postgres.plans();
                // That of the page, and that of its total.
                plans.subList(plans.size() - 2, plans.size()).forEach(System.out::println);
            }
        }
    }
}
