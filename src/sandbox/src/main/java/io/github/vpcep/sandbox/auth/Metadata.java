package io.github.vpcep.sandbox.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud server finds at its metadata service: temporary keys of its agency, here those of the first account. The
 * service gives out tokens of its own; a key is given without one as well, but not for one that is not good.
 */
public final class Metadata {
    private static final String TOKEN = "/meta-data/latest/api/token";
    private static final String KEY = "/openstack/latest/securitykey";
    private static final String ABOUT = "/openstack/latest/meta_data.json";
    private static final Map<String, String> METHODS = Map.of(TOKEN, "PUT", KEY, "GET", ABOUT, "GET");

    private static final Duration KEY_LIFE = Duration.ofHours(1);
    private static final int LONGEST_LIFE = 6 * 60 * 60;
    private static final String KIND = "metadata";

    private final Account account;
    private final Accounts accounts;
    private final SandboxClock clock;
    private final TemporaryKeys keys;
    private final String region;
    private final ObjectMapper json = new ObjectMapper();
    /** A part of each token, so that no token outlives it. */
    private volatile String era = newEra();

    /**
     * Gives out keys.
     *
     * @param authentication knows the accounts
     * @param clock by which tokens and keys end
     * @param region that the server is in
     */
    public Metadata(Authentication authentication, SandboxClock clock, String region) {
        this.accounts = authentication.accounts();
        this.account = accounts.all().get(0);
        this.clock = clock;
        this.keys = new TemporaryKeys(accounts, clock);
        this.region = region;
    }

    private static String newEra() {
        return UUID.randomUUID().toString();
    }

    /** Answers a request. */
    public HttpAnswer answer(HttpRequest request) {
        String method = METHODS.get(request.path());
        if (method == null) {
            return text(404, "There is nothing of this name.");
        }
        if (!method.equals(request.method())) {
            return text(405, "The path supports " + method + ".").with("Allow", method);
        }
        if (request.path().equals(TOKEN)) {
            return token(request.header("x-metadata-token-ttl-seconds"));
        }
        String token = request.header("x-metadata-token");
        if (token != null && !isGood(token.strip())) {
            return text(401, "The token in X-Metadata-Token is unknown or has expired.");
        }
        return json(request.path().equals(KEY) ? key() : about());
    }

    private HttpAnswer token(@Nullable String life) {
        if (life == null || !life.strip().matches("[1-9][0-9]{0,4}") || Integer.parseInt(life.strip()) > LONGEST_LIFE) {
            return text(
                    400, "The header X-Metadata-Token-Ttl-Seconds has to be a number from 1 to " + LONGEST_LIFE + ".");
        }
        long end = clock.instant().getEpochSecond() + Integer.parseInt(life.strip());
        return text(200, Sealed.seal(KIND, account, era, String.valueOf(end), newEra()));
    }

    private boolean isGood(String token) {
        return Sealed.open(KIND, token, accounts)
                .filter(each -> each.parts().get(0).equals(era))
                .filter(each -> clock.instant().getEpochSecond()
                        < Long.parseLong(each.parts().get(1)))
                .isPresent();
    }

    private JsonNode key() {
        return IamDocuments.key(keys.issue(account, KEY_LIFE));
    }

    private JsonNode about() {
        ObjectNode about = json.createObjectNode();
        return about.put(
                        "uuid",
                        UUID.nameUUIDFromBytes(account.projectId().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("name", "sandbox")
                .put("hostname", "sandbox")
                .put("project_id", account.projectId())
                .put("region_id", region)
                .put("availability_zone", region + "a");
    }

    /** Forgets the tokens that it gave out. */
    public void reset() {
        era = newEra();
    }

    private HttpAnswer json(JsonNode body) {
        try {
            return HttpAnswer.of(200, HttpAnswer.JSON, json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    private static HttpAnswer text(int status, String text) {
        return HttpAnswer.of(status, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
