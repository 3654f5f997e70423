package io.github.vpcep.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The least that a caller can do to sign a request without a body whose path and query need no encoding. */
final class HandSigned {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] KEY = "sksksksksksksksksksksksksksksksksksksksk".getBytes(StandardCharsets.UTF_8);
    private static final String EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private HandSigned() {}

    static Request get(HttpUrl url) throws GeneralSecurityException {
        String date = DATE.format(Instant.now());
        String names = "content-type;host;x-project-id;x-sdk-date";
        String canonical = "GET\n" + url.encodedPath() + "/\n" + url.encodedQuery()
                + "\ncontent-type:application/json\nhost:"
                + url.host() + ":" + url.port() + "\nx-project-id:" + Clients.PROJECT + "\nx-sdk-date:" + date + "\n\n"
                + names + "\n" + EMPTY_HASH;
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(KEY, HMAC));
        String toSign = "SDK-HMAC-SHA256\n" + date + "\n" + HexFormat.of().formatHex(hash);
        byte[] signature = mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8));
        return new Request.Builder()
                .url(url)
                .header("Content-Type", "application/json")
                .header("X-Project-Id", Clients.PROJECT)
                .header("X-Sdk-Date", date)
                .header(
                        "Authorization",
                        "SDK-HMAC-SHA256 Access=AKAKAKAKAKAKAKAKAKAK, SignedHeaders=" + names + ", Signature="
                                + HexFormat.of().formatHex(signature))
                .build();
    }
}
