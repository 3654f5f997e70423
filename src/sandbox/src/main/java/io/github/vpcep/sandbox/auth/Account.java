package io.github.vpcep.sandbox.auth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may call, for one project. An account with several projects occurs once for each.
 *
 * @param domainId the account, which also is the name by which IAM knows it
 * @param projectId the project
 * @param accessKey the id of the key that requests are signed with
 * @param secretKey its secret
 * @param token a token of the project that never expires
 * @param userName the user that IAM gives a token to, if there is one
 * @param password the password of that user
 */
public record Account(
        String domainId,
        String projectId,
        String accessKey,
        String secretKey,
        String token,
        @Nullable String userName,
        @Nullable String password) {
    /** Refuses what could never be sent. */
    public Account {
        requireText(domainId, "domainId");
        requireText(projectId, "projectId");
        requireText(accessKey, "accessKey");
        requireText(secretKey, "secretKey");
        requireText(token, "token");
        if ((userName == null) != (password == null)) {
            throw new IllegalArgumentException("A user name and a password come together");
        }
    }

    /** An account without a user. */
    public Account(String domainId, String projectId, String accessKey, String secretKey, String token) {
        this(domainId, projectId, accessKey, secretKey, token, null, null);
    }

    private static void requireText(String text, String name) {
        if (Objects.requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Account[domainId=" + domainId + ", projectId=" + projectId + "]";
    }
}
