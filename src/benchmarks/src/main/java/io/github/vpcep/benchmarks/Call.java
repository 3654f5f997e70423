package io.github.vpcep.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.vpcep.client.VpcepClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A whole ListEndpoints call for ten endpoints over the loopback, signed with an access key. Each way has a JVM of its
 * own: this client leaves the one thread that watches over all of OkHttp's timeouts asleep, whoever they are of.
 */
public final class Call {
    private static final ObjectReader PLAIN = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .readerFor(PlainEndpointList.class);
    private static final List<String> WAYS = List.of(
            "OkHttp and Jackson, unsigned",
            "OkHttp and Jackson, signed, with a deadline",
            "this client",
            "the vendor's SDK");
    // Many, because what only one way runs has to be compiled as well before it counts.
    private static final int CALLS = 700;

    private Call() {}

    /** Without arguments compares; with the name of a way goes that, a round for each line that it is given. */
    public static void main(String[] args) throws Exception {
        if (args.length == 1) {
            go(args[0]);
            // The vendor's threads are no daemons.
            System.exit(0);
        }
        Map<String, Turns> turns = new LinkedHashMap<>();
        try {
            for (String way : WAYS) {
                turns.put(way, new Turns(Call.class, way));
            }
            Map<String, Ratios.Round> rounds = new LinkedHashMap<>();
            turns.forEach((way, jvm) -> rounds.put(way, () -> {
                double[] numbers = jvm.take("one");
                return new Ratios.Figures(numbers[0], numbers[1], numbers[2]);
            }));
            Ratios.print("ListEndpoints, 10 endpoints, signed, rounds of " + CALLS, rounds);
            printEightThreads(turns);
        } finally {
            turns.values().forEach(Turns::close);
        }
    }

    private static void go(String way) throws Exception {
        try (Loopback server = new Loopback(Answers.page(10));
                VpcepClient ours = Clients.ours(server.endpoint());
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Variant.Work work = work(way, ours, server.endpoint());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.equals("one")) {
                    Ratios.Figures figures = Ratios.round(work, CALLS);
                    System.out.println(figures.wall() + " " + figures.cpu() + " " + figures.bytes());
                } else {
                    System.out.println(rate(work));
                }
            }
        }
    }

    private static Variant.Work work(String way, VpcepClient ours, String endpoint) {
        OkHttpClient bare = new OkHttpClient();
        OkHttpClient withDeadline =
                bare.newBuilder().callTimeout(Duration.ofMinutes(1)).build();
        HttpUrl base = HttpUrl.get(endpoint);
        return switch (WAYS.indexOf(way)) {
            case 0 ->
                () -> answer(bare, new Request.Builder().url(pageOfTen(base)).build());
            case 1 -> () -> answer(withDeadline, HandSigned.get(pageOfTen(base)));
            case 2 -> () -> ours.endpoints().list(Clients.PAGE_OF_TEN);
            default -> {
                var vendors = Clients.vendors(endpoint);
                yield () -> vendors.listEndpoints(Clients.vendorsPageOfTen());
            }
        };
    }

    private static Object answer(OkHttpClient http, Request request) throws Exception {
        try (Response response = http.newCall(request).execute()) {
            return PLAIN.readValue(response.body().bytes());
        }
    }

    /** Built for each call, as every caller must whose project and parameters vary. */
    private static HttpUrl pageOfTen(HttpUrl base) {
        return base.newBuilder()
                .addPathSegment("v1")
                .addPathSegment(Clients.PROJECT)
                .addPathSegment("vpc-endpoints")
                .addQueryParameter("limit", "10")
                .build();
    }

    private static void printEightThreads(Map<String, Turns> turns) throws Exception {
        System.out.printf("%n8 threads on one client, calls per second, median of 7 rounds of 4000%n");
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (int round = -3; round < 7; round++) {
            for (Map.Entry<String, Turns> way : turns.entrySet()) {
                double rate = way.getValue().take("eight")[0];
                if (round >= 0) {
                    rates.computeIfAbsent(way.getKey(), name -> new double[7])[round] = rate;
                }
            }
        }
        rates.forEach((way, each) -> System.out.printf("  %-44s %12.0f%n", way, Median.of(each)));
    }

    private static double rate(Variant.Work work) throws Exception {
        int threads = 8;
        int each = 500;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch done = new CountDownLatch(threads);
        long begin = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                try {
                    for (int n = 0; n < each; n++) {
                        Ratios.blackHole = work.once();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        pool.shutdown();
        return threads * each / seconds;
    }
}
