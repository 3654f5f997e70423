package io.github.vpcep.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Answers of ListEndpoints as the service sends them, always the same for a size. */
final class Answers {
    private Answers() {}

    /** A page of so many endpoints, about 780 bytes each. */
    static byte[] page(int size) {
        Random random = new Random(42);
        StringBuilder json = new StringBuilder("{\"endpoints\":[");
        for (int i = 0; i < size; i++) {
            Instant created = Instant.ofEpochSecond(1_539_845_386L + random.nextInt(100_000_000));
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(uuid(random))
                    .append("\",\"service_type\":\"interface\",\"status\":\"accepted\",\"active_status\":[\"active\"],")
                    .append("\"endpoint_service_name\":\"cn-north-4.orders.")
                    .append(uuid(random))
                    .append("\",\"marker_id\":")
                    .append(16_777_216 + i)
                    .append(",\"endpoint_service_id\":\"")
                    .append(uuid(random))
                    .append("\",\"enable_dns\":true,\"dns_names\":[\"vpcep-")
                    .append(uuid(random))
                    .append(".cn-north-4.huaweicloud.com\"],\"ip\":\"192.168.")
                    .append(i / 250)
                    .append('.')
                    .append(i % 250)
                    .append("\",\"vpc_id\":\"")
                    .append(uuid(random))
                    .append("\",\"subnet_id\":\"")
                    .append(uuid(random))
                    .append("\",\"created_at\":\"")
                    .append(created)
                    .append("\",\"updated_at\":\"")
                    .append(created.plusSeconds(4))
                    .append("\",\"project_id\":\"295dacf46a4842fcbf7844dc2dc2489d\",")
                    .append("\"tags\":[{\"key\":\"team\",\"value\":\"orders\"}],\"whitelist\":[\"10.0.0.0/8\"],")
                    .append("\"enable_whitelist\":true,\"description\":\"the orders of team ")
                    .append(i)
                    .append("\"}");
        }
        return json.append("],\"total_count\":")
                .append(size)
                .append('}')
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
