package io.github.vpcep.sandbox.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may call, for one project. An account with several projects occurs once for each. Immutable. */
public final class Account {
    private final String domainId;
    private final String projectId;
    private final String accessKey;
    private final String secretKey;
    private final String token;
    private final @Nullable String userName;
    private final @Nullable String password;
    private final Map<String, String> agencies;

    private Account(Builder from) {
        domainId = text(from.domainId, "domainId");
        projectId = text(from.projectId, "projectId");
        accessKey = text(from.accessKey, "accessKey");
        secretKey = text(from.secretKey, "secretKey");
        token = text(from.token, "token");
        userName = from.userName == null ? null : text(from.userName, "userName");
        password = from.password == null ? null : text(from.password, "password");
        agencies = Map.copyOf(from.agencies);
    }

    /** Begins a new one, whose ids, access key and token have to be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins another one with the same values. */
    public Builder toBuilder() {
        Builder builder = builder()
                .domainId(domainId)
                .projectId(projectId)
                .accessKey(accessKey, secretKey)
                .token(token);
        builder.userName = userName;
        builder.password = password;
        builder.agencies.putAll(agencies);
        return builder;
    }

    /** The account, which also is the name by which IAM knows it. */
    public String domainId() {
        return domainId;
    }

    /** The project. */
    public String projectId() {
        return projectId;
    }

    /** The id of the key that requests are signed with. */
    public String accessKey() {
        return accessKey;
    }

    /** The secret of that key. */
    public String secretKey() {
        return secretKey;
    }

    /** A token of the project that never expires. */
    public String token() {
        return token;
    }

    /** The user that IAM gives a token to, null when there is none. */
    public @Nullable String userName() {
        return userName;
    }

    /** The password of that user. */
    public @Nullable String password() {
        return password;
    }

    /** The accounts that may act for this one, by the name of the agency that lets them. */
    public Map<String, String> agencies() {
        return agencies;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account that
                && domainId.equals(that.domainId)
                && projectId.equals(that.projectId)
                && accessKey.equals(that.accessKey)
                && secretKey.equals(that.secretKey)
                && token.equals(that.token)
                && Objects.equals(userName, that.userName)
                && Objects.equals(password, that.password)
                && agencies.equals(that.agencies);
    }

    @Override
    public int hashCode() {
        return Objects.hash(domainId, projectId, accessKey);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Account[domainId=" + domainId + ", projectId=" + projectId + "]";
    }

    /** What could never be sent is refused. */
    private static String text(@Nullable String text, String name) {
        if (Objects.requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return text;
    }

    /** Makes accounts. */
    public static final class Builder {
        private @Nullable String domainId;
        private @Nullable String projectId;
        private @Nullable String accessKey;
        private @Nullable String secretKey;
        private @Nullable String token;
        private @Nullable String userName;
        private @Nullable String password;
        private final Map<String, String> agencies = new HashMap<>();

        private Builder() {}

        /** Sets the account, which also is the name by which IAM knows it. */
        public Builder domainId(String id) {
            domainId = id;
            return this;
        }

        /** Sets the project. */
        public Builder projectId(String id) {
            projectId = id;
            return this;
        }

        /** Sets the key that requests are signed with, and its secret. */
        public Builder accessKey(String id, String secret) {
            accessKey = id;
            secretKey = secret;
            return this;
        }

        /** Sets a token of the project, which never expires. */
        public Builder token(String text) {
            token = text;
            return this;
        }

        /** Sets the user that IAM gives a token to, for that password; without one, it gives none to a user. */
        public Builder user(String name, String secret) {
            userName = Objects.requireNonNull(name, "name");
            password = Objects.requireNonNull(secret, "password");
            return this;
        }

        /**
         * Adds an agency: it lets another account act for this one, with temporary keys that IAM gives it.
         *
         * @param name of the agency
         * @param trusted the domain id of the account that may
         */
        public Builder agency(String name, String trusted) {
            agencies.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(trusted, "trusted"));
            return this;
        }

        /**
         * Makes the account.
         *
         * @throws NullPointerException if an id, the access key or the token is not set
         * @throws IllegalArgumentException if one of them is blank
         */
        public Account build() {
            return new Account(this);
        }
    }
}
