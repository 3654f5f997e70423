package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PermissionDescriptionRequest;
import io.github.vpcep.model.PermissionList;
import io.github.vpcep.model.PermissionReference;
import io.github.vpcep.model.PermissionType;
import io.github.vpcep.model.RemovePermissionsRequest;
import io.github.vpcep.model.UpdatedPermissions;
import io.github.vpcep.model.Whitelist;
import io.github.vpcep.model.WhitelistAction;
import io.github.vpcep.model.WhitelistRequest;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.server.PermissionsApi;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whitelist of a service: which accounts may connect, beside its owner's. */
public final class Whitelists {
    /** The entries that let every account in. */
    private static final List<String> EVERYBODY = List.of("*", "iam:domain::*", "organizations:orgPath::*");

    private static final Pattern ACCOUNT =
            Pattern.compile("[*]|iam:domain::[A-Za-z0-9*]{1,64}|iam:domainName::[A-Za-z0-9_+*.?{},-]{1,80}");
    private static final Pattern PATH = Pattern.compile("organizations:orgPath::[A-Za-z0-9/*?-]{1,1024}");
    private static final int MAX_LIMIT = 500;
    private static final int FILTER_LENGTH = 1000;

    private final DomainContext context;

    /** Works on that state. */
    public Whitelists(DomainContext context) {
        this.context = context;
    }

    /** The records of a service of the project. */
    public PermissionList list(Caller caller, String endpointServiceId, PermissionsApi.ListParams params) {
        String serviceId = Checks.serviceId(endpointServiceId);
        String containing = filter(params.permission());
        Slice slice =
                Checks.slice(params.limit(), MAX_LIMIT, params.offset(), params.sortKey(), params.sortDirection());
        return context.ask(unit -> {
            Found<StoredPermission> found =
                    OwnServices.toRead(unit.serviceWithPermissions(serviceId, containing, slice), caller);
            return PermissionList.builder()
                    .permissions(found.items().stream().map(Whitelists::shown).toList())
                    .totalCount(found.total())
                    .build();
        });
    }

    /** Adds or removes accounts, and answers all that are on the list then. */
    public Whitelist change(Caller caller, String endpointServiceId, WhitelistRequest body) {
        String serviceId = Checks.serviceId(endpointServiceId);
        refuseUnlessBatch(body.permissions());
        boolean adds = known(body.action()).is(WhitelistAction.ADD);
        PermissionType type = type(body.type());
        Set<String> permissions =
                body.permissions().stream().map(each -> permission(each, type)).collect(toOrderedSet());
        return context.write(unit -> {
            OwnServices.toChange(unit, caller, serviceId);
            List<StoredPermission> there = unit.permissionsOf(serviceId, permissions);
            if (adds) {
                Set<String> known = there.stream()
                        .map(each -> String.valueOf(each.document().permission()))
                        .collect(Collectors.toSet());
                permissions.stream()
                        .filter(each -> !known.contains(each))
                        .forEach(each -> unit.save(record(serviceId, each)));
                refuseIfTooMany(unit, serviceId);
            } else {
                there.forEach(each -> unit.deletePermission(serviceId, each.id()));
            }
            return Whitelist.builder()
                    .permissions(all(unit, serviceId).stream()
                            .map(each -> Objects.requireNonNull(each.permission()))
                            .toList())
                    .type(type)
                    .build();
        });
    }

    /** Adds records with descriptions, and answers the whole list. A record that is there gets the description. */
    public UpdatedPermissions add(Caller caller, String endpointServiceId, AddPermissionsRequest body) {
        return add(caller, endpointServiceId, body, unit -> answer(all(unit, endpointServiceId)));
    }

    /** Adds a record without reading the list, which for each of a long seed would take longer and longer. */
    void add(Caller caller, String endpointServiceId, NewPermission permission) {
        AddPermissionsRequest body = AddPermissionsRequest.builder()
                .permissions(List.of(permission))
                .type(typeOf(permission.permission()))
                .build();
        add(caller, endpointServiceId, body, unit -> permission);
    }

    private <T> T add(Caller caller, String endpointServiceId, AddPermissionsRequest body, Function<Unit, T> answer) {
        String serviceId = Checks.serviceId(endpointServiceId);
        refuseUnlessBatch(body.permissions());
        PermissionType type = type(body.type());
        body.permissions().forEach(each -> check(each, type));
        return context.write(unit -> {
            OwnServices.toChange(unit, caller, serviceId);
            Map<String, StoredPermission> there = byPermission(unit, serviceId, body.permissions());
            for (NewPermission each : body.permissions()) {
                StoredPermission before = there.getOrDefault(each.permission(), record(serviceId, each.permission()));
                there.put(each.permission(), describe(unit, before, each.description()));
            }
            refuseIfTooMany(unit, serviceId);
            return answer.apply(unit);
        });
    }

    /** Removes records, all of them or none, and answers those that are left. */
    public UpdatedPermissions remove(Caller caller, String endpointServiceId, RemovePermissionsRequest body) {
        String serviceId = Checks.serviceId(endpointServiceId);
        refuseUnlessBatch(body.permissions());
        Set<String> ids = body.permissions().stream()
                .map(PermissionReference::id)
                .map(Whitelists::recordId)
                .collect(toOrderedSet());
        return context.write(unit -> {
            OwnServices.toChange(unit, caller, serviceId);
            if (unit.permissions(serviceId, ids).size() < ids.size()) {
                throw new Problem(ErrorCode.RESOURCE_NOT_FOUND);
            }
            ids.forEach(each -> unit.deletePermission(serviceId, each));
            return answer(all(unit, serviceId));
        });
    }

    /** Gives a record another description, and answers it alone. */
    public UpdatedPermissions describe(
            Caller caller, String endpointServiceId, String permissionId, PermissionDescriptionRequest body) {
        String serviceId = Checks.serviceId(endpointServiceId);
        String id = recordId(permissionId);
        String description = Checks.note(body.permission().description(), context.settings());
        return context.write(unit -> {
            OwnServices.toChange(unit, caller, serviceId);
            StoredPermission record = unit.permissions(serviceId, List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new Problem(ErrorCode.RESOURCE_NOT_FOUND));
            StoredPermission described = describe(unit, record, description);
            return answer(List.of(shown(described)));
        });
    }

    private StoredPermission record(String serviceId, String permission) {
        Permission document = Permission.builder()
                .id(context.newId())
                .permission(permission)
                .type(typeOf(permission))
                .description("")
                .createdAt(context.now())
                .build();
        return new StoredPermission(document, serviceId, context.now());
    }

    private static Map<String, StoredPermission> byPermission(
            Unit unit, String serviceId, List<NewPermission> permissions) {
        List<String> wanted =
                permissions.stream().map(NewPermission::permission).toList();
        Map<String, StoredPermission> found = new HashMap<>();
        unit.permissionsOf(serviceId, wanted)
                .forEach(each -> found.put(String.valueOf(each.document().permission()), each));
        return found;
    }

    private StoredPermission describe(Unit unit, StoredPermission record, String description) {
        StoredPermission described = new StoredPermission(
                record.document().toBuilder().description(description).build(), record.serviceId(), context.now());
        unit.save(described);
        return described;
    }

    private void check(NewPermission added, PermissionType type) {
        permission(added.permission(), type);
        Checks.note(added.description(), context.settings());
    }

    private void refuseUnlessBatch(List<?> permissions) {
        if (permissions.isEmpty()) {
            throw refusal(ErrorCode.MISSING_PERMISSIONS, "Send at least one.");
        }
        if (permissions.size() > context.settings().whitelistBatch()) {
            throw refusal(
                    ErrorCode.BATCH_TOO_LARGE,
                    "A call takes at most " + context.settings().whitelistBatch() + " whitelist records.");
        }
    }

    private void refuseIfTooMany(Unit unit, String serviceId) {
        int most = context.settings().whitelistRecords();
        if (unit.permissions(serviceId, "", new Slice(false, false, 1, 0)).total() > most) {
            throw refusal(ErrorCode.ENDPOINT_SERVICE_WHITELIST_FULL, "A service has at most " + most + ".");
        }
    }

    private static List<Permission> all(Unit unit, String serviceId) {
        return unit.permissions(serviceId, "", Slice.ALL).items().stream()
                .map(Whitelists::shown)
                .toList();
    }

    /** A record with its type, which those of earlier versions do not say. */
    private static Permission shown(StoredPermission record) {
        Permission document = record.document();
        return document.toBuilder()
                .type(typeOf(Objects.requireNonNull(document.permission())))
                .build();
    }

    /** The entries that let an account in. */
    static List<String> entriesFor(Caller caller) {
        return Stream.concat(EVERYBODY.stream(), Stream.of(caller.permission())).toList();
    }

    /** What an entry names, by its form. */
    static PermissionType typeOf(String permission) {
        return PATH.matcher(permission).matches() ? PermissionType.ORG_PATH : PermissionType.DOMAIN_ID;
    }

    /** What the entries of a request name, accounts unless told otherwise. */
    private static PermissionType type(@Nullable PermissionType type) {
        if (type == null) {
            return PermissionType.DOMAIN_ID;
        }
        if (!type.isKnown()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "permission_type is one of " + PermissionType.values() + ".");
        }
        return type;
    }

    private static UpdatedPermissions answer(List<Permission> permissions) {
        return UpdatedPermissions.builder().permissions(permissions).build();
    }

    private static String permission(String permission, PermissionType type) {
        boolean isPath = type.is(PermissionType.ORG_PATH);
        if (!(isPath ? PATH : ACCOUNT).matcher(permission).matches()) {
            throw refusal(
                    ErrorCode.INVALID_PERMISSION,
                    isPath
                            ? "With permission_type orgPath it is organizations:orgPath:: and a path of 1 to 1024 letters,"
                                    + " digits, / - * and ?."
                            : "It is *, or iam:domain:: and an account id of 1 to 64 letters and digits, or"
                                    + " iam:domainName:: and a pattern of 1 to 80 characters; a path needs"
                                    + " permission_type orgPath.");
        }
        return permission;
    }

    private static String filter(@Nullable String permission) {
        if (permission == null) {
            return "";
        }
        if (permission.isEmpty() || permission.length() > FILTER_LENGTH) {
            throw refusal(
                    ErrorCode.INVALID_PERMISSION, "A text to look for has 1 to " + FILTER_LENGTH + " characters.");
        }
        return permission;
    }

    /** The id of a record, for which the catalogue has no code of its own. */
    private static String recordId(String id) {
        return Checks.id(id, ErrorCode.INVALID_PARAMETER);
    }

    private static WhitelistAction known(WhitelistAction action) {
        if (!action.isKnown()) {
            throw refusal(ErrorCode.INVALID_PERMISSION_ACTION, "It is one of " + WhitelistAction.values() + ".");
        }
        return action;
    }

    private static Collector<String, ?, Set<String>> toOrderedSet() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
