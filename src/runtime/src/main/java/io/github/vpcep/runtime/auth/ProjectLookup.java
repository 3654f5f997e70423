package io.github.vpcep.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The project of a region, for a client that was told none: IAM is asked for it once ({@code GET /v3/projects?name=}),
 * and what it told is kept. All calls that need it meanwhile wait for the same answer, each until its own deadline; a
 * failure is that of those calls, and the next one asks again.
 */
public final class ProjectLookup {
    private final String name;
    private final HttpUrl url;
    private final Credentials credentials;
    /** With the address: whoever reads that this failed has to know who was asked. */
    private final Operation operation;

    private final AtomicReference<@Nullable CompletableFuture<String>> asked = new AtomicReference<>();
    private volatile @Nullable String known;

    private ProjectLookup(String name, HttpUrl url, Credentials credentials) {
        this.name = name;
        this.url = url;
        this.credentials = credentials;
        this.operation = Operation.of("IAM GET " + url, "GET", "/v3/projects");
    }

    /**
     * Returns what asks the region's IAM, in the name of the credentials.
     *
     * @param iam IAM's address
     * @throws IllegalArgumentException unless it is such an address as credentials take
     */
    public static ProjectLookup of(Region region, URI iam, Credentials credentials) {
        HttpUrl url = IamAddress.of(iam)
                .newBuilder()
                .addPathSegments("v3/projects")
                .addQueryParameter("name", region.id())
                .build();
        return new ProjectLookup(region.id(), url, credentials);
    }

    /**
     * Returns the project's id.
     *
     * @param access asks IAM, and waits as long as the call may
     * @throws IllegalStateException if IAM tells no project of that name, or several
     * @throws io.github.vpcep.runtime.error.VpcepException if IAM refuses, is not reached, or is not understood
     */
    public String id(HttpAccess access) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> others = asked.compareAndExchange(null, mine);
        if (others == null) {
            ask(access, mine);
        }
        return access.await(others == null ? mine : others, "the id of the project");
    }

    /** Returns the project's id, null while IAM has not told it. */
    public @Nullable String known() {
        return known;
    }

    private void ask(HttpAccess access, CompletableFuture<String> answer) {
        Request request = new Request.Builder()
                .url(url)
                .tag(Credentials.class, credentials)
                .build();
        CompletableFuture<String> call;
        try {
            call = IamCall.send(access, operation, request, new Redactor(), this::read);
        } catch (RuntimeException | Error e) {
            call = CompletableFuture.failedFuture(e);
        }
        var unused = call.whenComplete((id, failure) -> {
            if (failure == null) {
                known = id;
                answer.complete(id);
            } else {
                asked.set(null);
                answer.completeExceptionally(failure);
            }
        });
    }

    private String read(Response response) throws IOException {
        Redactor redactor = IamCall.redactor(response);
        byte[] body = response.body().bytes();
        RawAnswer answer = IamCall.answer(operation.id(), response, body, redactor);
        JsonNode parsed = IamCall.parse(body);
        if (!response.isSuccessful()) {
            throw IamCall.refusalOrDenial(answer, parsed, redactor);
        }
        if (!parsed.path("projects").isArray()) {
            throw new VpcepDecodeException(answer, "projects", "it is missing or not a list", null);
        }
        return only(ids(parsed.path("projects"), answer));
    }

    private List<String> ids(JsonNode projects, RawAnswer answer) {
        List<String> ids = new ArrayList<>();
        for (JsonNode project : projects) {
            String id = project.path("id").asText();
            if (name.equals(project.path("name").asText())) {
                if (id.isBlank() || id.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                    throw new VpcepDecodeException(answer, "projects[].id", "it is missing or no id", null);
                }
                ids.add(id);
            }
        }
        return ids;
    }

    private String only(List<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalStateException("IAM tells of no project \"" + name + "\" [GET " + url + "]: set"
                    + " .projectId(…), unless the name of the region is misspelt, or these credentials may not see its"
                    + " project");
        }
        if (ids.size() > 1) {
            throw new IllegalStateException("IAM tells of " + ids.size() + " projects \"" + name + "\": "
                    + String.join(", ", ids) + " [GET " + url + "]: set the one that is meant by .projectId(…)");
        }
        return ids.get(0);
    }

    @Override
    public String toString() {
        return "ProjectLookup[" + url + "]";
    }
}
