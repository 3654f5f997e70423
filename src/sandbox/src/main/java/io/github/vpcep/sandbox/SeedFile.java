package io.github.vpcep.sandbox;

import static io.github.vpcep.sandbox.json.JsonFile.each;
import static io.github.vpcep.sandbox.json.JsonFile.required;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Seed;
import io.github.vpcep.sandbox.json.JsonFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resources as they are written in a file: the bodies that create them, with a few more keys. */
final class SeedFile {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Accounts accounts;

    private SeedFile(Accounts accounts) {
        this.accounts = accounts;
    }

    static Seed read(Path file, Accounts accounts) {
        try {
            return read(JsonFile.text(file), accounts);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new BadSeedException(file, e);
        }
    }

    static Seed read(String json, Accounts accounts) {
        Root root = JsonFile.read(json, Root.class);
        SeedFile seed = new SeedFile(accounts);
        return new Seed(
                each(root.services, "services", seed::service), each(root.endpoints, "endpoints", seed::endpoint));
    }

    private Seed.Service service(ObjectNode entry, String place) {
        return JsonFile.split(
                entry,
                place,
                ServiceKeys.class,
                CreateEndpointServiceRequest.class,
                (keys, body) -> new Seed.Service(
                        place,
                        owner(keys.projectId, place),
                        id(keys.id, place),
                        keys.knownStatus(place),
                        body,
                        each(keys.permissions, place + ".permissions", PermissionEntry::permission)));
    }

    private Seed.Endpoint endpoint(ObjectNode entry, String place) {
        return JsonFile.split(
                entry,
                place,
                EndpointKeys.class,
                CreateEndpointRequest.class,
                (keys, body) -> new Seed.Endpoint(
                        place, owner(keys.projectId, place), id(keys.id, place), keys.knownStatus(place), body));
    }

    private Caller owner(@Nullable String projectId, String place) {
        Account account = projectId == null
                ? accounts.all().get(0)
                : accounts.byProject(projectId)
                        .orElseThrow(() -> new IllegalArgumentException(place + ".project_id is \"" + projectId
                                + "\"; allowed are "
                                + accounts.all().stream()
                                        .map(Account::projectId)
                                        .toList()));
        return new Caller(account.domainId(), account.projectId());
    }

    private static @Nullable String id(@Nullable String id, String place) {
        if (id != null && !UUID.matcher(id).matches()) {
            throw new IllegalArgumentException(place + ".id is \"" + id + "\"; allowed is a UUID");
        }
        return id;
    }

    private static IllegalArgumentException badStatus(String place, Object status, List<?> allowed) {
        return new IllegalArgumentException(place + ".status is \"" + status + "\"; allowed are " + allowed);
    }

    /** The whole file. */
    private record Root(
            @Nullable List<@Nullable ObjectNode> services,
            @Nullable List<@Nullable ObjectNode> endpoints) {}

    /** What a service has beside the body that creates it. */
    private record ServiceKeys(
            @Nullable String projectId,
            @Nullable String id,
            @Nullable EndpointServiceStatus status,
            @Nullable List<@Nullable PermissionEntry> permissions) {
        EndpointServiceStatus knownStatus(String place) {
            EndpointServiceStatus given = Objects.requireNonNullElse(status, EndpointServiceStatus.AVAILABLE);
            if (!given.isKnown()) {
                throw badStatus(place, given, EndpointServiceStatus.values());
            }
            return given;
        }
    }

    /** What an endpoint has beside the body that creates it. */
    private record EndpointKeys(
            @Nullable String projectId,
            @Nullable String id,
            @Nullable EndpointStatus status) {
        EndpointStatus knownStatus(String place) {
            EndpointStatus given = Objects.requireNonNullElse(status, EndpointStatus.ACCEPTED);
            if (!given.isKnown()) {
                throw badStatus(place, given, EndpointStatus.values());
            }
            return given;
        }
    }

    /** A whitelist record; one without a description may be its permission alone. */
    private record PermissionEntry(
            @Nullable String permission, @Nullable String description) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        PermissionEntry {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PermissionEntry(String permission) {
            this(permission, null);
        }

        NewPermission permission(String place) {
            return NewPermission.builder()
                    .permission(required(permission, place + ".permission"))
                    .description(Objects.requireNonNullElse(description, ""))
                    .build();
        }
    }
}
