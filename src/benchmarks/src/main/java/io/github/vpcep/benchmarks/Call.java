package io.github.vpcep.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.vpcep.client.VpcepClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A whole ListEndpoints call for ten endpoints over the loopback, signed with an access key. */
public final class Call {
    private static final ObjectReader PLAIN = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .readerFor(PlainEndpointList.class);

    private Call() {}

    /** Prints CPU time and allocation of each way, then what eight threads on one client get done. */
    public static void main(String[] args) throws Exception {
        try (Loopback server = new Loopback(Answers.page(10));
                VpcepClient ours = Clients.ours(server.endpoint())) {
            var vendors = Clients.vendors(server.endpoint());
            OkHttpClient bare = new OkHttpClient();
            OkHttpClient withDeadline =
                    bare.newBuilder().callTimeout(Duration.ofMinutes(1)).build();
            HttpUrl base = HttpUrl.get(server.endpoint());
            List<Variant> variants = List.of(
                    new Variant("OkHttp and Jackson, unsigned", () -> {
                        Request request =
                                new Request.Builder().url(pageOfTen(base)).build();
                        try (Response response = bare.newCall(request).execute()) {
                            return PLAIN.readValue(response.body().bytes());
                        }
                    }),
                    new Variant("OkHttp and Jackson, signed, with a deadline", () -> {
                        Request request = HandSigned.get(pageOfTen(base));
                        try (Response response = withDeadline.newCall(request).execute()) {
                            return PLAIN.readValue(response.body().bytes());
                        }
                    }),
                    new Variant("this client", () -> ours.endpoints().list(Clients.PAGE_OF_TEN)),
                    new Variant("the vendor's SDK", () -> vendors.listEndpoints(Clients.vendorsPageOfTen())));
            // Many, because what only one variant runs has to be compiled as well before it counts.
            Ratios.print("ListEndpoints, 10 endpoints, signed", variants, 700);
            printEightThreads(variants);
            bare.connectionPool().evictAll();
        }
        // The vendor's threads are no daemons.
        System.exit(0);
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

    private static void printEightThreads(List<Variant> variants) throws Exception {
        System.out.printf("%n8 threads on one client, calls per second, median of 7 rounds of 4000%n");
        double[][] rates = new double[variants.size()][7];
        for (int round = -3; round < 7; round++) {
            for (int i = 0; i < variants.size(); i++) {
                double rate = rate(variants.get(i));
                if (round >= 0) {
                    rates[i][round] = rate;
                }
            }
        }
        for (int i = 0; i < variants.size(); i++) {
            System.out.printf("  %-44s %12.0f%n", variants.get(i).name(), Median.of(rates[i]));
        }
    }

    private static double rate(Variant variant) throws Exception {
        int threads = 8;
        int each = 500;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch done = new CountDownLatch(threads);
        long begin = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                try {
                    for (int n = 0; n < each; n++) {
                        Ratios.blackHole = variant.work().once();
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
