package io.github.vpcep.sandbox.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts that a sandbox knows. Immutable. */
public final class Accounts {
    private final List<Account> all;
    private final Map<String, Account> byToken = new HashMap<>();
    private final Map<String, Account> byAccessKey = new HashMap<>();
    private final Map<String, Account> byProject = new HashMap<>();

    private Accounts(List<Account> all) {
        this.all = List.copyOf(all);
        for (Account each : this.all) {
            requireNew(byToken.put(each.token(), each), "token");
            requireNew(byProject.put(each.projectId(), each), "project");
            Account other = byAccessKey.putIfAbsent(each.accessKey(), each);
            if (other != null && !sameKey(each, other)) {
                throw new IllegalArgumentException("An access key belongs to two accounts, or has two secrets");
            }
        }
    }

    /**
     * Puts accounts together.
     *
     * @throws IllegalArgumentException if a project or token occurs twice, or one access key in two accounts
     */
    public static Accounts of(List<Account> accounts) {
        return new Accounts(accounts);
    }

    /** As {@link #of(List)}. */
    public static Accounts of(Account... accounts) {
        return of(List.of(accounts));
    }

    /** All of them. */
    public List<Account> all() {
        return all;
    }

    /** The one whose token this is. */
    public Optional<Account> byToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** One whose access key this is. */
    public Optional<Account> byAccessKey(String accessKey) {
        return Optional.ofNullable(byAccessKey.get(accessKey));
    }

    /** The one whose project this is. */
    public Optional<Account> byProject(String projectId) {
        return Optional.ofNullable(byProject.get(projectId));
    }

    /** Those with this user, one for each project of the user. */
    public List<Account> ofUser(String domainId, String userName) {
        List<Account> found = new ArrayList<>();
        for (Account each : all) {
            if (each.domainId().equals(domainId) && userName.equals(each.userName())) {
                found.add(each);
            }
        }
        return found;
    }

    /** Those with this access key, one for each project. */
    public List<Account> ofAccessKey(String accessKey) {
        return all.stream().filter(each -> each.accessKey().equals(accessKey)).toList();
    }

    private static boolean sameKey(Account one, Account other) {
        return one.domainId().equals(other.domainId()) && one.secretKey().equals(other.secretKey());
    }

    private static void requireNew(@Nullable Account other, String what) {
        if (other != null) {
            throw new IllegalArgumentException("A " + what + " occurs twice");
        }
    }
}
