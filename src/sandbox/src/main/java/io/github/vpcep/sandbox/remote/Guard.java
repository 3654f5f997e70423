package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.ControlErrorCode;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out whoever may not steer the sandbox: others on the network, who have no key, and pages of other origins in a
 * browser on this machine, which can send requests here but for what a browser tells of them.
 */
final class Guard {
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]*)?");
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final @Nullable String key;

    /**
     * Lets in who has the key.
     *
     * @param key null where being on this machine is enough
     */
    Guard(@Nullable String key) {
        this.key = key;
    }

    /** Throws why a request is refused. */
    void check(HttpRequest request) {
        checkHost(request);
        checkOrigin(request);
        String site = request.header("sec-fetch-site");
        if (site != null && !OWN_SITE.contains(site)) {
            throw otherOrigin("The request comes from a page that is no page of this sandbox.");
        }
        checkKey(request);
        if (CHANGES.contains(request.method()) && !request.isJson()) {
            throw new Refused(
                    ControlErrorCode.JSON_ONLY,
                    "Content-Type has to be application/json, with POST, PUT and PATCH also where there is no body.");
        }
    }

    /** Throws why a request for a page is refused, which shows nothing that is secret and changes nothing. */
    void checkPage(HttpRequest request) {
        checkHost(request);
        checkOrigin(request);
    }

    /** A name that leads here only by a trick, as in DNS rebinding, is not known; who has the key plays none. */
    private void checkHost(HttpRequest request) {
        String host = request.header("host");
        if (key == null
                && (host == null
                        || !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches())) {
            throw otherOrigin("Host has to be a name or an address of the loopback interface, such as 127.0.0.1.");
        }
    }

    private static void checkOrigin(HttpRequest request) {
        String origin = request.header("origin");
        String host = request.header("host");
        if (origin != null
                && !origin.equalsIgnoreCase("http://" + host)
                && !origin.equalsIgnoreCase("https://" + host)) {
            throw otherOrigin("Origin has to be the sandbox itself, or absent.");
        }
    }

    private void checkKey(HttpRequest request) {
        String given = request.header("x-sandbox-key");
        if (key != null && (given == null || !MessageDigest.isEqual(bytes(key), bytes(given)))) {
            throw new Refused(ControlErrorCode.KEY_NEEDED, ControlErrorCode.KEY_NEEDED.message());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Refused otherOrigin(String message) {
        return new Refused(ControlErrorCode.OTHER_ORIGIN, message);
    }
}
